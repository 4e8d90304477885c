import { mkdirSync } from 'node:fs';
import { buildBot } from './build.mjs';
import { checkDotnet, checkPorts, installParts, partsAreInstalled } from './checks.mjs';
import { Colleagues } from './colleagues.mjs';
import { logFor } from './output.mjs';
import { azurite, bot, playground, readCast } from './parts.mjs';
import { Problem } from './problem.mjs';
import { startRelay } from './relay.mjs';
import { here, readSettings } from './settings.mjs';

const log = logFor('stack');
const started = []; // { title, stop(), kill() } in the order of starting; stopped in the opposite order
const aborted = new AbortController();
let stopping;

/** The whole local stack, from the first check until everything has stopped. */
export async function run() {
  stopOnSignals();
  try {
    await start(readSettings());
  } catch (error) {
    if (stopping) return; // the person asked for it, and what fell over on the way is no news
    await fail(error);
  }
}

async function start(settings) {
  if (!settings.botCommand) checkDotnet();
  await checkPorts(settings.ports);
  if (!partsAreInstalled(here)) {
    log('Installing Azurite and the Playground from npm (once; a minute or two)...');
    installParts(here);
  }
  mkdirSync(settings.data, { recursive: true });
  if (!settings.botCommand) log('Building the bot...');
  const botCommand = settings.botCommand ?? await buildBot(aborted.signal);

  await add(() => azurite(settings), 30);
  await add(() => bot(settings, botCommand), 20);
  const cast = readCast();
  await addRelay(settings, cast);
  await add(() => playground(settings), 5);
  if (!stopping) welcome(settings, cast);
}

async function add(create, stopSeconds) {
  if (stopping) return;
  const { part, ready } = create();
  started.push({ title: part.title, stop: () => part.stop(stopSeconds), kill: () => part.kill() });
  part.ended.then(() => { if (!part.stopping) fail(part.died()); });
  await ready();
}

async function addRelay(settings, cast) {
  if (stopping) return;
  const say = logFor('colleagues');
  const colleagues = new Colleagues(cast, {
    serviceUrl: settings.relayUrl, botUrl: settings.botUrl, delay: settings.colleagueDelay, log: say,
  });
  const relay = await startRelay({ port: settings.ports.relay, upstream: settings.playgroundUrl, listener: colleagues, log: say });
  started.push({
    title: 'the relay',
    stop: () => { colleagues.stop(); return relay.stop(); },
    kill: () => {},
  });
}

function welcome({ ports }, cast) {
  const open = `http://localhost:${ports.playground}`;
  log([
    '',
    `Ready. Open ${open} in a browser: you are ${cast.currentUser.name} in the team ${cast.team.name}.`,
    `The other ${cast.users.length} members answer for themselves a few seconds after a round opens.`,
    'The Playground listens on all network interfaces, without authentication: for development machines only.',
    'Stop everything with Ctrl-C.',
    '',
  ].join('\n'));
}

async function fail(error) {
  if (stopping) return;
  console.error(error instanceof Problem ? error.message : error.stack);
  await stop(1);
}

/** Stops everything, the last started first: storage must outlive the bot, or its last writes are lost. */
function stop(exitCode) {
  stopping ??= (async () => {
    aborted.abort();
    if (started.length > 0) log('Stopping...');
    for (const part of started.toReversed()) await part.stop();
    if (started.length > 0) log('Stopped. The data is kept.');
    process.exit(exitCode);
  })();
  return stopping;
}

function stopOnSignals() {
  let first;
  const take = () => {
    first ??= Date.now();
    stop(0);
    // One Ctrl-C arrives twice under npm: from the terminal, and handed on by npm.
    if (Date.now() - first < 700) return;
    log('Killing everything: what Azurite had not yet saved is lost.');
    for (const part of started) part.kill();
    process.exit(1);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, take);
  // Nobody reads any more, or npm itself was killed: stop in good order rather than live on unseen.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => stop(1));
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event)
    setInterval(() => { if (process.ppid !== parent) stop(1); }, 1000).unref();
}
