import { randomUUID } from "node:crypto";
import type { InterpreterInput } from "@balie/contract/interpreters";
import { type CookieJar, startTestApp, type TestApp } from "./app.js";
import { buildMunicipality, interpreterOf, signInAsAdministrator } from "./factories.js";

/** What the tests of the roster begin with, called in their `describe`: the app, its administrator signed in, and before each test nobody on the roster. */
export const startRoster = (now: Date) => {
  let app: TestApp;
  let jar: CookieJar;

  before(async () => {
    app = await startTestApp(now);
    await buildMunicipality(app.database.dataSource);
    jar = await signInAsAdministrator(app);
  });
  after(() => app.stop());
  beforeEach(() => app.database.dataSource.query("delete from interpreter"));

  const add = (changes: Partial<InterpreterInput> = {}, requestId: string = randomUUID()) =>
    app.call("POST", "/api/interpreters", { jar, body: { requestId, ...interpreterOf(changes) } });
  const roster = async () => (await app.call("GET", "/api/interpreters", { jar })).json.interpreters;
  const names = async () => (await roster()).map(({ name }: InterpreterInput) => name);
  return { begun: () => ({ app, jar }), add, roster, names };
};
