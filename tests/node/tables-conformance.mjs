// The other side of tests/Tables/ConformanceTests.cs: Microsoft's own client writes or checks the same entities.
//   node tables-conformance.mjs write|check <table> < {"connectionString":"..","keys":[["pk","rk"],..]}
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { TableClient, odata } from "@azure/data-tables";

const [mode, table] = process.argv.slice(2);
const { connectionString, keys } = JSON.parse(readFileSync(0, "utf8"));
const client = TableClient.fromConnectionString(connectionString, table, { allowInsecureConnection: true });

const values = {
  Text: "it's 100 % \"Blåbærgrød\" 🎉\r\n\t\\ </x>",
  Empty: "",
  LooksLikeTime: "2026-11-20T09:00:00Z",
  LooksLikeNumber: "007",
  Int: -2147483648,
  Whole: { type: "Double", value: "3" },
  Half: { type: "Double", value: "0.5" },
  Below: { type: "Double", value: "-0.25" },
  Tiny: { type: "Double", value: "5e-324" },
  Huge: { type: "Double", value: "1.7976931348623157e+308" },
  Long: 9007199254740993n,
  Least: -9223372036854775808n,
  Yes: true,
  No: false,
  At: new Date("2026-11-20T09:08:07.654Z"),
  First: new Date("1601-01-01T00:00:00.000Z"),
  Id: { type: "Guid", value: "3f2504e0-4f89-11d3-9a0c-0305e82c3301" },
  Bytes: new Uint8Array([0, 1, 2, 253, 254, 255]),
  NoBytes: new Uint8Array([]),
  Æble_1: "a property name may have letters of any language",
};

// Read without conversion, every value says its type.
const typed = {
  Text: ["String", values.Text],
  Empty: ["String", ""],
  LooksLikeTime: ["String", "2026-11-20T09:00:00Z"],
  LooksLikeNumber: ["String", "007"],
  Int: ["Int32", -2147483648],
  Half: ["Double", 0.5],
  Below: ["Double", -0.25],
  Tiny: ["Double", 5e-324],
  Huge: ["Double", 1.7976931348623157e308],
  Long: ["Int64", "9007199254740993"],
  Least: ["Int64", "-9223372036854775808"],
  Yes: ["Boolean", "true"],
  No: ["Boolean", "false"],
  At: ["DateTime", Date.parse("2026-11-20T09:08:07.654Z")],
  First: ["DateTime", Date.parse("1601-01-01T00:00:00.000Z")],
  Id: ["Guid", "3f2504e0-4f89-11d3-9a0c-0305e82c3301"],
  Bytes: ["Binary", "AAEC/f7/"],
  NoBytes: ["Binary", ""],
  Æble_1: ["String", values.Æble_1],
  // 3.0 on the wire; JSON.parse gives 3 and this client then infers the type.
  Whole: ["Int32", 3],
};

function plain({ type, value }) {
  if (type === "DateTime") return [type, Date.parse(value)];
  return [type, type === "Int32" || type === "Double" ? Number(value) : value];
}

function check(entity, [partitionKey, rowKey]) {
  assert.equal(entity.partitionKey, partitionKey);
  assert.equal(entity.rowKey, rowKey);
  const { partitionKey: p, rowKey: r, etag, timestamp, "odata.metadata": metadata, WriteRequestId: mark, ...properties } = entity;
  assert.ok(etag && timestamp && mark);
  const found = Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, plain(value)]));
  assert.deepEqual(found, typed);
}

if (mode === "write") {
  for (const [partitionKey, rowKey] of keys) await client.createEntity({ partitionKey, rowKey, ...values });
} else {
  const options = { disableTypeConversion: true };
  for (const key of keys) {
    check(await client.getEntity(...key, options), key);
    const filter = odata`PartitionKey eq ${key[0]} and RowKey eq ${key[1]}`;
    const listed = [];
    for await (const entity of client.listEntities({ ...options, queryOptions: { filter } })) listed.push(entity);
    assert.equal(listed.length, 1);
    check(listed[0], key);
  }
}
