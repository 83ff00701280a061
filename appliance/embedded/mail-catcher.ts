import http from "node:http";
import type { AddressInfo } from "node:net";
import { PAGE, SCRIPT, STYLE } from "./mail-page.ts";
import { type MailStore, openMailStore } from "./mail-store.ts";

export interface MailCatcherOptions {
  /** Where the mails are kept as .eml files. */
  folder: string;
  /** 0 takes any free port. */
  smtpPort: number;
  webPort: number;
}

export interface MailCatcher {
  smtpPort: number;
  url: string;
  messages: MailStore["list"];
  stop: () => Promise<void>;
}

interface Reply {
  status: number;
  type: string;
  body: string | Buffer;
  headers?: http.OutgoingHttpHeaders;
}

const LARGEST_MAIL_BYTES = 25 * 1024 * 1024;
const OWN_NAMES = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;
const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; img-src data:; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const MAIL_POLICY =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; " +
  "form-action 'none'; frame-ancestors 'self'";

/** Takes every mail on 127.0.0.1 and shows it on a page; sends none on. */
export async function startMailCatcher(options: MailCatcherOptions): Promise<MailCatcher> {
  const store = await openMailStore(options.folder);
  const smtp = await startSmtp(store, options.smtpPort);
  const web = http.createServer((request, response) => {
    answer(store, request).then(
      (reply) => send(response, reply),
      () => send(response, refusal(500, "This mail cannot be read.")),
    );
  });
  await new Promise<void>((resolve, reject) => {
    web.once("error", reject);
    web.listen(options.webPort, "127.0.0.1", resolve);
  });
  return {
    smtpPort: smtp.port,
    url: `http://localhost:${(web.address() as AddressInfo).port}`,
    messages: store.list,
    async stop() {
      web.closeAllConnections();
      await Promise.all([new Promise((resolve) => web.close(resolve)), smtp.stop()]);
    },
  };
}

async function startSmtp(store: MailStore, port: number): Promise<{ port: number; stop: () => Promise<void> }> {
  const { SMTPServer } = await import("smtp-server");
  const server = new SMTPServer({
    banner: "Balie mail catcher",
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    disableReverseLookup: true,
    size: LARGEST_MAIL_BYTES,
    closeTimeout: 1000,
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("error", (error) => done(error));
      stream.on("end", () => {
        if (stream.sizeExceeded) return done(Object.assign(new Error("The mail is too large."), { responseCode: 552 }));
        store.add(Buffer.concat(chunks)).then(
          () => done(),
          // A temporary refusal: the sender keeps the mail and tries again, so a full disk loses none.
          () => done(Object.assign(new Error("The mail cannot be stored now."), { responseCode: 452 })),
        );
      });
    },
  });
  // A sender that breaks off is no failure of ours.
  server.on("error", () => {});
  const listening = await new Promise<AddressInfo>((resolve, reject) => {
    server.server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(server.server.address() as AddressInfo));
  });
  return { port: listening.port, stop: () => new Promise((resolve) => server.close(() => resolve())) };
}

async function answer(store: MailStore, request: http.IncomingMessage): Promise<Reply> {
  // A page elsewhere may give its name our address (DNS rebinding); it cannot give itself our name.
  if (!OWN_NAMES.test(request.headers.host ?? "")) return refusal(403, "Open this page as http://localhost.");
  const { pathname } = new URL(request.url ?? "/", "http://localhost");
  if (request.method === "DELETE" && pathname === "/api/messages") return clear(store, request);
  if (request.method !== "GET" && request.method !== "HEAD") return refusal(405, "Only reading is possible here.");
  if (pathname === "/") return page("text/html", PAGE);
  if (pathname === "/mail.css") return page("text/css", STYLE);
  if (pathname === "/mail.js") return page("text/javascript", SCRIPT);
  if (pathname === "/api/messages") return listing(store, request);
  const [, id = "", part = "", number = ""] =
    /^\/api\/messages\/([^/]+)(?:\/([a-z]+))?(?:\/(\d+))?$/.exec(pathname) ?? [];
  const raw = store.read(id);
  if (!raw) return refusal(404, "There is no such mail.");
  return mailPart(store, id, raw, part, number);
}

function clear(store: MailStore, request: http.IncomingMessage): Reply {
  const origin = request.headers.origin;
  if (origin && !OWN_NAMES.test(new URL(origin).host)) return refusal(403, "Only this page may delete mails.");
  store.clear();
  return json([]);
}

function listing(store: MailStore, request: http.IncomingMessage): Reply {
  const tag = `"${store.version()}"`;
  if (request.headers["if-none-match"] === tag) return { status: 304, type: "", body: "", headers: { ETag: tag } };
  return { ...json(store.list()), headers: { ETag: tag } };
}

async function mailPart(store: MailStore, id: string, raw: Buffer, part: string, number: string): Promise<Reply> {
  if (part === "raw") return { status: 200, type: "message/rfc822", body: raw, headers: download(`${id}.eml`) };
  const { simpleParser } = await import("mailparser");
  const mail = await simpleParser(raw);
  if (part === "") {
    return json({
      ...store.list().find((one) => one.id === id),
      text: mail.text ?? "",
      hasHtml: Boolean(mail.html),
      headers: mail.headerLines.map(({ line }) => line).join("\n"),
      attachments: mail.attachments.map((one) => ({
        name: one.filename ?? "attachment",
        type: one.contentType,
        bytes: one.size,
      })),
    });
  }
  if (part === "html" && mail.html) {
    const body = `<!doctype html><meta charset="utf-8"><base target="_blank">${mail.html}`;
    return { status: 200, type: "text/html", body, headers: { "Content-Security-Policy": MAIL_POLICY } };
  }
  const attachment = part === "attachments" && number !== "" ? mail.attachments[Number(number)] : undefined;
  if (!attachment) return refusal(404, "The mail has no such part.");
  const headers = download(attachment.filename ?? "attachment");
  return { status: 200, type: attachment.contentType, body: attachment.content, headers };
}

function page(type: string, body: string): Reply {
  return { status: 200, type, body };
}

function json(value: unknown): Reply {
  return { status: 200, type: "application/json", body: JSON.stringify(value) };
}

function refusal(status: number, sentence: string): Reply {
  return { status, type: "text/plain", body: `${sentence}\n` };
}

/** RFC 6266: the plain name for old clients, the encoded one for the rest. */
function download(name: string): http.OutgoingHttpHeaders {
  const plain = name.replaceAll(/[^\w.-]/g, "_");
  const encoded = encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return {
    "Content-Disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
    "Content-Security-Policy": "sandbox; default-src 'none'",
  };
}

function send(response: http.ServerResponse, { status, type, body, headers }: Reply): void {
  // A header from a mail may hold signs that HTTP forbids.
  const safeType = /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type : "application/octet-stream";
  response.writeHead(status, {
    "Content-Type": safeType.startsWith("text/") ? `${safeType}; charset=utf-8` : safeType,
    "Content-Security-Policy": PAGE_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    ...headers,
  });
  response.end(response.req.method === "HEAD" ? undefined : body);
}
