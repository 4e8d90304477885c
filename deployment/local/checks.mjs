import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { Problem } from './problem.mjs';

const partNames = {
  azurite: 'Azurite (table storage)',
  bot: 'the bot',
  playground: 'the Playground',
  relay: 'the colleagues relay',
};

/** One sentence that names the port, what wants it, and the way out. */
export function portTakenSentence(name, port) {
  return `Port ${port} is taken, and ${partNames[name]} needs it: stop the program that uses it, `
    + `or choose another port with LOCAL_${name.toUpperCase()}_PORT.`;
}

/** Throws a Problem with one sentence per port that is taken, or that two parts both want. */
export async function checkPorts(ports) {
  const names = Object.keys(ports);
  const twins = names.filter((name) => names.some((other) => other !== name && ports[other] === ports[name]));
  if (twins.length > 0) throw new Problem(`Two parts cannot share port ${ports[twins[0]]}: ${twins.join(' and ')}.`);
  const taken = [];
  for (const name of names) if (await isTaken(ports[name])) taken.push(portTakenSentence(name, ports[name]));
  if (taken.length > 0) throw new Problem(taken.join('\n'));
}

// Asking for an answer and trying to listen: on some systems one may listen on loopback beside a wildcard listener.
async function isTaken(port) {
  return await answers(port, '127.0.0.1') || await answers(port, '::1') || !(await canListen(port));
}

function answers(port, host) {
  return new Promise((resolve) => {
    const socket = net.connect({ port, host, timeout: 1000 });
    const end = (result) => { socket.destroy(); resolve(result); };
    socket.once('connect', () => end(true)).once('error', () => end(false)).once('timeout', () => end(false));
  });
}

function canListen(port) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

export function checkDotnet() {
  const result = spawnSync('dotnet', ['--list-sdks'], { encoding: 'utf8', windowsHide: true });
  if (result.error) throw new Problem('The command "dotnet" was not found: install the .NET 10 SDK (https://dotnet.microsoft.com/download).');
  const newest = Math.max(0, ...result.stdout.split('\n').map((line) => Number.parseInt(line, 10) || 0));
  if (newest < 10) throw new Problem('The .NET 10 SDK was not found (see "dotnet --list-sdks"): install it (https://dotnet.microsoft.com/download).');
}

/** True when node_modules holds the very versions that the lock file names. */
export function partsAreInstalled(folder) {
  const installed = path.join(folder, 'node_modules', '.package-lock.json'); // npm writes it last, when all went well
  if (!existsSync(installed)) return false;
  const wanted = JSON.parse(readFileSync(path.join(folder, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(installed, 'utf8')).packages;
  return Object.keys(wanted[''].dependencies ?? {}).every((name) => {
    const key = `node_modules/${name}`;
    return present[key]?.version === wanted[key]?.version && existsSync(path.join(folder, key));
  });
}

export function installParts(folder) {
  const args = ['ci', '--loglevel=error', '--no-progress'];
  const npm = process.env.npm_execpath; // set when npm started us, and then the same npm is used again
  const env = { ...process.env };
  // "npm --prefix X start" hands its own prefix down, and would move the installation.
  for (const key of Object.keys(env)) if (/^npm_config_(local_|global_)?prefix$/i.test(key)) delete env[key];
  const options = { cwd: folder, env, stdio: ['ignore', 'inherit', 'inherit'], windowsHide: true };
  const result = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (result.status !== 0) throw new Problem('The npm parts could not be installed: see the lines above, then start again.');
}
