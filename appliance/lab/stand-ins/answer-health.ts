// Answers the health check and one metric at the official image's addresses.
import { createServer } from "node:http";

/** @param faultOf what is wrong now, or undefined. */
export const answerHealth = (port: number, faultOf: () => string | undefined = () => undefined): void => {
  const server = createServer((request, response) => {
    if (request.url === "/metrics") {
      response.setHeader("content-type", "text/plain; version=0.0.4; charset=utf-8");
      return void response.end(`${process.env["METRIC"]}\n`);
    }
    const fault = faultOf();
    response.statusCode = request.url !== "/about/health" ? 404 : fault ? 500 : 200;
    return void response.end(response.statusCode === 500 ? fault : undefined);
  });
  server.listen(port);
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(0));
};
