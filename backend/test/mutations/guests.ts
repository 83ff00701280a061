import type { Mutation } from "./mutation.js";

const issue = "backend/src/features/meetings/issue-call-token.ts";
const guests = "backend/src/features/meetings/guests.test.ts";

export const ofGuests: Mutation[] = [
  {
    guard: "no token for a guest before the citizen was told",
    file: issue,
    find: `if (guest.state === "announced") throw new Refusal(409, "guest_not_told");\n`,
    replace: "",
    test: guests,
    grep: "are announced to both pages",
  },
  {
    guard: "no token for a guest who is out",
    file: issue,
    find: `if (guest.state !== "admitted") throw new Refusal(410, "guest_gone");\n`,
    replace: "",
    test: guests,
    grep: "are put out by the clerk",
  },
  {
    guard: "no token for a guest after the end",
    file: issue,
    find: `if (guest.meeting.status === "ended") throw new Refusal(410, "meeting_ended");\n`,
    replace: "",
    test: guests,
    grep: "all are out when it ends",
  },
  {
    guard: "only the citizen in the call tells of a guest",
    file: "backend/src/features/meetings/tell-of-guest.ts",
    find: "if (!isInCall({ ...arrival, meeting })) throw",
    replace: "if (false) throw",
    test: guests,
    grep: "by nobody else",
  },
  {
    guard: "a guest of another meeting is not told of",
    file: "backend/src/features/meetings/tell-of-guest.ts",
    find: "Guest, { id: guestId, meetingId }",
    replace: "Guest, { id: guestId }",
    test: guests,
    grep: "by nobody else",
  },
  {
    guard: "only who leads puts a guest out",
    file: "backend/src/features/meetings/remove-guest.ts",
    find: `if (!leads(actor, meeting)) throw new Refusal(403, "forbidden");\n`,
    replace: "",
    test: guests,
    grep: "are put out by the clerk",
  },
  {
    guard: "a guest of another meeting is not put out",
    file: "backend/src/features/meetings/remove-guest.ts",
    find: "Guest, { id: guestId, meetingId }",
    replace: "Guest, { id: guestId }",
    test: guests,
    grep: "of another meeting are not reached",
  },
  {
    guard: "a guest's dismissal reaches the room",
    file: "backend/src/features/meetings/dismiss-guest.ts",
    find: "await orderRoom(db, meeting.room!, guest.id, now);\n",
    replace: "",
    test: guests,
    grep: "are put out by the clerk",
  },
  {
    guard: "a guest who did not dial in does not belong in the room before the citizen was told",
    file: "backend/src/features/meetings/hear-rooms.ts",
    find: " && (!person.isAnnounced || person.isByPhone)",
    replace: "",
    test: guests,
    grep: "belong in the room once the citizen was told",
  },
];
