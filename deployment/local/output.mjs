const colours = { azurite: 36, bot: 32, playground: 35, colleagues: 33, stack: 1 };
const width = Math.max(...Object.keys(colours).map((name) => name.length));

/** A function that writes lines with the part's name in front, in colour when a person is looking. */
export function logFor(name, stream = process.stdout) {
  const label = name.padEnd(width);
  const prefix = stream.isTTY && !process.env.NO_COLOR ? `\x1b[${colours[name] ?? 0}m${label} |\x1b[0m ` : `${label} | `;
  return (text) => {
    for (const line of String(text).split(/\r?\n/)) stream.write(`${prefix}${line}\n`);
  };
}

/** Cuts a stream of chunks into lines. */
export function byLine(stream, take) {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk) => {
    const lines = (rest + chunk).split(/\r?\n/);
    rest = lines.pop();
    lines.forEach(take);
  });
  stream.on('end', () => { if (rest) take(rest); });
}
