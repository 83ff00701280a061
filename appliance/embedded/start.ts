import path from "node:path";
import { claimPort, preferPort } from "./ports.ts";
import { Refusal, sentenceFor } from "./refusal.ts";
import { type Ports, ROOT } from "./scene.ts";
import { type Stack, startStack } from "./stack.ts";

const SAME_KEYPRESS_MS = 1000;
const startedAt = Date.now();

// The terminal may close before we end; then there is nobody left to tell.
process.stdout.on("error", () => {});
process.stderr.on("error", () => {});

const stopping = new AbortController();
let stack: Stack | undefined;
let askedAt = 0;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, askToStop);
process.on("uncaughtException", endBy);
process.on("unhandledRejection", endBy);

try {
  console.log("Balie starts…");
  stack = await startStack({
    home: process.env.BALIE_HOME ?? path.join(ROOT, ".balie"),
    ports: portsOf,
    publicUrl: process.env.BALIE_PUBLIC_URL ?? `http://localhost:${portFrom("BALIE_PORT") ?? 8080}`,
    databaseUrl: process.env.DATABASE_URL || undefined,
    installsProsody: true,
    postgresOutlivesLauncher: true,
    signal: stopping.signal,
    say: (line) => console.log(`${elapsed()}  ${line}`),
  });
  console.log(welcome(stack));
  if (stopping.signal.aborted) await stop();
} catch (error) {
  if (stopping.signal.aborted) {
    console.log("Stopped.");
    process.exit(0);
  }
  endBy(error);
}

/** First time: stops in order. A second time, not merely the same key passed on by npm as well: at once. */
function askToStop(): void {
  const now = Date.now();
  if (askedAt && now - askedAt < SAME_KEYPRESS_MS) return;
  if (askedAt) {
    console.log("Ending everything at once.");
    stack?.destroy();
    process.exit(130);
  }
  askedAt = now;
  console.log("\nStopping… (Ctrl-C once more ends everything at once)");
  stopping.abort();
  if (stack) void stop();
}

async function stop(): Promise<void> {
  await stack?.stop();
  console.log("Stopped.");
  process.exit(0);
}

function endBy(error: unknown): void {
  console.error(sentenceFor(error) ?? error);
  stack?.destroy();
  process.exit(1);
}

/** What people open has the port they know, or a refusal; what only our processes use goes elsewhere when taken. */
async function portsOf(): Promise<Partial<Ports>> {
  const claim = (fallback: number, use: string, variable: string) =>
    claimPort(portFrom(variable) ?? fallback, use, variable);
  const prefer = (fallback: number, use: string, variable: string) =>
    portFrom(variable) ? claim(fallback, use, variable) : preferPort(fallback);
  const postgres = portFrom("BALIE_POSTGRES_PORT");
  return {
    public: await claim(8080, "Balie's pages", "BALIE_PORT"),
    mail: await claim(8025, "the mail page", "BALIE_MAIL_PORT"),
    internal: await prefer(8081, "Balie's own messages", "BALIE_INTERNAL_PORT"),
    smtp: await prefer(1025, "the mail catcher", "BALIE_SMTP_PORT"),
    prosody: await prefer(5280, "Prosody", "BALIE_PROSODY_PORT"),
    postgres,
  };
}

function portFrom(variable: string): number | undefined {
  const value = process.env[variable];
  if (!value) return undefined;
  const port = Number(value);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Refusal(`${variable} must be a port number from 1 to 65535, not "${value}".`);
}

function elapsed(): string {
  return `${((Date.now() - startedAt) / 1000).toFixed(1).padStart(6)} s`;
}

function welcome({ publicUrl, mailUrl, clerk, callsAdvice }: Stack): string {
  return `${elapsed()}  Balie is ready

  Citizens book here      ${publicUrl}/
  Clerks work here        ${publicUrl}/console
                          e-mail ${clerk.email}, password ${clerk.password}
  Mails arrive here       ${mailUrl}/
${callsAdvice ? `\n  Video calls are off: ${callsAdvice}.\n` : ""}
Ctrl-C stops everything; the data stay in .balie.`;
}
