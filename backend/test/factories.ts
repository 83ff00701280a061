import { randomUUID } from "node:crypto";
import type { BookAppointmentInput } from "@balie/contract/appointments";
import type { InviteHelperInput } from "@balie/contract/helpers";
import type { InterpreterInput } from "@balie/contract/interpreters";
import { DateTime } from "luxon";
import { type DataSource, In } from "typeorm";
import { setUpDemo } from "../src/demo.js";
import { Clerk } from "../src/features/clerks/clerk.entity.js";
import { makeWelcomeLink } from "../src/features/clerks/make-welcome-link.js";
import { Counter } from "../src/features/counters/counter.entity.js";
import { Interpreter } from "../src/features/interpreters/interpreter.entity.js";
import { InterpreterLink } from "../src/features/interpreting/interpreter-link.entity.js";
import { InterpreterReservation } from "../src/features/reservations/interpreter-reservation.entity.js";
import { seekInterpreters } from "../src/features/reservations/seek-interpreters.js";
import { Service } from "../src/features/services/service.entity.js";
import { hashToken, newToken, sealToken, unsealToken } from "../src/platform/tokens.js";
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
  interpreterLanguage: null,
  dialsIn: false,
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

export const invitationOf = (changes: Partial<InviteHelperInput> = {}): InviteHelperInput => ({
  requestId: randomUUID(),
  name: "Maria Janssens",
  relation: "family",
  email: null,
  hasConsented: true,
  ...changes,
});

export type Invited = { id: string; token: string };

/** The citizen invites somebody. */
export async function invite(
  app: TestApp,
  { token }: BookedLink,
  changes: Partial<InviteHelperInput> = {},
): Promise<Invited> {
  const answer = await app.call("POST", "/api/appointment/helpers", { body: invitationOf(changes), bearer: token });
  if (answer.status !== 201) throw new Error(`not invited: ${answer.status} ${answer.text}`);
  return { id: answer.json.id, token: answer.json.link.split("/h/")[1] };
}

export type HelperBrowser = { jar: CookieJar; tabId: string; helperId: string };

/** A helper opens their link and clicks "To the waiting room". */
export async function arriveAsHelper(
  app: TestApp,
  { id, token }: Invited,
  jar: CookieJar = new Map(),
  tabId = newTab(),
): Promise<HelperBrowser> {
  const answer = await app.call("POST", "/api/helper/arrival", { body: { tabId }, bearer: token, jar });
  if (answer.status !== 200) throw new Error(`helper not arrived: ${answer.status} ${answer.text}`);
  return { jar, tabId, helperId: id };
}

export type InterpreterBrowser = { token: string; jar: CookieJar; linkId: string };

/** Somebody of the roster has a link into a meeting, and clicks "To the waiting room". */
export async function arriveAsInterpreter(app: TestApp, { meetingId }: BookedLink): Promise<InterpreterBrowser> {
  const { manager } = app.database.dataSource;
  const address = "+32470999999";
  const { id: interpreterId } = await manager.save(
    manager.create(Interpreter, interpreterOf({ name: "Vera Video", address, languages: ["vgt"] })),
  );
  const token = newToken();
  const sealed = { linkHash: hashToken(token), linkSealed: sealToken(app.config.APP_SECRET, token) };
  await manager.insert(InterpreterLink, { meetingId, interpreterId, language: "vgt", ...sealed, state: "invited" });
  const jar: CookieJar = new Map();
  const answer = await app.call("POST", "/api/interpreter/arrival", { body: { tabId: newTab() }, bearer: token, jar });
  if (answer.status !== 200) throw new Error(`interpreter not arrived: ${answer.status} ${answer.text}`);
  return { token, jar, linkId: answer.json.id };
}

export const interpreterOf = (changes: Partial<InterpreterInput> = {}): InterpreterInput => ({
  ...{ name: "Ayşe Demir", languages: ["tr"], address: "+32470123456" },
  ...{ email: null, mailLanguage: "nl" as const, agencyName: null, contractNumber: null, customerCode: null },
  ...{ hours: [], awayFrom: null, awayUntil: null, rank: 100, isActive: true },
  ...changes,
});

/** The worker's round. */
export const seek = ({ database, clock, config }: TestApp): Promise<void> =>
  database.dataSource.transaction((db) =>
    seekInterpreters({ db, now: clock.now }, { appSecret: config.APP_SECRET, allowed: config.PHONE_ALLOWED_PREFIXES }),
  );

/** The token of whoever is kept for an appointment, or is asked for it. */
export async function reservationTokenOf(app: TestApp, { id }: Pick<BookedLink, "id">): Promise<string> {
  const { linkSealed } = await app.database.dataSource.getRepository(InterpreterReservation).findOneOrFail({
    where: { appointmentId: id, state: In(["asked", "confirmed"]) },
  });
  return unsealToken(app.config.APP_SECRET, linkSealed);
}

/** Somebody on the roster is asked for a new appointment, and this is their link's token. */
export async function reserve(app: TestApp, serviceId: string, startsAt: Date): Promise<string> {
  await app.database.dataSource.getRepository(Interpreter).save(interpreterOf({ email: "ayse@example.org" }));
  const booked = await book(app, serviceId, startsAt, { interpreterLanguage: "tr" });
  await seek(app);
  return reservationTokenOf(app, booked);
}

/** The demo's clerk as administrator. */
export async function signInAsAdministrator(app: TestApp): Promise<CookieJar> {
  const { id } = await app.database.dataSource.getRepository(Clerk).findOneByOrFail({ email: demoClerk.email });
  await app.database.dataSource.getRepository(Clerk).update({ id }, { role: "admin" });
  return signIn(app);
}
