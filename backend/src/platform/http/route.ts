import type { z } from "zod";
import type {
  Anyone,
  ArrivedBrowser,
  ClerkActor,
  Context,
  HelperBrowser,
  HelperLinkHolder,
  InterpreterBrowser,
  InterpreterLinkHolder,
  LinkHolder,
  ReservationLinkHolder,
  VoiceMenu,
  WelcomedClerk,
} from "../context.js";
import type { Refusal } from "./refusal.js";

/** Who may call a route: anyone; the holder of an appointment's secret link (Authorization: Bearer); a browser with the arrival cookie of
    the :arrivalId in the path; a signed-in clerk (session cookie); the holder of a welcome link, of a helper's link, of an interpreter's reservation or of their link into a meeting (Authorization:
    Bearer); a browser with the helper's cookie of the :helperId in the path, or the interpreter's of the :linkId; the telephone system's voice menu (Authorization: Bearer, a secret of its own). What a clerk may do further is the verb's policy. */
export type Access =
  | "anyone"
  | "link"
  | "arrival"
  | "clerk"
  | "welcome"
  | "helper_link"
  | "helper"
  | "voice_menu"
  | "reservation_link"
  | "interpreter_link"
  | "interpreter";
export type ActorOf = {
  anyone: Anyone;
  link: LinkHolder;
  arrival: ArrivedBrowser;
  clerk: ClerkActor;
  welcome: WelcomedClerk;
  helper_link: HelperLinkHolder;
  helper: HelperBrowser;
  voice_menu: VoiceMenu;
  reservation_link: ReservationLinkHolder;
  interpreter_link: InterpreterLinkHolder;
  interpreter: InterpreterBrowser;
};

/** At most `points` calls in `seconds` for one client address, and `pointsInAll` for all of them together, over all processes. */
export type RateLimit = { name: string; points: number; seconds: number; pointsInAll?: number };

export type CookieOptions = { path: string; maxAgeSeconds: number; sameSite: "lax" | "strict" };

/** The little that a route may know of HTTP beside its input. */
export type Http = {
  address: string;
  cookie: (name: string) => string | undefined;
  setCookie: (name: string, value: string, options: CookieOptions) => void;
  clearCookie: (name: string, path: string) => void;
  /** Of the cookies that came along. */
  cookieNames: () => string[];
  /** The browser forgets all that it keeps of us (https://www.w3.org/TR/clear-site-data/). */
  clearSiteData: () => void;
};

export type Method = "GET" | "POST" | "PUT" | "DELETE";

/** One address of the API: who may call, what goes in and what may come out. `run` is one transaction; its answer is parsed before the commit. A refusal that is
    thrown undoes what was written; one that is returned keeps it (a miss that counts). */
export type Route<A extends Access = Access, I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  method: Method;
  path: string;
  access: A;
  limit?: RateLimit;
  input: I;
  /** null: 204 without a body. */
  output: O | null;
  status?: number;
  run: (context: Context<ActorOf[A]>, input: z.output<I>, http: Http) => Promise<z.input<O> | Refusal>;
};

/** A stream of server-sent events: `open` subscribes and returns what ends the subscription. */
export type StreamRoute<A extends Access = Access, I extends z.ZodType = z.ZodType> = {
  method: "GET";
  path: string;
  access: A;
  input: I;
  open: (actor: ActorOf[A], input: z.output<I>, send: SendEvent) => Promise<() => void>;
};
/** One whole server-sent event, encoded. */
export type SendEvent = (frame: Buffer) => void;

/** A file to be kept, e.g. a calendar file: never shown by the browser itself. */
export type FileRoute<A extends Access = Access, I extends z.ZodType = z.ZodType> = {
  method: "GET";
  path: string;
  access: A;
  limit?: RateLimit;
  input: I;
  file: (
    context: Context<ActorOf[A]>,
    input: z.output<I>,
  ) => Promise<{ name: string; type: string; body: string | Buffer }>;
};

/** Bytes come in, as application/octet-stream. `check` decides before any of them is read, `receive` gets them whole: each in a transaction of its own, with the asker
    found anew, so that no connection to the database waits for a slow sender. */
export type UploadRoute<A extends Access = Access, I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  method: "POST";
  path: string;
  access: A;
  limit?: RateLimit;
  input: I;
  output: O;
  largestBytes: number;
  check: (context: Context<ActorOf[A]>, input: z.output<I>) => Promise<unknown>;
  receive: (context: Context<ActorOf[A]>, input: z.output<I>, bytes: Buffer) => Promise<z.input<O>>;
};

// The features' lists hold routes of many shapes; each was checked where it was written.
// biome-ignore lint/suspicious/noExplicitAny: a list of routes with different inputs has no narrower type
export type AnyRoute = Route<any, any, any> | StreamRoute<any, any> | FileRoute<any, any> | UploadRoute<any, any, any>;

export const route = <A extends Access, I extends z.ZodType, O extends z.ZodType>(definition: Route<A, I, O>) =>
  definition;
/** A route's `run`: what is asked is done, and the answer is how things stand then. */
export const doneThen =
  <C, I, O>(act: (context: C, input: I) => Promise<unknown>, answer: (context: C, input: I) => Promise<O>) =>
  async (context: C, input: I): Promise<O> => {
    await act(context, input);
    return answer(context, input);
  };
export const streamRoute = <A extends Access, I extends z.ZodType>(definition: StreamRoute<A, I>) => definition;
export const fileRoute = <A extends Access, I extends z.ZodType>(definition: FileRoute<A, I>) => definition;
export const uploadRoute = <A extends Access, I extends z.ZodType, O extends z.ZodType>(
  definition: UploadRoute<A, I, O>,
) => definition;
