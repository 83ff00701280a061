import type { AddressInfo, Socket } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

export type ReceivedMail = ParsedMail & { raw: string };

/** What the sink does with the next mails. `accept`; `refuse` the recipient for good (550) or `defer` it (450); `hang`: take the mail's text and
    never answer; `hold`: answer only after `release`. */
export type SinkMood = "accept" | "refuse" | "defer" | "hang" | "hold";

export type SmtpSink = {
  url: string;
  /** In order of acceptance. */
  mails: ReceivedMail[];
  /** How often a client began to send a mail's text. */
  transfers: () => number;
  setMood: (mood: SinkMood) => void;
  /** Answers what `hold` kept waiting, and accepts from now on. */
  release: () => void;
  goAway: () => Promise<void>;
  comeBack: () => Promise<void>;
};

/** A real SMTP server on a port of its own that keeps what it accepts. `goAway` closes the port and every connection. */
export async function startSmtpSink(): Promise<SmtpSink> {
  const mails: ReceivedMail[] = [];
  const sockets = new Set<Socket>();
  let mood: SinkMood = "accept";
  let transfers = 0;
  let held: (() => void)[] = [];

  const create = () => {
    const server = new SMTPServer({
      disabledCommands: ["AUTH", "STARTTLS"],
      disableReverseLookup: true,
      logger: false,
      onRcptTo: (_address, _session, done) => {
        if (mood === "refuse") return done(Object.assign(new Error("No such mailbox here"), { responseCode: 550 }));
        if (mood === "defer") return done(Object.assign(new Error("Try again later"), { responseCode: 450 }));
        done();
      },
      onData: async (stream, _session, done) => {
        transfers += 1;
        const chunks: Buffer[] = [];
        for await (const chunk of stream) chunks.push(chunk);
        const raw = Buffer.concat(chunks).toString("utf8");
        if (mood === "hang") return;
        if (mood === "hold") await new Promise<void>((resolve) => held.push(resolve));
        mails.push(Object.assign(await simpleParser(raw), { raw }));
        done();
      },
    });
    server.on("error", () => undefined);
    server.server.on("connection", (socket: Socket) => {
      sockets.add(socket);
      socket.on("close", () => sockets.delete(socket));
    });
    return server;
  };
  let server = create();
  const listening = (port: number) =>
    new Promise<void>((resolve, reject) => {
      server.server.once("error", reject);
      server.listen(port, "127.0.0.1", () => resolve());
    });
  await listening(0);
  const { port } = server.server.address() as AddressInfo;

  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    transfers: () => transfers,
    setMood: (next) => {
      mood = next;
    },
    release: () => {
      mood = "accept";
      for (const answer of held) answer();
      held = [];
    },
    goAway: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
    comeBack: async () => {
      server = create();
      await listening(port);
    },
  };
}
