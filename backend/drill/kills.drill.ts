import { expect } from "chai";
import type { Stack } from "../../appliance/embedded/stack.ts";
import { startThrowAwayStack } from "../../appliance/embedded/throw-away-stack.ts";
import { callServer } from "../test/app.js";
import { bookingOf, quarterAfter } from "../test/factories.js";
import { type SmtpSink, startSmtpSink } from "../test/smtp-sink.js";
import { until } from "../test/until.js";
import { clientAddressOf, queryStack } from "./stack.js";

const bookings = 500;
const victims = ["worker", "backend", "postgres"];
const minute = 60_000;

/** Time passes for some of them: an appointment that is more than an hour away comes twenty minutes nearer, once, and its reminder is due. One
    that is near already and waits for its next try gets that at once: nearer still, it would begin before the mail server is back. */
const bringNearer = `
  with near as (
    select id, subject_id from outbox_message
    where kind = 'appointment_reminder_hour' and state = 'scheduled' and due_at > now() and random() < 0.3
  ), moved as (
    update appointment set starts_at = starts_at - interval '20 minutes', ends_at = ends_at - interval '20 minutes',
      seat_free_at = seat_free_at - interval '20 minutes'
    where id in (select subject_id from near) and starts_at > now() + interval '68 minutes'
  )
  update outbox_message set due_at = now() where id in (select id from near)`;

describe(`kill -9 of ${victims.join(", ")} at random moments during ${bookings} bookings and as many reminders`, function () {
  this.timeout(8 * minute);
  let stack: Stack;
  let sink: SmtpSink;
  let serviceId: string;

  before(async () => {
    sink = await startSmtpSink();
    stack = await startThrowAwayStack({ env: { all: { SMTP_URL: sink.url, LOG_LEVEL: "warn" } } });
    await queryStack(stack, "alter table counter drop constraint counter_capacity_check");
    // Time does not pass for all at once here, so seats would overlap that never do.
    await queryStack(stack, "alter table appointment drop constraint one_appointment_per_seat");
    await queryStack(stack, `update counter set capacity = ${bookings}`);
    const [service] = await queryStack<{ id: string }>(
      stack,
      "select id from service where duration_minutes = 15 limit 1",
    );
    serviceId = service!.id;
  });
  after(async () => {
    await stack?.stop();
    await sink?.goAway();
  });

  it("sends every confirmation and every reminder, and none twice but in the instant between the mail server's yes and the commit", async () => {
    const killed: Record<string, number> = {};
    const booked = new Set<string>();
    let isOver = false;
    const startsAt = quarterAfter(new Date(), 72);

    const killing = (async () => {
      while (!isOver) {
        const victim = victims[Math.floor(Math.random() * victims.length)]!;
        const before = stack.pids()[victim];
        if (before === undefined) {
          await aMoment(50);
          continue;
        }
        stack.kill(victim, "SIGKILL");
        killed[victim] = (killed[victim] ?? 0) + 1;
        await until(
          `${victim} is back`,
          () => stack.pids()[victim] !== undefined && stack.pids()[victim] !== before,
          60_000,
        );
        await aMoment(500 + Math.random() * 3_000);
      }
    })();
    const ageing = (async () => {
      while (!isOver) {
        await queryStack(stack, bringNearer).catch(() => undefined);
        await aMoment(500);
      }
    })();
    const mailServer = (async () => {
      await until("a fifth is booked", () => booked.size > bookings / 5, 4 * minute);
      await sink.goAway();
      await until("two fifths are booked", () => booked.size > (2 * bookings) / 5, 4 * minute);
      await sink.comeBack();
    })();

    await inParallel(5, bookings, async (index) => {
      booked.add(await bookUntilAnswered(index, startsAt));
      await aMoment(150);
    });
    await mailServer;
    await until("several kills of each", () => victims.every((victim) => (killed[victim] ?? 0) >= 2), 2 * minute);
    isOver = true;
    await Promise.all([killing, ageing]);
    await until(
      "all is brought near",
      async () => {
        await queryStack(stack, bringNearer.replace("random() < 0.3", "true"));
        const [left] = await queryStack<{ n: number }>(
          stack,
          "select count(*)::int n from outbox_message where state in ('scheduled', 'sending')",
        );
        return left!.n === 0;
      },
      4 * minute,
    );
    await report(killed);
  });

  /** What happened, from the mail server's side and the rows'. */
  async function report(killed: Record<string, number>) {
    const [rows] = await queryStack<Record<string, number>>(
      stack,
      `select (select count(*)::int from appointment) appointments,
              (select count(*)::int from outbox_message where kind = 'appointment_confirmed' and state = 'sent') confirmed,
              (select count(*)::int from outbox_message where kind = 'appointment_reminder_hour' and state = 'sent') reminded`,
    );
    const ids = sink.mails.map(({ messageId }) => messageId);
    const twice = ids.length - new Set(ids).size;
    console.log("      ", JSON.stringify({ killed, ...rows, mails: ids.length, sentTwice: twice }));
    const unsent = await queryStack(
      stack,
      `select kind, state, last_failure as "lastFailure", count(*)::int n from outbox_message where state <> 'sent' group by 1, 2, 3`,
    );
    expect(unsent, "nothing is left unsent").to.deep.equal([]);
    expect(rows).to.deep.equal({ appointments: bookings, confirmed: bookings, reminded: bookings });
    expect(new Set(ids).size).to.equal(2 * bookings);
    const deaths = (killed["worker"] ?? 0) + (killed["postgres"] ?? 0);
    expect(twice, "at most one of each five at work in a worker that died").to.be.at.most(deaths * 5);
  }

  /** As the page does: the same request again until there is an answer. */
  async function bookUntilAnswered(index: number, startsAt: Date): Promise<string> {
    const body = bookingOf(serviceId, startsAt, {
      citizen: { name: `Citizen ${index}`, email: `citizen${index}@example.org`, phone: null },
    });
    const port = Number(new URL(stack.backendUrls[0]!).port);
    return until(
      `booking ${index} is answered`,
      async () => {
        const answer = await callServer(port, "POST", "/api/appointments", { body, from: clientAddressOf(index) });
        if (answer.status !== 201) await aMoment(100);
        return answer.status === 201 ? (answer.json.appointment.id as string) : undefined;
      },
      2 * minute,
    );
  }
});

const aMoment = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function inParallel(lanes: number, count: number, work: (index: number) => Promise<void>) {
  let next = 0;
  const lane = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
