import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { here, root } from './settings.mjs';
import { Part } from './part.mjs';
import { Problem } from './problem.mjs';

const modules = path.join(here, 'node_modules');
export const castFile = path.join(here, 'cast.json'); // also the Playground's configuration: JSON is valid YAML
export const readCast = () => JSON.parse(readFileSync(castFile, 'utf8'));

export function azurite({ ports, data }) {
  const location = path.join(data, 'azurite');
  mkdirSync(location, { recursive: true });
  const script = path.join(modules, 'azurite', 'dist', 'src', 'table', 'main.js');
  const args = ['--tableHost', '127.0.0.1', '--tablePort', String(ports.azurite), '--location', location,
    '--silent', '--disableTelemetry', '--skipApiVersionCheck'];
  const part = new Part('azurite', 'Azurite', script, args, { cwd: location });
  return { part, ready: () => part.until(() => answers(`http://127.0.0.1:${ports.azurite}/`), 60, 'answer') };
}

export function bot({ ports, botUrl, storage }, [command, ...args]) {
  const part = new Part('bot', 'The bot', path.join(here, 'run.mjs'), [command, ...args], {
    cwd: path.join(root, 'bot'),
    env: {
      ...withoutSecrets(),
      ASPNETCORE_ENVIRONMENT: 'Development',
      ASPNETCORE_URLS: botUrl,
      Storage__ConnectionString: storage,
      LOCAL_BOT_PORT: String(ports.bot),
    },
  });
  return { part, ready: () => part.until(() => answers(`${botUrl}/health/ready`, 200), 90, 'become ready (/health/ready)') };
}

export function playground({ ports, data, botUrl, playgroundUrl, relayUrl }) {
  const folder = path.join(data, 'playground');
  mkdirSync(folder, { recursive: true });
  const logFile = path.join(folder, 'playground.log');
  const script = path.join(modules, '@microsoft', 'm365agentsplayground', 'cli.js');
  const args = ['start', '-e', `${botUrl}/api/messages`, '-c', 'msteams', '-p', String(ports.playground), '--su', relayUrl, '--dt'];
  let port;
  const part = new Part('playground', 'The Playground', script, args, {
    cwd: folder,
    logFile, // where it says why, when it refuses its configuration
    env: {
      ...withoutSecrets(),
      TEAMSAPPTESTER_BROWSER: 'none',
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: castFile,
      M365_AGENTS_PLAYGROUND_LOGFILE: logFile,
      TZ: 'Europe/Copenhagen',
    },
    onLine: (line) => { port ??= /^Listening on (\d+)/.exec(line)?.[1]; },
  });
  // On a busy port it silently takes another one, and then the page and the relay would talk past each other.
  const isReady = async () => {
    if (port === undefined) return false;
    if (Number(port) !== ports.playground)
      throw new Problem(`The Playground could not have port ${ports.playground} and took ${port}: stop the program that uses ${ports.playground}, or set LOCAL_PLAYGROUND_PORT.`);
    return answers(`${playgroundUrl}/`, 200);
  };
  return { part, ready: () => part.until(isReady, 60, 'answer') };
}

/** Whether an address answers, with this status when one is given. */
async function answers(url, status) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2000) });
    await response.body?.cancel();
    return status === undefined || response.status === status;
  } catch {
    return false;
  }
}

// The local stack runs without authentication. What a shell happens to hold must not turn it on in one part only,
// nor reach the Playground, which would write it to its log.
function withoutSecrets() {
  const own = /^(MicrosoftApp|AUTH_CLIENT|AUTH_TENANT|BOT_ENDPOINT|DEFAULT_CHANNEL_ID|TEAMSAPPTESTER_|TEAMS_APP_TEST_TOOL_|M365_AGENTS_)/i;
  return Object.fromEntries(Object.keys(process.env).filter((key) => own.test(key)).map((key) => [key, undefined]));
}
