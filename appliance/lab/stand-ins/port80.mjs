// What port 80 is on a server: it leads to Caddy. Where Caddy is just being started, it waits for it, since an authority asks once.
import net from "node:net";

const server = net.createServer({ pauseOnConnect: true }, (visitor) => {
  visitor.on("error", () => visitor.destroy());
  lead(visitor);
});

/** @type {(visitor: net.Socket) => void} */
function lead(visitor) {
  if (visitor.destroyed) return;
  const caddy = net.connect({ host: "caddy.edge", port: 8080 });
  const again = () => setTimeout(lead, 100, visitor);
  caddy.once("error", again);
  caddy.once("connect", () => {
    caddy.off("error", again);
    caddy.on("error", () => visitor.destroy());
    visitor.pipe(caddy).pipe(visitor);
  });
}

server.listen(80);
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(0));
