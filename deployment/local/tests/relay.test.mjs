import assert from 'node:assert/strict';
import http from 'node:http';
import { after, before, beforeEach, test } from 'node:test';
import { readFileSync } from 'node:fs';
import { Colleagues } from '../colleagues.mjs';
import { startRelay } from '../relay.mjs';

const cast = JSON.parse(readFileSync(new URL('../cast.json', import.meta.url), 'utf8'));
const aase = cast.users[0];
const seen = { upstream: [], bot: [] };
const lines = [];
let answer; // what the fake Playground says next
let botAnswer;
let upstream;
let bot;
let relay;
let colleagues;

before(async () => {
  upstream = await serve(seen.upstream, () => answer);
  bot = await serve(seen.bot, () => botAnswer);
  const address = (server) => `http://127.0.0.1:${server.address().port}`;
  const listener = {
    conversationCreated: (...args) => colleagues.conversationCreated(...args),
    activitySent: (...args) => colleagues.activitySent(...args),
  };
  relay = await startRelay({ port: 0, upstream: address(upstream), listener, log: (line) => lines.push(line) });
});

beforeEach(() => {
  seen.upstream.length = 0;
  seen.bot.length = 0;
  lines.length = 0;
  answer = { status: 201, body: '{"id":"c1@test.user"}' };
  botAnswer = { status: 200, body: '{"statusCode":200}' };
  colleagues?.stop();
  colleagues = new Colleagues(cast, {
    serviceUrl: 'http://127.0.0.1:1/_connector', botUrl: `http://127.0.0.1:${bot.address().port}`,
    delay: { min: 1, max: 5 }, log: (line) => lines.push(line),
  });
});

after(async () => {
  await relay.stop();
  for (const server of [upstream, bot]) server.close();
});

test('passes method, escaped path, query, body, headers and status through as they are', async () => {
  answer = { status: 404, body: '<html>æøå</html>', headers: { 'Content-Type': 'text/html', 'X-Own': '1' } };
  const path = '/_connector/v3/conversations/19%3Akanal%40thread.tacv2%3Bmessageid%3D1/members/29%3Aa%2Fb?x=1%202';
  const response = await send('PUT', path, '{"text":"Åse på Ærø"}', { Authorization: 'Bearer t' });
  assert.equal(response.status, 404);
  assert.equal(response.headers['x-own'], '1');
  assert.equal(response.headers['content-type'], 'text/html');
  assert.equal(response.body, '<html>æøå</html>');
  const [arrived] = seen.upstream;
  assert.equal(arrived.method, 'PUT');
  assert.equal(arrived.url, path);
  assert.equal(arrived.body, '{"text":"Åse på Ærø"}');
  assert.equal(arrived.headers.authorization, 'Bearer t');
});

test('refuses every path but the connector', async () => {
  assert.equal((await send('GET', '/api/other')).status, 404);
  assert.equal(seen.upstream.length, 0);
});

test('says 502 when the Playground is gone', async () => {
  const alone = await startRelay({ port: 0, upstream: 'http://127.0.0.1:9', listener: {}, log: () => {} });
  const response = await send('GET', '/_connector/v3/x', undefined, {}, alone.port);
  await alone.stop();
  assert.equal(response.status, 502);
  assert.equal(JSON.parse(response.body).error.code, 'BadGateway');
});

test('a colleague answers a prompt as Teams would send it', async () => {
  await create(aase.id);
  await prompt('activity-7');
  const [arrived] = await until(seen.bot);
  assert.equal(arrived.url, '/api/messages');
  const { id, timestamp, ...activity } = JSON.parse(arrived.body);
  assert.match(id, /^f:/);
  assert.match(timestamp, /^\d{4}-\d\d-\d\dT/);
  assert.match(activity.value.action.data.score, /^[1-5]$/);
  activity.value.action.data.score = '3';
  assert.deepEqual(activity, {
    type: 'invoke',
    name: 'adaptiveCard/action',
    localTimezone: 'Europe/Copenhagen',
    channelId: 'msteams',
    serviceUrl: 'http://127.0.0.1:1/_connector',
    from: { id: '29:1aase-kirkholm', name: 'Åse Kirkholm', aadObjectId: '0b6d3c52-7a41-4e0f-9c28-51f3a7d9e002' },
    recipient: { id: '28:c3a9e1d4-5b72-4f60-8e1d-7a90b2c4d6e8', name: 'Refleksion' },
    conversation: { conversationType: 'personal', tenantId: '6f1c2b5e-0d3a-4c8e-9b7f-2a4d6e8c0b11', id: 'c1@test.user' },
    channelData: { tenant: { id: '6f1c2b5e-0d3a-4c8e-9b7f-2a4d6e8c0b11' }, source: { name: 'message' } },
    entities: [{ type: 'clientInfo', locale: 'da-DK', country: 'DK', platform: 'Web', timezone: 'Europe/Copenhagen' }],
    locale: 'da-DK',
    replyToId: 'activity-7',
    value: {
      action: { type: 'Action.Execute', title: 'Send', verb: 'prompt.answer', data: { slot: '2026-W40', round: 3, score: '3' } },
      trigger: 'manual',
    },
  });
  await until(lines);
  assert.deepEqual(lines, ['Åse Kirkholm has answered.']);
});

