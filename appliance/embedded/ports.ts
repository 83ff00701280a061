import net from "node:net";
import { Refusal } from "./refusal.ts";

/** Below those that Linux gives to outgoing connections (net.ipv4.ip_local_port_range): one of these could take a free port before its server listens. */
const lowestPort = 20_000;
const portCount = 12_000;
/** Between our finding it free and its server listening, a port could be found by another lane of tests too: each has a part of its own. */
const parts = 12;
const part = Number(process.env.MOCHA_WORKER_ID ?? 0) % parts;
const handedOut = new Set<number>();

/** A port that nobody listens on now, and that this process was not given before. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = lowestPort + Math.floor(Math.random() * (portCount / parts)) * parts + part;
    if (handedOut.has(port) || !(await isPortFree(port))) continue;
    handedOut.add(port);
    return port;
  }
}

/** Free on both loopback addresses: a browser may try ::1 first when it is told "localhost". */
export async function isPortFree(port: number): Promise<boolean> {
  for (const host of ["127.0.0.1", "::1"]) {
    const server = net.createServer();
    try {
      await listen(server, port, host);
      await close(server);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EACCES") throw new Refusal(`Port ${port} needs special rights: choose one from 1024 upwards.`);
      if (code === "EADDRINUSE") return false;
    }
  }
  return true;
}

/** A port that people know by heart: never another one than asked. */
export async function claimPort(port: number, use: string, variable: string): Promise<number> {
  if (await isPortFree(port)) return port;
  throw new Refusal(
    `Port ${port} for ${use} is taken by another program: stop that one, or start with ${variable}=${port + 1000}.`,
  );
}

/** A port that only our own processes use: the preferred one, or any free one. */
export async function preferPort(preferred: number): Promise<number> {
  return (await isPortFree(preferred)) ? preferred : await freePort();
}

function listen(server: net.Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host, exclusive: true }, resolve);
  });
}

function close(server: net.Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
