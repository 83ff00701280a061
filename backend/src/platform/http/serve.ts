import { createServer, type RequestListener, type Server } from "node:http";

/** Resolves when it listens. */
export function serve(answer: RequestListener, port: number, host: string): Promise<Server> {
  const server = createServer(answer);
  return new Promise((resolve, reject) => server.once("error", reject).listen(port, host, () => resolve(server)));
}

/** Takes no more connections and waits for the answers under way; past the limit they are cut. */
export async function endServer(server: Server, limitMs: number): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  const limit = setTimeout(() => server.closeAllConnections(), limitMs);
  await closed;
  clearTimeout(limit);
}
