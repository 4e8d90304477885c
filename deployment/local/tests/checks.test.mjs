import assert from 'node:assert/strict';
import net from 'node:net';
import { test } from 'node:test';
import { checkPorts, portTakenSentence } from '../checks.mjs';
import { readDelay, readSettings } from '../settings.mjs';

test('a taken port is named in one sentence, with what wants it and the way out', async () => {
  const squatter = net.createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => { squatter.once('listening', resolve); });
  const { port } = squatter.address();
  try {
    await assert.rejects(checkPorts({ bot: port }), {
      message: `Port ${port} is taken, and the bot needs it: stop the program that uses it, or choose another port with LOCAL_BOT_PORT.`,
    });
  } finally {
    squatter.close();
  }
  await checkPorts({ bot: port });
});

test('every part has a sentence of its own', () => {
  assert.match(portTakenSentence('azurite', 10002), /^Port 10002 is taken, and Azurite \(table storage\) needs it: .*LOCAL_AZURITE_PORT\.$/);
  assert.match(portTakenSentence('playground', 56150), /^Port 56150 is taken, and the Playground needs it: .*LOCAL_PLAYGROUND_PORT\.$/);
  assert.match(portTakenSentence('relay', 56151), /^Port 56151 is taken, and the colleagues relay needs it: .*LOCAL_RELAY_PORT\.$/);
});

test('two parts that want one port are told so', async () => {
  await assert.rejects(checkPorts({ bot: 3978, relay: 3978 }), { message: 'Two parts cannot share port 3978: bot and relay.' });
});

test('the defaults need no environment', () => {
  const settings = readSettings({});
  assert.deepEqual(settings.ports, { azurite: 10002, bot: 3978, playground: 56150, relay: 56151 });
  assert.equal(settings.storage, 'UseDevelopmentStorage=true');
  assert.equal(settings.relayUrl, 'http://127.0.0.1:56151/_connector');
  assert.deepEqual(settings.colleagueDelay, { min: 2000, max: 8000 });
});

test('another storage port gives the bot an explicit address', () => {
  assert.match(readSettings({ LOCAL_AZURITE_PORT: '41002' }).storage, /;TableEndpoint=http:\/\/127\.0\.0\.1:41002\/devstoreaccount1;$/);
});

test('a wrong setting is named', () => {
  assert.throws(() => readSettings({ LOCAL_BOT_PORT: 'x' }), { message: 'LOCAL_BOT_PORT must be a port number between 1 and 65535, but is "x".' });
  for (const bad of ['', '5', '9-3', 'a-b']) assert.throws(() => readDelay(bad), /LOCAL_COLLEAGUE_DELAY must look like/);
});
