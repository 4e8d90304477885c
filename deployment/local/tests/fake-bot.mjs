// Stands in for the bot in the test of the stack: ready at once, sends every colleague a prompt when told to
// (POST /open), stores a table when told to (POST /store), and writes each answer it gets as one line.
import { createHmac } from 'node:crypto';
import http from 'node:http';
import { readFileSync } from 'node:fs';

const cast = JSON.parse(readFileSync(new URL('../cast.json', import.meta.url), 'utf8'));
const card = {
  type: 'AdaptiveCard', version: '1.5', lang: 'da',
  body: [
    { type: 'TextBlock', text: 'Hvordan går det?' },
    { type: 'Input.ChoiceSet', id: 'score', choices: [1, 2, 3, 4, 5].map((n) => ({ title: `${n}`, value: `${n}` })) },
    { type: 'Input.Text', id: 'text', isMultiline: true, maxLength: 4000 },
    { type: 'Input.ChoiceSet', id: 'visibility', value: 'named', choices: [{ title: 'Anonymt', value: 'anonymous' }, { title: 'Med navn', value: 'named' }] },
    { type: 'ActionSet', actions: [{ type: 'Action.Execute', title: 'Send', verb: 'prompt.answer', data: { slot: '2026-W40' } }] },
  ],
};

http.createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  const reply = (status, value) => { response.writeHead(status, { 'Content-Type': 'application/json' }); response.end(JSON.stringify(value ?? {})); };
  if (request.url === '/health/ready') return reply(200);
  if (request.url === '/open') { reply(202); return open(body); }
  if (request.url === '/store') { reply(202); return store(body); }
  const activity = request.method === 'POST' ? JSON.parse(body) : {};
  if (activity.type !== 'invoke') return reply(202);
  console.log(`ANSWER ${JSON.stringify(activity)}`);
  return reply(200, { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Tak' });
}).listen(Number(process.env.LOCAL_BOT_PORT), '127.0.0.1', () => console.log('fake bot listens'));

process.on('SIGTERM', () => { console.log('fake bot stops'); process.exit(0); });

async function open(serviceUrl) {
  for (const user of [cast.currentUser, ...cast.users]) {
    const created = await post(`${serviceUrl}/v3/conversations`, { bot: cast.bot, members: [{ id: user.id }], tenantId: cast.tenantId });
    const activity = { type: 'message', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }] };
    await post(`${serviceUrl}/v3/conversations/${encodeURIComponent(created.id)}/activities`, activity);
    await post(`${serviceUrl}/v3/conversations/${encodeURIComponent(created.id)}/activities`, activity);
  }
}

async function post(url, body) {
  const response = await fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  console.log(`${response.status} from the connector`);
  return response.json();
}

// Signed by hand (SharedKeyLite): one table is no reason for a storage library.
async function store(connectionString) {
  const [, account, key, endpoint] = /AccountName=([^;]+);AccountKey=([^;]+);TableEndpoint=([^;]+);/.exec(connectionString);
  const date = new Date().toUTCString();
  const signature = createHmac('sha256', Buffer.from(key, 'base64')).update(`${date}\n/${account}/${account}/Tables`).digest('base64');
  const response = await fetch(`${endpoint}/Tables`, {
    method: 'POST',
    headers: { 'x-ms-date': date, 'x-ms-version': '2019-02-02', Authorization: `SharedKeyLite ${account}:${signature}`, 'Content-Type': 'application/json', Accept: 'application/json;odata=nometadata' },
    body: '{"TableName":"kept"}',
  });
  console.log(`stored ${response.status}`);
}
