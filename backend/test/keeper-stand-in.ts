import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export type Commanded = { command: string; body: any };
export type KeeperStandIn = {
  /** For COUNTER_CONTROL_URL. */
  url: string;
  /** What was asked of it, in order. */
  commanded: Commanded[];
  /** How it answers until told otherwise: 200 and nothing. `before` is awaited first. */
  answer: { status: number; body: object; before?: () => Promise<unknown> };
  stop: () => Promise<void>;
};

/** Stand-in for Prosody with our module, as far as it is told whom to expect (jitsi-config/README.md); on a real Prosody: jitsi-config/test/dial-in.test.ts. */
export async function startKeeperStandIn(secret: string): Promise<KeeperStandIn> {
  const commanded: Commanded[] = [];
  const standIn = { commanded, answer: { status: 200, body: {} } } as unknown as KeeperStandIn;
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    if (request.headers.authorization !== `Bearer ${secret}`) return void response.writeHead(401).end();
    commanded.push({ command: request.url!.split("/").at(-1)!, body: JSON.parse(Buffer.concat(parts).toString()) });
    const { status, body, before } = standIn.answer;
    await before?.();
    response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  standIn.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/counter_control`;
  standIn.stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return standIn;
}
