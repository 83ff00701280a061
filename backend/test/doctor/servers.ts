import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { type AddressInfo, createServer as createTcpServer, type Server as TcpServer } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import type { KeyPair } from "./certificates.js";

type Listening = { port: number; stop: () => Promise<void> };

export const serveHttps = (
  pair: KeyPair,
  answer: RequestListener = (_, response) => response.end(),
): Promise<Listening> => listening(createSecureServer(pair, answer));

export const serveHttp = (answer: RequestListener): Promise<Listening> => listening(createServer(answer));

/** Accepts connections and never says a word. */
export const serveSilence = (): Promise<Listening> => listening(createTcpServer());

/** A proxy's side of CONNECT that says no. */
export async function serveRefusingProxy(): Promise<Listening> {
  const server = createServer();
  server.on("connect", (_, socket) => socket.end("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n"));
  return listening(server);
}

export type Letterbox = Listening & { mails: number };

export async function serveMail(options: SMTPServerOptions & { recipients?: "refused" } = {}): Promise<Letterbox> {
  const box = { mails: 0 };
  const smtp = new SMTPServer({
    disableReverseLookup: true,
    logger: false,
    onAuth: ({ username, password }, _session, done) =>
      username === "balie" && password === "the-mail-password"
        ? done(null, { user: username })
        : done(Object.assign(new Error("Invalid credentials"), { responseCode: 535 })),
    onRcptTo: (_address, _session, done) =>
      options.recipients ? done(Object.assign(new Error("Relaying denied"), { responseCode: 550 })) : done(),
    onData: (stream, _session, done) => {
      box.mails += 1;
      stream.resume().once("end", () => done());
    },
    ...options,
  });
  smtp.on("error", () => undefined);
  await new Promise<void>((resolve) => smtp.listen(0, "127.0.0.1", resolve));
  const { port } = smtp.server.address() as AddressInfo;
  return Object.assign(box, { port, stop: () => new Promise<void>((resolve) => smtp.close(() => resolve())) });
}

async function listening(server: Server | TcpServer): Promise<Listening> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    stop: async () => {
      if ("closeAllConnections" in server) server.closeAllConnections();
      // Silent connections would keep it open.
      server.close();
    },
  };
}

type PagesFault = { status?: number; withoutHeaders?: boolean; leaks?: string; lacks?: string };

/** What Caddy serves to the outside, as far as the doctor looks: our page, Jitsi's three paths, and 404. */
export const servePages = (pair: KeyPair, { status = 200, withoutHeaders, leaks, lacks }: PagesFault = {}) => {
  const known = ["/", "/xmpp-websocket", "/http-bind", "/libs/lib-jitsi-meet.min.js", leaks].filter(
    (path) => path !== lacks,
  );
  return serveHttps(pair, (request, response) => {
    response.statusCode = known.includes(request.url) ? status : 404;
    if (!withoutHeaders) {
      response.setHeader("Content-Security-Policy", "default-src 'self'");
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
    response.end("a page");
  });
};
