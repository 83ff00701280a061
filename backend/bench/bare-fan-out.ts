import { createServer, type ServerResponse } from "node:http";
import pg from "pg";

/** The baseline of the arrivals bench: every notification on `bare` goes as it is to every open event stream. Environment: DATABASE_URL. Prints its port. */
const clients = new Set<ServerResponse>();
const listener = new pg.Client({ connectionString: process.env["DATABASE_URL"] });
listener.on("error", () => process.exit());
await listener.connect();
await listener.query("listen bare");
listener.on("notification", ({ payload }) => {
  for (const client of clients) client.write(`event: bare\ndata: ${payload}\n\n`);
});
const server = createServer((_, response) => {
  response.writeHead(200, { "Content-Type": "text/event-stream" });
  response.write("retry: 1000\n\n");
  clients.add(response);
  response.on("close", () => clients.delete(response));
});
server.listen(0, "127.0.0.1", () => console.log((server.address() as { port: number }).port));
