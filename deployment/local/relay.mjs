import http from 'node:http';

const prefix = '/_connector/';
const hopByHop = ['connection', 'keep-alive', 'proxy-authenticate', 'proxy-authorization', 'te', 'trailer', 'transfer-encoding', 'upgrade'];
const copyLimit = 1024 * 1024; // bytes; the Playground itself refuses bodies over 100 KB

/**
 * Stands between the bot and the Playground's connector and passes everything on as it is. It has one listener,
 * which is told what the bot sent and what the Playground answered: the colleagues.
 */
export async function startRelay({ port, upstream, listener, log }) {
  const server = http.createServer((request, response) => {
    if (!request.url.startsWith(prefix)) return refuse(response, 404, 'NotFound', 'The relay knows only /_connector/.');
    pass(request, response, { upstream, listener, log });
  });
  await new Promise((resolve, reject) => { server.once('error', reject).listen(port, '127.0.0.1', resolve); });
  return {
    port: server.address().port,
    stop: () => new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); }),
  };
}

function pass(request, response, { upstream, listener, log }) {
  const headers = withoutHopByHop(request.headers);
  delete headers.host;
  delete headers['accept-encoding']; // the listener reads the answer, so it must come in clear
  const { hostname, port } = new URL(upstream);
  // The path goes on as it came, percent-escapes and all: ids contain ':' and '@', and a parser would rewrite them.
  const forward = http.request({ hostname, port, method: request.method, path: request.url, headers, agent: false });
  const sent = copy(request);
  request.pipe(forward);
  response.once('close', () => { if (!response.writableFinished) forward.destroy(); });

  forward.once('response', (answer) => {
    const received = copy(answer);
    response.writeHead(answer.statusCode, answer.statusMessage, withoutHopByHop(answer.headers));
    answer.pipe(response);
    answer.once('error', () => response.destroy());
    answer.once('end', () => {
      try {
        if (answer.statusCode < 300) tell(listener, request, sent(), received());
      } catch (error) {
        log(`The colleagues missed a message (${error.name}).`);
      }
    });
  });
  forward.once('error', () => {
    if (response.headersSent) response.destroy();
    else refuse(response, 502, 'BadGateway', 'The Playground does not answer.');
  });
}

const createPath = /^\/_connector\/v3\/conversations\/?$/;
const activityPath = /^\/_connector\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?\/?$/;

function tell(listener, { method, url }, sent, received) {
  const path = url.split('?')[0];
  if (method === 'POST' && createPath.test(path)) {
    listener.conversationCreated(sent, received);
    return;
  }
  const match = activityPath.exec(path);
  if (!match || (method !== 'POST' && method !== 'PUT')) return;
  const updated = method === 'PUT' && match[2] ? decodeURIComponent(match[2]) : undefined;
  listener.activitySent(decodeURIComponent(match[1]), sent, received?.id ?? updated);
}

/** Keeps what flows by; returns a function that reads it as JSON, undefined when it is none (some answers are HTML). */
function copy(stream) {
  const chunks = [];
  let size = 0;
  stream.on('data', (chunk) => {
    size += chunk.length;
    if (size <= copyLimit) chunks.push(chunk);
  });
  return () => {
    try {
      return JSON.parse(Buffer.concat(chunks).toString('utf8'));
    } catch {
      return undefined;
    }
  };
}

function withoutHopByHop(headers) {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !hopByHop.includes(name)));
}

function refuse(response, status, code, message) {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify({ error: { code, message } }));
}
