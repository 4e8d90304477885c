import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { here } from './settings.mjs';
import { byLine, logFor } from './output.mjs';
import { Problem } from './problem.mjs';

const leash = pathToFileURL(path.join(here, 'leash.mjs')).href;
const tailLength = 15;

/** One program of the stack: its lines are shown under its name, and it is stopped in an orderly way. */
export class Part {
  constructor(name, title, script, args, { cwd, env = {}, onLine, logFile } = {}) {
    this.name = name;
    this.title = title;
    this.tail = [];
    this.logFile = logFile;
    this.stopping = false;
    const log = logFor(name);
    this.child = spawn(process.execPath, ['--import', leash, script, ...args], {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      detached: true, // a process group of its own: Ctrl-C in the terminal must not reach it before its turn
      windowsHide: true,
    });
    const take = (line) => {
      this.tail = [...this.tail, line].slice(-tailLength);
      onLine?.(line);
      log(line);
    };
    byLine(this.child.stdout, take);
    byLine(this.child.stderr, take);
    this.ended = new Promise((resolve) => {
      this.child.once('error', (error) => resolve(error.message));
      this.child.once('exit', (code, signal) => {
        const how = signal ? `signal ${signal}` : `exit code ${code}`;
        this.child.once('close', () => resolve(how)); // its last lines have been read
        setTimeout(() => resolve(how), 500); // unless something it left behind keeps them open
      });
    });
    this.ended.then((how) => { this.how = how; });
  }

  get alive() {
    return this.how === undefined;
  }

  /** Waits until <c>isReady</c> says yes; a Problem when the part dies first or the time is up. */
  async until(isReady, seconds, what) {
    const deadline = Date.now() + seconds * 1000;
    while (this.alive && !this.stopping) {
      if (await isReady()) return;
      if (Date.now() > deadline) throw new Problem(`${this.title} did not ${what} within ${seconds} seconds.${this.lastLines()}`);
      await new Promise((resolve) => { setTimeout(resolve, 150); });
    }
    if (!this.stopping) throw this.died();
  }

  died() {
    return new Problem(`${this.title} ended by itself (${this.how}).${this.lastLines()}`);
  }

  lastLines() {
    const lines = [...this.tail, ...this.#logged()].filter((line) => line.trim()).slice(-tailLength);
    return lines.length === 0 ? ' It had written nothing.' : ` Its last lines:\n  ${lines.join('\n  ')}`;
  }

  #logged() {
    return this.logFile && existsSync(this.logFile) ? readFileSync(this.logFile, 'utf8').split(/\r?\n/) : [];
  }

  /** Asks the part to stop and waits until it has; after <c>seconds</c> it is killed. */
  async stop(seconds) {
    this.stopping = true;
    if (!this.alive) return;
    if (this.child.connected) this.child.send('stop', () => {});
    const timer = setTimeout(() => {
      logFor('stack')(`${this.title} did not stop within ${seconds} seconds and is killed.`);
      this.kill();
    }, seconds * 1000);
    await this.ended;
    clearTimeout(timer);
  }

  /** Ends the part and everything it started, at once. */
  kill() {
    this.stopping = true;
    if (!this.alive || !this.child.pid) return;
    if (process.platform === 'win32') {
      spawnSync('taskkill', ['/pid', String(this.child.pid), '/t', '/f'], { windowsHide: true });
      return;
    }
    try {
      process.kill(-this.child.pid, 'SIGKILL');
    } catch {
      // it ended in the meantime
    }
  }
}
