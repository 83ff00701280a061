import type { CookieJar, TestApp } from "./app.js";
import { startCalls } from "./calls.js";
import { type KeeperStandIn, startKeeperStandIn } from "./keeper-stand-in.js";

export const dialInNumber = "+32 9 123 45 67";
export const menuSecret = "v".repeat(48);
/** How every PIN is refused that opens nothing. */
export const unknown = "404 pin_unknown";
export const minute = 60_000;

/** What the tests of who dials in begin with, called in their `describe`: running meetings of a municipality with a voice menu,
    and a stand-in for Prosody that is told whom to expect. Before each test nobody has mistyped a PIN. */
export const startVoiceMenu = (now: Date) => {
  const environment: NodeJS.ProcessEnv = { DIAL_IN_NUMBER: dialInNumber, DIAL_IN_SECRET: menuSecret };
  let prosody: KeeperStandIn;
  before(async () => {
    prosody = await startKeeperStandIn("c".repeat(40));
    environment["COUNTER_CONTROL_URL"] = prosody.url;
  });
  const calls = startCalls(now, environment);
  let app: TestApp;
  let clerk: CookieJar;
  let callers = 0;

  before(() => {
    ({ app, clerk } = calls.begun());
  });
  after(() => prosody.stop());
  beforeEach(async () => {
    prosody.commanded.length = 0;
    prosody.answer = { status: 200, body: {} };
    await calls.query("delete from pin_miss");
  });

  const asMenu = (path: string, body: object = {}, authorization = `Bearer ${menuSecret}`) =>
    app.call("POST", path, { body, headers: { Authorization: authorization } });
  const newCaller = () => `+3247${1_000_000 + ++callers}`;
  /** The meeting in the clerk's queue. */
  const entryOf = async ({ meetingId }: { meetingId: string }): Promise<any> => {
    const queue = await app.call("GET", "/api/queue", { jar: clerk });
    return queue.json.entries.find((entry: any) => entry.meetingId === meetingId);
  };
  const roomOf = async ({ meetingId }: { meetingId: string }): Promise<string> =>
    (await calls.query("select room from meeting where id = $1", [meetingId]))[0].room;
  return { ...calls, environment, asMenu, newCaller, entryOf, roomOf, begun: () => ({ ...calls.begun(), prosody }) };
};
