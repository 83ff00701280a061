import { randomUUID } from "node:crypto";
import type { BookAppointmentInput } from "@balie/contract/appointments";
import { DateTime } from "luxon";
import type { DataSource } from "typeorm";
import { setUpDemo } from "../src/demo.js";
import { Clerk } from "../src/features/clerks/clerk.entity.js";
import { makeWelcomeLink } from "../src/features/clerks/make-welcome-link.js";
import { Counter } from "../src/features/counters/counter.entity.js";
import { Service } from "../src/features/services/service.entity.js";
import type { CookieJar, TestApp } from "./app.js";

export const demoClerk = { email: "an@voorbeeldegem.example", password: "een heel lang wachtwoord" };
export const colleague = { email: "karim@voorbeeldegem.example", password: demoClerk.password };

/** The demo municipality: two counters of two services and two clerks, open day and night, two seats each. */
export async function buildMunicipality(
  dataSource: DataSource,
  capacity = 2,
): Promise<{ service: Service; otherService: Service }> {
  await setUpDemo(dataSource, demoClerk);
  if (capacity !== 2) await dataSource.getRepository(Counter).updateAll({ capacity });
  const services = await dataSource.getRepository(Service).find({ order: { durationMinutes: "ASC", id: "ASC" } });
  const service = services[0]!;
  return { service, otherService: services.find(({ counterId }) => counterId !== service.counterId)! };
}

/** A time on the quarter, as slots are, so many minutes at least after `now`. */
export const quarterAfter = (now: Date, minutes: number): Date => {
  const at = DateTime.fromJSDate(now).plus({ minutes: minutes + 15 });
  return at.set({ minute: Math.floor(at.minute / 15) * 15, second: 0, millisecond: 0 }).toJSDate();
};

export const bookingOf = (
  serviceId: string,
  startsAt: Date,
  changes: Partial<BookAppointmentInput> = {},
): BookAppointmentInput => ({
  requestId: randomUUID(),
  serviceId,
  startsAt: startsAt.toISOString(),
  language: "nl",
  citizen: { name: "Els Janssens", email: "els@example.org", phone: null },
  question: "Mag mijn zus ook mee?",
  concerns: null,
  ...changes,
});

export type BookedLink = { id: string; token: string; startsAt: Date; meetingId: string };

/** A booking through the API. */
export async function book(
  app: TestApp,
  serviceId: string,
  startsAt: Date,
  changes: Partial<BookAppointmentInput> = {},
): Promise<BookedLink> {
  const answer = await app.call("POST", "/api/appointments", { body: bookingOf(serviceId, startsAt, changes) });
  if (answer.status !== 201) throw new Error(`not booked: ${answer.status} ${answer.text}`);
  const { appointment, link } = answer.json;
  return { id: appointment.id, token: link.split("/a/")[1], startsAt, meetingId: appointment.meeting.id };
}

export async function signIn(app: TestApp, who = demoClerk): Promise<CookieJar> {
  const jar: CookieJar = new Map();
  const answer = await app.call("POST", "/api/clerk-session", { body: who, jar });
  if (answer.status !== 200) throw new Error(`not signed in: ${answer.status}`);
  return jar;
}

/** The colleague's welcome link, its token. */
export async function welcomeColleague({ database: { dataSource }, clock }: TestApp): Promise<string> {
  const { id } = await dataSource.getRepository(Clerk).findOneByOrFail({ email: colleague.email });
  return makeWelcomeLink({ db: dataSource.manager, now: clock.now }, id);
}

export const newTab = (): string => randomUUID().replaceAll("-", "");

export type Browser = { jar: CookieJar; tabId: string; arrivalId: string };

/** A browser opens the link and its person clicks "To the waiting room". */
export async function arrive(
  app: TestApp,
  { token }: BookedLink,
  jar: CookieJar = new Map(),
  tabId = newTab(),
): Promise<Browser> {
  const answer = await app.call("POST", "/api/appointment/arrival", { body: { tabId }, bearer: token, jar });
  if (answer.status !== 200) throw new Error(`not arrived: ${answer.status} ${answer.text}`);
  return { jar, tabId, arrivalId: answer.json.id };
}

export const admit = (app: TestApp, clerk: CookieJar, { meetingId }: BookedLink, { arrivalId }: Browser) =>
  app.call("POST", `/api/meetings/${meetingId}/admission`, { body: { arrivalId }, jar: clerk });

export const askCallToken = (app: TestApp, { jar, tabId, arrivalId }: Browser) =>
  app.call("POST", `/api/arrivals/${arrivalId}/call-token`, { body: { tabId }, jar });
