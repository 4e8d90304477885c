import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Problem } from './problem.mjs';

export const here = path.dirname(fileURLToPath(import.meta.url));
export const root = path.resolve(here, '..', '..');

// The storage emulator's published account and key: the same on every machine in the world, so no secret.
const emulatorAccount = 'devstoreaccount1';
const emulatorKey = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

export const defaultPorts = { azurite: 10002, bot: 3978, playground: 56150, relay: 56151 };

/** Reads every setting of the local stack from the environment; each has a default that just works. */
export function readSettings(env = process.env) {
  const port = (name) => {
    const key = `LOCAL_${name.toUpperCase()}_PORT`;
    const value = Number(env[key] || defaultPorts[name]);
    if (!Number.isInteger(value) || value < 1 || value > 65535)
      throw new Problem(`${key} must be a port number between 1 and 65535, but is "${env[key]}".`);
    return value;
  };
  const ports = { azurite: port('azurite'), bot: port('bot'), playground: port('playground'), relay: port('relay') };
  return {
    ports,
    data: path.resolve(env.LOCAL_DATA || path.join(here, '.data')),
    botUrl: `http://127.0.0.1:${ports.bot}`,
    playgroundUrl: `http://127.0.0.1:${ports.playground}`,
    relayUrl: `http://127.0.0.1:${ports.relay}/_connector`,
    storage: connectionString(ports.azurite),
    colleagueDelay: readDelay(env.LOCAL_COLLEAGUE_DELAY || '2000-8000'),
    botCommand: env.LOCAL_BOT_COMMAND ? JSON.parse(env.LOCAL_BOT_COMMAND) : undefined,
  };
}

function connectionString(port) {
  if (port === defaultPorts.azurite) return 'UseDevelopmentStorage=true';
  const endpoint = `http://127.0.0.1:${port}/${emulatorAccount}`;
  return `DefaultEndpointsProtocol=http;AccountName=${emulatorAccount};AccountKey=${emulatorKey};TableEndpoint=${endpoint};`;
}

/** "2000-8000" (milliseconds) as its two ends. */
export function readDelay(text) {
  const match = /^(\d+)-(\d+)$/.exec(text);
  if (!match || Number(match[1]) > Number(match[2]))
    throw new Problem(`LOCAL_COLLEAGUE_DELAY must look like "2000-8000" (milliseconds), but is "${text}".`);
  return { min: Number(match[1]), max: Number(match[2]) };
}
