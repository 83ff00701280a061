import { z } from "zod";
import { language } from "./languages.js";
import { line } from "./plain-text.js";
import { sentId } from "./sent-id.js";

/** ISO 639 code of a spoken or signed language ("tr", "prs", "vgt"); browsers know its name (Intl.DisplayNames). */
export const interpretedLanguage = z.string().regex(/^[a-z]{2,3}$/);

/** "0032 (0)470 12.34.56" and "tel:+32-470-12-34-56" as "+32470123456". */
const dialled = (number: string): string =>
  number
    .replace(/^tel:/, "")
    .replace("(0)", "")
    .replace(/[\s()./-]/g, "")
    .replace(/^00/, "+");

/** What is dialled: a telephone number in E.164, or a SIP address. A number with its country, as people write it, becomes that. */
export const phoneAddress = z
  .string()
  .trim()
  .max(120)
  .transform((address) => (address.startsWith("sip:") ? address : dialled(address)))
  .pipe(z.string().regex(/^(\+[1-9]\d{6,14}|sip:[A-Za-z0-9._+-]{1,60}@[A-Za-z0-9.-]{3,60})$/));

const inOrder = (days: number[]): number[] => [...new Set(days)].sort();
const clockTime = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/);
/** A stretch of the week in the municipality's time zone; day 1 is Monday (ISO 8601). */
export const interpreterHours = z
  .strictObject({ days: z.array(z.int().min(1).max(7)).min(1).transform(inOrder), from: clockTime, until: clockTime })
  .refine(({ from, until }) => until > from);
export type InterpreterHours = z.infer<typeof interpreterHours>;

const dayAway = z.iso.date().regex(/^2\d{3}-/);

