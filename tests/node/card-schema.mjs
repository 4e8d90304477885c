// The other side of tests/Cards/CardSchemaTests.cs: every card against the strict schema of Teams cards.
//   node card-schema.mjs < {"name":{card},..}   prints one line per fault, nothing when all is well
import { readFileSync } from "node:fs";
import Ajv from "ajv";

const schema = JSON.parse(readFileSync(new URL("../Cards/Schema/teams-card.schema.json", import.meta.url), "utf8"));
const validate = new Ajv({ strict: false, allErrors: true }).compile(byType(schema));

for (const [name, card] of Object.entries(JSON.parse(readFileSync(0, "utf8")))) {
  if (validate(card)) continue;
  for (const { keyword, instancePath, message, params } of validate.errors)
    if (keyword !== "if") console.log(`${name}${instancePath}: ${message} ${JSON.stringify(params)}`);
}

// The generator writes "any of these elements"; told to go by the type instead, a fault is reported once and where it is.
function byType(node) {
  if (Array.isArray(node)) return node.map(byType);
  if (node === null || typeof node !== "object") return node;
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, byType(value)]));
  const types = node.anyOf?.map(typeOf);
  if (!types || types.filter(Boolean).length < 2) return copy;

  const plain = copy.anyOf.filter((_, index) => !types[index]);
  const known = [...new Set(types.filter(Boolean))];
  const typed = {
    type: "object",
    required: ["type"],
    properties: { type: { enum: known } },
    allOf: known.map((type) => ({
      if: { properties: { type: { const: type } } },
      then: oneOrAny(copy.anyOf.filter((_, index) => types[index] === type)),
    })),
  };
  delete copy.anyOf;
  return plain.length === 0
    ? { ...copy, ...typed }
    : { ...copy, if: { type: "object" }, then: typed, else: { anyOf: plain } };
}

function oneOrAny(choices) {
  return choices.length === 1 ? choices[0] : { anyOf: choices };
}

function typeOf({ $ref }) {
  const definition = $ref && schema.definitions[$ref.replace("#/definitions/", "")];
  return definition?.required?.includes("type") ? definition.properties.type.const : undefined;
}
