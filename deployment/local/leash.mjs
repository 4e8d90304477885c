// Preloaded into every part (node --import). The parts run in process groups of their own, so that Ctrl-C in a
// terminal reaches none of them; they stop when the stack says so over this channel, and also when the stack is
// gone, whatever killed it. Raising SIGINT inside the process is what makes Azurite save, on Windows too.
const stop = () => {
  process.off('disconnect', stop);
  if (!process.emit('SIGINT', 'SIGINT')) process.exit(0);
};

process.on('message', (message) => { if (message === 'stop') stop(); });
process.on('disconnect', stop);
process.channel?.unref(); // the channel alone must not keep a finished part alive
