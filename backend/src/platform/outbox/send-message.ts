import type { DataSource, EntityManager } from "typeorm";
import { describeFault, type Log } from "../log.js";
import type { Mail } from "../mail/mail.js";
import type { Mailer } from "../mail/mailer.js";
import { type Claim, claimMessage, leaseSeconds, type Settlement, settleClaim } from "./claim-message.js";
import { adviceFor, classifyFailure, type Failure, hasGivenUp, nextTry } from "./delivery.rules.js";

/** Makes the mail from what the database says now; null when nobody wants it any more. */
export type ComposeMail = (db: EntityManager, subjectId: string, now: Date) => Promise<Mail | null>;

/** Who counts what the outbox does. */
export type OutboxObserver = {
  settled: (kind: string, settlement: Settlement) => void;
  /** It looked for what is due. */
  swept: () => void;
  reconnected: () => void;
};

export type Outbox = {
  dataSource: DataSource;
  /** By kind of message. */
  compose: Readonly<Record<string, ComposeMail>>;
  mailer: Mailer;
  log: Log;
  observer?: OutboxObserver;
};

/** One try of one message: claim, compose, send, mark, each in a short transaction of its own and none around the sending. A worker that
    dies on the way leaves a lease that runs out. Only between the mail server's yes and our mark can a mail go twice; both then carry the
    same Message-ID. */
export async function sendMessage(outbox: Outbox, id: string, now: Date): Promise<Settlement["state"] | "not_claimed"> {
  const claim = await claimMessage(outbox.dataSource.manager, id);
  if (!claim) return "not_claimed";

  const settlement = await tryMessage(outbox, claim, now);
  await settle(outbox, claim, settlement);
  outbox.observer?.settled(claim.kind, settlement);
  outbox.log.info(
    { message: id, kind: claim.kind, attempt: claim.attempts, ...settlement },
    `message ${settlement.state}`,
  );
  return settlement.state;
}

async function tryMessage({ dataSource, compose, mailer, log }: Outbox, claim: Claim, now: Date): Promise<Settlement> {
  if (hasGivenUp(claim.attempts - 1)) return { state: "failed", failure: "given_up" };
  let mail: Mail | null;
  try {
    // A newer worker may have made it: not ours to fail, one that knows the kind may take the next try.
    const composeMail = compose[claim.kind];
    if (!composeMail) return afterFailure({ kind: "deferred", code: "unknown_kind" }, claim);
    mail = await composeMail(dataSource.manager, claim.subjectId, now);
  } catch (fault) {
    log.error({ message: claim.id, kind: claim.kind, fault: describeFault(fault) }, "message could not be composed");
    return afterFailure({ kind: "deferred", code: "not_composed" }, claim);
  }
  if (!mail) return { state: "withdrawn" };
  try {
    await mailer.send(mail, claim.id, now);
    return { state: "sent" };
  } catch (fault) {
    const failure = classifyFailure(fault);
    if (failure.kind === "server_away") log.warn({ failure: failure.code }, adviceFor(failure.code));
    return afterFailure(failure, claim);
  }
}

function afterFailure(failure: Failure, claim: Claim): Settlement {
  return { failure: failure.code, ...nextTry(failure, claim.attempts) };
}

const pauseMs = 250;

/** A mail that has gone must be marked as gone: a database that restarts meanwhile is waited for, as long as the lease is ours. */
async function settle({ dataSource, log }: Outbox, claim: Claim, settlement: Settlement): Promise<void> {
  for (let waitedMs = 0; ; waitedMs += pauseMs) {
    try {
      const isOurs = await settleClaim(dataSource.manager, claim, settlement);
      if (!isOurs) log.warn({ message: claim.id, kind: claim.kind }, "message was taken over by another worker");
      return;
    } catch (fault) {
      if (waitedMs > (leaseSeconds * 1_000) / 2) throw fault;
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}
