// The first thing a newcomer runs, so it must parse on a Node that is far too old: no imports, no new syntax.
const major = Number(process.versions.node.split('.')[0]);
if (major < 20) {
  console.error('Node ' + process.versions.node + ' is too old: the local stack needs Node 20 or newer (https://nodejs.org).');
  process.exit(1);
}
import('./stack.mjs').then((stack) => stack.run());
