// Answers the health check at the official image's address.
import { createServer } from "node:http";

/** @param faultOf what is wrong now, or undefined. */
export const answerHealth = (port: number, faultOf: () => string | undefined = () => undefined): void => {
  const server = createServer((request, response) => {
    const fault = faultOf();
    response.statusCode = request.url !== "/about/health" ? 404 : fault ? 500 : 200;
    response.end(response.statusCode === 500 ? fault : undefined);
  });
  server.listen(port);
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(0));
};