/** An interpreter as an administrator writes them down. The same name at the same address stands on the roster once. */
export const interpreterInput = z.object({
  name: line(120),
  languages: z
    .array(interpretedLanguage)
    .min(1)
    .max(20)
    .transform((codes) => [...new Set(codes)]),
  address: phoneAddress,
  /** Where they are asked to keep an appointment free; without one they are only ever called. */
  email: z.email().max(254).nullable().default(null),
  /** Of those mails, and of the page behind their link. */
  mailLanguage: language.default("nl"),
  agencyName: line(120).nullable(),
  contractNumber: line(60).nullable(),
  /** Keys pressed once the agency has answered (DTMF); sent by the page of the clerk who leads. */
  customerCode: z
    .string()
    .regex(/^[0-9*#]{1,20}$/)
    .nullable(),
  /** None: at any hour. */
  hours: z.array(interpreterHours).max(21),
  /** None, with a last day: already away. */
  awayFrom: dayAway.nullable(),
  /** The last day away; none, with a first: until further notice. */
  awayUntil: dayAway.nullable(),
  /** The lower, the earlier called; among equals whoever was called longest ago. */
  rank: z.int().min(1).max(999),
  isActive: z.boolean(),
});
export type InterpreterInput = z.infer<typeof interpreterInput>;
const isAwayInOrder = ({ awayFrom, awayUntil }: Pick<InterpreterInput, "awayFrom" | "awayUntil">): boolean =>
  !awayFrom || !awayUntil || awayFrom <= awayUntil;
const ofAwayUntil = { path: ["awayUntil"] };

/** What the last test call came to: somebody answered, nobody did, busy or turned away, or the telephone gave no word. */
export const testResult = z.enum(["connected", "unanswered", "refused", "failed"]);
export type TestResult = z.infer<typeof testResult>;
export const interpreterView = interpreterInput.extend({
  id: z.uuid(),
  lastCalledAt: z.iso.datetime().nullable(),
  /** To the address that stands there now; null: never. */
  lastTest: z.object({ at: z.iso.datetime(), result: testResult }).nullable(),
});
export type InterpreterView = z.infer<typeof interpreterView>;

/** GET /api/interpreters (administrator) → interpreterList. DELETE /api/interpreters/:interpreterId too: whoever was called is kept, and made inactive. */
export const interpreterList = z.object({ interpreters: z.array(interpreterView) });
export type InterpreterList = z.infer<typeof interpreterList>;

/** POST /api/interpreters (administrator) → interpreterView. The same requestId again: the same interpreter. */
export const addInterpreterInput = interpreterInput.extend({ requestId: sentId }).refine(isAwayInOrder, ofAwayUntil);
export type AddInterpreterInput = z.infer<typeof addInterpreterInput>;
/** PUT /api/interpreters/:interpreterId (administrator) → interpreterView. */
export const changeInterpreterInput = interpreterInput
  .extend({ interpreterId: sentId })
  .refine(isAwayInOrder, ofAwayUntil);
export type ChangeInterpreterInput = z.infer<typeof changeInterpreterInput>;
export const interpreterPath = z.object({ interpreterId: sentId });

export const largestInterpreterFileBytes = 2 * 1024 * 1024;
export const mostInterpretersInFile = 2_000;

/** GET /api/interpreters.csv (administrator): the roster as a file whose column titles are in this language; it can be imported again. */
export const exportInterpretersInput = z.object({ language: language.default("nl") });

export const interpreterColumn = z.enum([
  ...([
    "name",
    "languages",
    "address",
    "email",
    "mailLanguage",
    "agencyName",
    "contractNumber",
    "customerCode",
  ] as const),
  ...(["hours", "awayFrom", "awayUntil", "rank", "isActive"] as const),
]);
export type InterpreterColumn = z.infer<typeof interpreterColumn>;

/** What is the matter with one place of a file. Of the whole: `empty`, `not_utf8`, `broken` (a quotation mark), `too_many`. Of its columns: `column_unknown`, `column_twice`, `column_missing`,
    `too_many_cells`. Of two lines: `twice`, whose `text` is the line before. Of a cell: the rest. */
export const interpreterFileFaultCode = z.enum([
  ...(["empty", "not_utf8", "broken", "too_many", "column_unknown", "column_twice", "column_missing"] as const),
  ...(["too_many_cells", "twice", "missing", "too_long", "language_unknown", "too_many_languages"] as const),
  ...([
    "address_wrong",
    "email_wrong",
    "mail_language_wrong",
    "code_wrong",
    "hours_wrong",
    "date_wrong",
    "away_order",
    "rank_wrong",
    "active_wrong",
  ] as const),
]);
export type InterpreterFileFaultCode = z.infer<typeof interpreterFileFaultCode>;
export const interpreterFileFault = z.object({
  /** As a text editor counts: the first is 1. Null when it is the file as a whole. */
  line: z.int().nullable(),
  /** The title of the column as it stands in the file. */
  column: z.string().nullable(),
  code: interpreterFileFaultCode,
  /** What stands there, or the part of it that is wrong. */
  text: z.string(),
});
export type InterpreterFileFault = z.infer<typeof interpreterFileFault>;

/** POST /api/interpreters/import (administrator), the bytes of a CSV file → interpreterImport. All of it or, with one fault, nothing. Whoever is not in the file stays as they are. */
export const interpreterImport = z.discriminatedUnion("is", [
  z.object({ is: z.literal("done"), added: z.int(), changed: z.int(), same: z.int() }),
  /** `more`: faults beyond those listed. */
  z.object({ is: z.literal("refused"), faults: z.array(interpreterFileFault), more: z.int() }),
]);
export type InterpreterImport = z.infer<typeof interpreterImport>;

/** `queued`: the next interpreter is sought. `dialling`: one is being rung. `unanswered`: nobody answered, or nobody could be asked. `failed`: the telephone does not work. */
export const interpreterRequestState = z.enum([
  "queued",
  "dialling",
  "connected",
  "ended",
  "unanswered",
  "failed",
  "withdrawn",
]);
export type InterpreterRequestState = z.infer<typeof interpreterRequestState>;

/** How an interpreter comes: by telephone, which is rung, or by video, with a link of their own that is mailed. A sign language is interpreted by video alone. */
export const interpreterMedium = z.enum(["phone", "video"]);
export type InterpreterMedium = z.infer<typeof interpreterMedium>;

/** One telephone call, or one mailed link, to one interpreter. `refused`: busy, or turned away by the telephone network. */
export const interpreterCallState = z.enum(["dialling", "connected", "ended", "unanswered", "refused", "failed"]);
export type InterpreterCallState = z.infer<typeof interpreterCallState>;
export const interpreterCallView = z.object({
  id: z.uuid(),
  name: z.string(),
  state: interpreterCallState,
  /** By video, before they are in: their page is open, and the citizen is being told. */
  isAtDoor: z.boolean(),
  /** By video: their page is out of the room just now, by a reload or a poor line. */
  isAway: z.boolean(),
  dialledAt: z.iso.datetime(),
  /** Until when it may ring; null once that is over. */
  ringsUntil: z.iso.datetime().nullable(),
  connectedAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
});
export type InterpreterCallView = z.infer<typeof interpreterCallView>;

/** Why a request found nobody: none on the roster for the language at this hour, all were tried, the day's minutes are used up, or the telephone gives no word. */
export const whyNobody = z.enum(["none_available", "all_tried", "daily_limit", "no_phone"]);
export type WhyNobody = z.infer<typeof whyNobody>;

/** The search for one interpreter for one meeting, as the clerk who leads sees it. */
export const interpreterRequestView = z.object({
  id: z.uuid(),
  meetingId: z.uuid(),
  language: interpretedLanguage,
  medium: interpreterMedium,
  state: interpreterRequestState,
  why: whyNobody.nullable(),
  askedAt: z.iso.datetime(),
  connectedAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
  /** In the order in which they were made. */
  calls: z.array(interpreterCallView),
  /** Of the call that is connected; the page presses these keys once. */
  customerCode: z.string().nullable(),
  /** The one who is connected is silenced: no page in the call plays their voice. They hear the others; somebody else by telephone hears them. */
  isSilenced: z.boolean(),
});
export type InterpreterRequestView = z.infer<typeof interpreterRequestView>;

/** How many may be sought or in at one meeting at once. */
export const interpretersAtOnce = 2;

/** GET /api/meetings/:meetingId/interpreters (the clerk who leads) → interpretingChoice: which languages can be asked for, now. */
export const interpretingChoice = z.object({
  /** False where the appliance has no telephone. */
  hasPhone: z.boolean(),
  /** This clerk may phone interpreters. */
  mayPhone: z.boolean(),
  languages: z.array(
    z.object({
      language: interpretedLanguage,
      /** How many are at work and free, and can be phoned. */
      available: z.int(),
      /** How many are at work and free, and can be mailed a link. */
      availableByVideo: z.int(),
    }),
  ),
});
export type InterpretingChoice = z.infer<typeof interpretingChoice>;

/** Somebody of the roster came by their own link and is asked by no request yet. To ask for them (`letIn`) lets them in, once the citizen was told. */
export const waitingInterpreter = z.object({
  id: z.uuid(),
  meetingId: z.uuid(),
  name: z.string(),
  language: interpretedLanguage,
});
export type WaitingInterpreter = z.infer<typeof waitingInterpreter>;

/** Each `interpreting` event of GET /api/queue/events: of the meetings in progress that this clerk leads, the requests, newest last, and who waits. */
export const interpretingView = z.object({
  requests: z.array(interpreterRequestView),
  waiting: z.array(waitingInterpreter),
});
export type InterpretingView = z.infer<typeof interpretingView>;

/** POST /api/meetings/:meetingId/interpreters (the clerk who leads) → interpreterRequestView. The same requestId again: the same request. */
export const askInterpreterInput = z.object({
  requestId: sentId,
  meetingId: sentId,
  language: interpretedLanguage,
  medium: interpreterMedium.default("phone"),
  /** A call (interpreterCallView) of this meeting whose interpreter is rung first: the line dropped. */
  callAgain: sentId.nullable(),
  /** Whoever waits (waitingInterpreter) is let in, by video. */
  letIn: sentId.nullable().default(null),
});
export type AskInterpreterInput = z.infer<typeof askInterpreterInput>;

/** POST /api/interpreter-requests/:requestId/withdrawal: stops the search, or hangs up. …/next: lets the one who is being rung be, and takes the next. Both (the clerk who leads) → interpreterRequestView; again: the same. */
export const interpreterRequestPath = z.object({ requestId: sentId });

/** POST /api/interpreter-requests/:requestId/silence (the clerk who leads) → interpreterRequestView: nobody's page plays the interpreter's voice, or every page does again. Again, or with nobody connected: nothing changes. */
export const silenceInterpreterInput = z.object({ requestId: sentId, isSilenced: z.boolean() });
export type SilenceInterpreterInput = z.infer<typeof silenceInterpreterInput>;

/** A telephone call to an interpreter for no meeting, to see whether the number works. `withdrawn`: an administrator hung up. */
export const testCallView = z.object({
  id: z.uuid(),
  interpreterId: z.uuid(),
  state: z.enum([...interpreterCallState.options, "withdrawn"]),
});
export type TestCallView = z.infer<typeof testCallView>;
/** Each `test-calls` event of GET /api/test-calls/events (administrator): those of the last minutes, each interpreter's newest. */
export const testCallList = z.object({ calls: z.array(testCallView) });
export type TestCallList = z.infer<typeof testCallList>;
/** POST /api/interpreters/:interpreterId/test-calls (administrator) → testCallList. The same requestId again: the same call. */
export const beginTestCallInput = z.object({ interpreterId: sentId, requestId: sentId });
export type BeginTestCallInput = z.infer<typeof beginTestCallInput>;
/** POST /api/test-calls/:testCallId/withdrawal (administrator) → testCallList: hangs up; again: the same. */
export const testCallPath = z.object({ testCallId: sentId });

/** GET /api/interpreter-calls.csv (administrator): for the invoice, the calls that somebody answered in a month ("2026-11") on the municipality's clock, and that are over; a file whose titles are in this language. No citizen is in it. */
export const exportInterpreterCallsInput = z.object({
  month: z.string().regex(/^2\d{3}-(0[1-9]|1[0-2])$/),
  language: language.default("nl"),
});
export type ExportInterpreterCallsInput = z.infer<typeof exportInterpreterCallsInput>;