test('a prompt that comes as an update is answered under the id it was updated by', async () => {
  await create(aase.id);
  answer = { status: 200, body: '{}' };
  await send('PUT', '/_connector/v3/conversations/c1%40test.user/activities/a%3A5', JSON.stringify(promptActivity()));
  const [arrived] = await until(seen.bot);
  assert.equal(JSON.parse(arrived.body).replyToId, 'a:5');
});

test('the same round is answered once, another round again', async () => {
  await create(aase.id);
  await prompt('1');
  await prompt('2');
  await prompt('3', '2026-W41');
  await until(seen.bot, 2);
  await quiet();
  assert.deepEqual(seen.bot.map((request) => JSON.parse(request.body).value.action.data.slot).sort(), ['2026-W40', '2026-W41']);
});

test('nobody answers for the person at the keyboard, a stranger, a group, or a message that failed', async () => {
  await prompt('1'); // a conversation the relay never saw
  await create(cast.currentUser.id);
  await prompt('2');
  await create('29:somebody');
  await prompt('3');
  await send('POST', '/_connector/v3/conversations', JSON.stringify({ isGroup: true, members: [{ id: aase.id }] }));
  await prompt('4');
  await create(aase.id);
  answer = { status: 404, body: '{"error":{"code":"ConversationNotFound"}}' };
  await prompt();
  await quiet();
  assert.equal(seen.bot.length, 0);
});

test('a card without the verb is left alone', async () => {
  await create(aase.id);
  const activity = JSON.stringify(promptActivity()).replace('prompt.answer', 'summary.share');
  await send('POST', '/_connector/v3/conversations/c1%40test.user/activities', activity);
  await quiet();
  assert.equal(seen.bot.length, 0);
});

for (const [status, body, said] of [
  [500, 'secret', '500'],
  [200, '{"statusCode":400,"value":"secret"}', '200 with 400 statusCode inside'],
  [200, '', '200 with no statusCode inside'],
]) {
  test(`a refusal (${said}) is one line without content`, async () => {
    botAnswer = { status, body };
    await create(aase.id);
    await prompt('1');
    await until(lines);
    assert.deepEqual(lines, [`Åse Kirkholm could not answer: the bot said ${said}.`]);
  });
}

function promptActivity(slot = '2026-W40') {
  const card = {
    type: 'AdaptiveCard', lang: 'da',
    body: [
      { type: 'Input.ChoiceSet', id: 'score', choices: ['1', '2', '3', '4', '5'].map((value) => ({ title: value, value })) },
      { type: 'ActionSet', actions: [{ type: 'Action.Execute', title: 'Send', verb: 'prompt.answer', data: { slot, round: 3 } }] },
    ],
  };
  return { type: 'message', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }] };
}

const create = (id) => send('POST', '/_connector/v3/conversations', JSON.stringify({ members: [{ id }], tenantId: cast.tenantId }));

function prompt(activityId, slot) {
  if (activityId) answer = { status: 201, body: JSON.stringify({ id: activityId }) };
  const sent = send('POST', '/_connector/v3/conversations/c1%40test.user/activities', JSON.stringify(promptActivity(slot)));
  return sent.then((response) => { if (activityId) answer = { status: 201, body: '{"id":"c1@test.user"}' }; return response; });
}

function send(method, path, body, headers = {}, port = relay.port) {
  return new Promise((resolve, reject) => {
    const request = http.request({ port, host: '127.0.0.1', method, path, headers: { 'Content-Type': 'application/json', ...headers } });
    request.once('error', reject).once('response', async (response) => {
      let text = '';
      response.setEncoding('utf8');
      for await (const chunk of response) text += chunk;
      resolve({ status: response.statusCode, headers: response.headers, body: text });
    });
    request.end(body);
  });
}

async function serve(log, next) {
  const server = http.createServer(async (request, response) => {
    let body = '';
    request.setEncoding('utf8');
    for await (const chunk of request) body += chunk;
    log.push({ method: request.method, url: request.url, headers: request.headers, body });
    const { status, body: text, headers } = next();
    response.writeHead(status, headers ?? { 'Content-Type': 'application/json' });
    response.end(text);
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return server;
}

async function until(list, count = 1) {
  for (let i = 0; i < 200 && list.length < count; i++) await new Promise((resolve) => { setTimeout(resolve, 10); });
  assert.ok(list.length >= count, `expected ${count}, got ${list.length}`);
  return list;
}

// Long past the longest delay of a colleague in this test: what has not come by now does not come.
const quiet = () => new Promise((resolve) => { setTimeout(resolve, 80); });
