// Preloaded into our Node children: when the launcher vanishes, even by kill -9, the child ends as if asked to.
const GRACE_MS = 4000;

if (process.channel) {
  process.channel.unref();
  process.on("disconnect", () => {
    setTimeout(() => process.exit(1), GRACE_MS).unref();
    process.kill(process.pid, "SIGTERM");
  });
  // A listener for "disconnect" refs the channel again; the child must still be free to end by itself.
  process.channel.unref();
}
