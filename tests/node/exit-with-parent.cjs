// Preloaded into a server that a test run starts: when the run ends, however it ends, its end of the pipe
// closes and the server goes with it. The pipe alone keeps no server alive that was asked to stop.
process.stdin.on("end", () => process.exit()).resume();
process.stdin.unref?.();
