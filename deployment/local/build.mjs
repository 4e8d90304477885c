import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from './settings.mjs';
import { byLine } from './output.mjs';
import { Problem } from './problem.mjs';

const project = path.join(root, 'bot', 'ReflectionBot.csproj');

/**
 * Builds the bot and gives the command that runs it: the built file itself and not "dotnet run", so that the
 * signal to stop reaches the bot. <c>signal</c> aborts the build.
 */
export async function buildBot(signal) {
  const build = await dotnet(['build', project, '--nologo', '-v', 'quiet', '-clp:ErrorsOnly;NoSummary'], signal);
  if (build.code !== 0) throw new Problem(`The bot does not build:\n  ${build.lines.slice(-30).join('\n  ')}`);
  const target = await dotnet(['msbuild', project, '-getProperty:TargetPath'], signal);
  return ['dotnet', target.lines.at(-1).trim()];
}

function dotnet(args, signal) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, DOTNET_NOLOGO: '1', DOTNET_CLI_TELEMETRY_OPTOUT: '1' };
    const child = spawn('dotnet', args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'], signal, windowsHide: true });
    const lines = [];
    byLine(child.stdout, (line) => { if (line.trim()) lines.push(line); });
    byLine(child.stderr, (line) => { if (line.trim()) lines.push(line); });
    child.once('error', reject);
    // Not "close": the compiler server outlives the build and may hold the pipes.
    child.once('exit', (code) => setTimeout(() => resolve({ code, lines }), 100));
  });
}
