// What must hold after anything that ended hard: asked as a citizen and a clerk ask.
import { expect } from "chai";
import { until } from "../../../backend/test/until.ts";
import type { Answer } from "./ask.ts";
import { type Booked, book, openLink, signIn } from "./citizen.ts";
import { copiesOf } from "./maildir.ts";
import { sql } from "./operator.ts";

/** All citizens of the lab come from one address; the limits are shown elsewhere. */
export const forgetLimits = (): Promise<string> => sql("delete from rate_limit");

/** An appointment from before is there, its link and a clerk's sign-in work, and another can be booked. */
export async function worksAfterwards(booked: Booked): Promise<Booked> {
  await forgetLimits();
  expect(await openLink(booked)).to.deep.equal({ status: 200, id: booked.id });
  expect((await signIn()).status).to.equal(200);
  return book();
}

const confirmation = async ({ id }: Booked): Promise<{ message: string; state: string }> => {
  const found = `where subject_id = '${id}' and kind = 'appointment_confirmed'`;
  const [message = "", state = ""] = (await sql(`select id, state from outbox_message ${found}`)).split("|");
  return { message, state };
};

/** Nobody has begun to send its confirmation. */
export async function isUnsent(booked: Booked): Promise<boolean> {
  const { message, state } = await confirmation(booked);
  return state === "scheduled" && copiesOf(message) === 0;
}

/** Waits until its confirmation has gone, and answers how often it was delivered. */
export async function isConfirmed(booked: Booked, limitMs = 60_000): Promise<number> {
  const { message } = await confirmation(booked);
  await until("the mail, sent", async () => (await confirmation(booked)).state === "sent", limitMs);
  await until("the mail, delivered", () => copiesOf(message) > 0);
  return copiesOf(message);
}

/** Appointments without their meeting or their mail, and mails without their appointment. */
export const halves = (): Promise<string> =>
  sql(`select (select count(*) from appointment a where not exists (select from meeting where appointment_id = a.id)
      or not exists (select from outbox_message where subject_id = a.id and kind = 'appointment_confirmed'))
    + (select count(*) from outbox_message where not exists (select from appointment where id = subject_id))`);

/** What a citizen may be told while something is away: our code, and no word of how it looks inside. */
export function isClearRefusal({ status, body }: Answer): boolean {
  if (status !== 503) return false;
  expect(JSON.parse(body)).to.have.all.keys("code", "requestId").and.to.include({ code: "unavailable" });
  return true;
}
