// Answers the health check and one metric at the official image's addresses; where there is nothing else to do, this is the whole stand-in.
import { createServer } from "node:http";

const { HEALTH_PORT, METRIC } = process.env;
const server = createServer((request, response) => {
  response.setHeader("content-type", "text/plain; version=0.0.4; charset=utf-8");
  response.statusCode = request.url === "/about/health" || request.url === "/metrics" ? 200 : 404;
  response.end(request.url === "/metrics" ? `${METRIC}\n` : "");
});
server.listen(Number(HEALTH_PORT));
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(0));
