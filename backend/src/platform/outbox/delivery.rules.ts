/** How a try ended: `refused` the recipient or the message, for good; `deferred` by the server for now; `server_away`: it never came to this
    message (no connection, no sign-in, sender not allowed), which is the operator's to mend and says nothing about the message. */
export type Failure = { kind: "refused" | "deferred" | "server_away"; code: string };

const pausesSeconds = [30, 120, 600, 1_800, 3_600, 10_800];
/** 13 tries with these pauses take 22 h 42 min: a mail that could not be delivered within a day is of no more use. */
const mostAttempts = 13;
/** An absent server uses up no more tries than these, so its pauses stay at ten minutes and a day off the net fails no message. */
const mostAttemptsOfAbsence = 3;

type SmtpError = { code?: string; originalCode?: string; command?: string; responseCode?: number };

/** Reads nodemailer's error; the code that is kept holds no address. SMTP: RFC 5321, 4.2.1 (5yz permanent, 4yz transient). */
export function classifyFailure(error: unknown): Failure {
  const { code = "unknown", originalCode, command, responseCode } = error as SmtpError;
  const isAboutMessage = command === "RCPT TO" || command === "DATA";
  if (isAboutMessage && responseCode !== undefined) {
    return { kind: responseCode >= 500 ? "refused" : "deferred", code: `smtp_${responseCode}` };
  }
  // Never left this machine: not an address.
  if (code === "EENVELOPE" && command === "API") return { kind: "refused", code: "address_unusable" };
  // A server that hangs may have accepted the message all the same: tried again more and more rarely, and not for ever.
  if (code === "ETIMEDOUT" || code === "EABORT") return { kind: "deferred", code };
  if (isAboutCertificate(originalCode)) return { kind: "server_away", code: `certificate_${originalCode}` };
  return { kind: "server_away", code: responseCode ? `${code}_${responseCode}` : (originalCode ?? code) };
}

/** OpenSSL's verification codes and Node's own, as they reach nodemailer. */
const isAboutCertificate = (code?: string): boolean => /CERT|ISSUER|LEAF_SIGNATURE|^CRL_/.test(code ?? "");

/** What the operator does about a mail server that does not take our mail, by the failure's code. */
export function adviceFor(code: string): string {
  if (code.startsWith("certificate_"))
    return "the mail server's certificate is not accepted: name the server as its certificate does, or give NODE_EXTRA_CA_CERTS the authority that signed it";
  if (code.startsWith("ETLS"))
    return "the mail server does not begin TLS, which SMTP_URL requires: see its port, or drop requireTLS";
  if (code.startsWith("EAUTH")) return "the mail server refuses our name or password: see SMTP_URL";
  if (code.startsWith("EENVELOPE")) return "the mail server refuses our sender: see MAIL_FROM";
  return "the mail server can't be reached: see SMTP_URL and the way to it";
}

export type NextTry = { state: "failed" } | { state: "scheduled"; afterSeconds: number; attempts: number };

/** @param attempts tries so far, the failed one included. */
export function nextTry(failure: Failure, attempts: number): NextTry {
  if (failure.kind === "refused") return { state: "failed" };
  const counted = failure.kind === "server_away" ? Math.min(attempts, mostAttemptsOfAbsence) : attempts;
  if (hasGivenUp(counted)) return { state: "failed" };
  return {
    state: "scheduled",
    afterSeconds: pausesSeconds[Math.min(counted, pausesSeconds.length) - 1]!,
    attempts: counted,
  };
}

/** Also for a message whose tries all ended with the worker's death. */
export const hasGivenUp = (attempts: number) => attempts >= mostAttempts;
