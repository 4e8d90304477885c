import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { partsAreInstalled } from '../checks.mjs';
import { here, readSettings } from '../settings.mjs';

// The whole stack with its real parts, only the bot is a stand-in.
const skip = partsAreInstalled(here) ? false : 'the npm parts are not installed: run "npm ci" in deployment/local';
const fakeBot = fileURLToPath(new URL('./fake-bot.mjs', import.meta.url));
const data = mkdtempSync(path.join(os.tmpdir(), 'local-stack-'));
let env;

before(async () => {
  const [azurite, bot, playground, relay] = await freePorts(4);
  env = {
    ...process.env,
    LOCAL_AZURITE_PORT: azurite, LOCAL_BOT_PORT: bot, LOCAL_PLAYGROUND_PORT: playground, LOCAL_RELAY_PORT: relay,
    LOCAL_DATA: data, LOCAL_COLLEAGUE_DELAY: '10-50',
    LOCAL_BOT_COMMAND: JSON.stringify([process.execPath, fakeBot]),
  };
});

after(() => rmSync(data, { recursive: true, force: true }));

test('starts, lets five colleagues answer, and stops without losing what was stored a moment ago', { skip, timeout: 60_000 }, async () => {
  const stack = start();
  await stack.says('Ready. Open http://localhost:');
  const settings = readSettings(env);
  await fetch(`${settings.botUrl}/open`, { method: 'POST', body: settings.relayUrl });
  for (const name of ['Åse Kirkholm', 'Søren Østerbæk', 'Leyla Demirhan', 'Jonas Ravnsgaard', 'Birgitte Skovlund'])
    await stack.says(`${name} has answered.`);
  await fetch(`${settings.botUrl}/store`, { method: 'POST', body: settings.storage });
  await stack.says('stored 201');

  stack.child.kill('SIGTERM');
  assert.equal(await stack.ended, 0, stack.output());

  const order = ['fake bot stops', 'Azurite Table service successfully closed', 'Stopped. The data is kept.'];
  const places = order.map((line) => stack.output().indexOf(line));
  assert.ok(places[0] > 0 && places[0] < places[1] && places[1] < places[2], stack.output());
  assert.equal(stack.output().match(/ANSWER/g).length, 5);
  assert.match(readFileSync(path.join(data, 'azurite', '__azurite_db_table__.json'), 'utf8'), /kept/);
});

test('a part that dies is named with its last lines, and the rest stops', { skip, timeout: 60_000 }, async () => {
  const stack = start({ LOCAL_BOT_COMMAND: JSON.stringify([process.execPath, '-e', 'console.log("no such setting"); process.exit(3)']) });
  assert.equal(await stack.ended, 1);
  assert.match(stack.output(), /The bot ended by itself \(exit code 3\)\. Its last lines:\n {2}no such setting\n/);
  assert.match(stack.output(), /Azurite Table service successfully closed/);
});

test('a taken port stops the start before anything runs', { skip, timeout: 60_000 }, async () => {
  const squatter = net.createServer().listen(Number(env.LOCAL_RELAY_PORT), '127.0.0.1');
  const stack = start();
  const code = await stack.ended;
  squatter.close();
  assert.equal(code, 1);
  assert.match(stack.output(), new RegExp(`^Port ${env.LOCAL_RELAY_PORT} is taken, and the colleagues relay needs it: [^\\n]+\\n$`));
});

function start(more = {}) {
  // From another folder on purpose: the stack must not depend on where it is started.
  const child = spawn(process.execPath, [path.join(here, 'start.mjs')], { env: { ...env, ...more }, cwd: os.tmpdir(), stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk) => { text += chunk; });
  const ended = new Promise((resolve) => { child.once('close', resolve); });
  const says = async (line) => {
    for (let i = 0; i < 600 && child.exitCode === null && !text.includes(line); i++) await new Promise((resolve) => { setTimeout(resolve, 50); });
    assert.ok(text.includes(line), `never said "${line}":\n${text}`);
  };
  return { child, ended, says, output: () => text };
}

async function freePorts(count) {
  const servers = await Promise.all(Array.from({ length: count }, () => new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => resolve(server));
  })));
  const ports = servers.map((server) => String(server.address().port));
  await Promise.all(servers.map((server) => new Promise((resolve) => { server.close(resolve); })));
  return ports;
}
