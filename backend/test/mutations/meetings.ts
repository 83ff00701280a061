import type { Mutation } from "./mutation.js";

const live = "backend/src/features/meetings/live.test.ts";
const issue = "backend/src/features/meetings/issue-call-token.ts";
const turningToPhone = "backend/src/features/meetings/change-medium.ts";
const byPhone = "backend/src/features/meetings/phone.test.ts";
const pages = "backend/src/features/meetings/show-page.test.ts";

export const ofMeetings: Mutation[] = [
  {
    guard: "the admission's news brings no token to an older tab",
    file: issue,
    find: `if (arrival.tabId !== tabId) throw new Refusal(409, "other_tab");\n`,
    replace: "",
    test: live,
    grep: "comes to the newest tab only",
  },
  {
    guard: "the admission's news brings its token once, to a page that waited",
    file: "backend/src/features/meetings/bring-tokens.ts",
    find: `open.filter(({ isWaiting }) => isWaiting && view.state === "admitted")`,
    replace: `open.filter(() => view.state === "admitted")`,
    test: live,
    grep: "does not come to a page that opens after|before its news and once",
  },
  {
    guard: "nobody is phoned who did not ask",
    file: turningToPhone,
    find: `!(await db.existsBy(PhoneRequest, { meetingId }))`,
    replace: "false",
    test: byPhone,
    grep: "taken back",
  },
  {
    guard: "one clerk takes the phone",
    file: turningToPhone,
    find: `if (meeting.clerkId !== null && !leads(actor, meeting)) throw new Refusal(409, "admitted_by_colleague");\n`,
    replace: "",
    test: byPhone,
    grep: "two clerks",
  },
  {
    guard: "who asked to be phoned goes on waiting without a page",
    file: "backend/src/features/meetings/plan-again.ts",
    find: `(await db.existsBy(PhoneRequest, { meetingId: id }))`,
    replace: "false",
    test: byPhone,
    grep: "still waits for the phone",
  },
  {
    guard: "who does not belong in a room is put out",
    file: "backend/src/features/meetings/hear-rooms.ts",
    find: "if (!(await belongs(db, room, user, beside))) await orderRoom(db, room, user, now);\n",
    replace: "",
    test: live,
    grep: "without belonging",
  },
  {
    guard: "a Prosody that starts again hears who was removed",
    file: "backend/src/features/meetings/hear-rooms.ts",
    find: "userId === null ? [] : [{ room, user: userId }]",
    replace: "[]",
    test: live,
    grep: "after a restart",
  },
  {
    guard: "a list of events has an end",
    file: "backend/src/features/meetings/room-events.routes.ts",
    find: ".min(1).max(100)",
    replace: "",
    test: "backend/src/features/meetings/room-events.test.ts",
    grep: "when several come together",
  },
  {
    guard: "an event counts once",
    file: "backend/src/features/meetings/hear-rooms.ts",
    find: "where boot = $1 and seq < $2",
    replace: "where boot = $1",
    test: live,
    grep: "each event once",
  },
  {
    guard: "only a page of that service is shown",
    file: "backend/src/features/meetings/show-page.ts",
    find: `if (url !== null && !shownPage) throw new Refusal(404, "not_found");\n`,
    replace: "",
    test: pages,
    grep: "only one of that service",
  },
  {
    guard: "a page is shown by the counter's clerks alone",
    file: "backend/src/features/meetings/load-meeting.ts",
    find: `if (!maySee(actor, meeting)) throw new Refusal(404, "not_found");\n`,
    replace: "",
    test: pages,
    grep: "clerk of that counter alone",
  },
  {
    guard: "who waits for the nod is shown no page",
    file: "backend/src/features/meetings/arrival.view.ts",
    find: "isInCall(arrival) ? meeting.shownPage : null",
    replace: "meeting.shownPage",
    test: pages,
    grep: "waits for the nod",
  },
];
