// Answers the health check at the official image's address; where there is nothing else to do, this is the whole stand-in.
import { createServer } from "node:http";

const server = createServer((request, response) => {
  response.statusCode = request.url === "/about/health" ? 200 : 404;
  response.end();
});
server.listen(Number(process.env["HEALTH_PORT"]));
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(0));
