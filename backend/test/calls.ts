import { expect } from "chai";
import type { Service } from "../src/features/services/service.entity.js";
import { type Answer, type CookieJar, startTestApp, type TestApp } from "./app.js";
import {
  admit,
  arrive,
  type BookedLink,
  type Browser,
  book,
  buildMunicipality,
  quarterAfter,
  signIn,
} from "./factories.js";

export type InCall = { booked: BookedLink; browser: Browser };

/** What the tests of running meetings begin with, called in their `describe`: the app, a municipality whose counter has eight seats, its clerk signed in, and
    as many meetings as are asked for. Before each test the clock stands at `now` again, and nobody has used up a rate limit. */
export const startCalls = (now: Date, environment: NodeJS.ProcessEnv = {}) => {
  let app: TestApp;
  let service: Service;
  let otherService: Service;
  let clerk: CookieJar;
  let next = 0;

  before(async () => {
    app = await startTestApp(now, environment);
    ({ service, otherService } = await buildMunicipality(app.database.dataSource, 8));
    clerk = await signIn(app);
  });
  after(() => app.stop());
  beforeEach(async () => {
    app.clock.now = now;
    await query("delete from rate_limit");
  });

  const query = (sql: string, values: unknown[] = []) => app.database.dataSource.query(sql, values);
  /** The waiting room has just opened. */
  const bookForNow = async (): Promise<BookedLink> => {
    const booked = await book(app, service.id, quarterAfter(now, 15 + 15 * Math.floor(next++ / 8)));
    app.clock.now = new Date(booked.startsAt.getTime() - 60_000);
    return booked;
  };
  const waiting = async (): Promise<InCall> => {
    const booked = await bookForNow();
    return { booked, browser: await arrive(app, booked) };
  };
  const inCall = async (): Promise<InCall> => {
    const meeting = await waiting();
    expect((await admit(app, clerk, meeting.booked, meeting.browser)).status).to.equal(200);
    return meeting;
  };
  return { begun: () => ({ app, service, otherService, clerk }), query, bookForNow, waiting, inCall };
};

/** As tests compare it: status and refusal. */
export const code = ({ status, json }: Answer): string => `${status} ${json?.code}`;
