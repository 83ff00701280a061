import type { z } from "zod";
import type { Anyone, ArrivedBrowser, ClerkActor, Context, LinkHolder, WelcomedClerk } from "../context.js";

/** Who may call a route: anyone; the holder of an appointment's secret link (Authorization: Bearer); a browser with the arrival cookie of
    the :arrivalId in the path; a signed-in clerk (session cookie); the holder of a welcome link (Authorization: Bearer). What a clerk may do further is the verb's policy. */
export type Access = "anyone" | "link" | "arrival" | "clerk" | "welcome";
export type ActorOf = {
  anyone: Anyone;
  link: LinkHolder;
  arrival: ArrivedBrowser;
  clerk: ClerkActor;
  welcome: WelcomedClerk;
};

/** At most `points` calls in `seconds` for one client address, over all processes. */
export type RateLimit = { name: string; points: number; seconds: number };

export type CookieOptions = { path: string; maxAgeSeconds: number; sameSite: "lax" | "strict" };

/** The little that a route may know of HTTP beside its input. */
export type Http = {
  address: string;
  cookie: (name: string) => string | undefined;
  setCookie: (name: string, value: string, options: CookieOptions) => void;
  clearCookie: (name: string, path: string) => void;
};

export type Method = "GET" | "POST" | "PUT" | "DELETE";

/** One address of the API: who may call, what goes in and what may come out. `run` is one transaction; its answer is parsed before the commit. */
export type Route<A extends Access = Access, I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  method: Method;
  path: string;
  access: A;
  limit?: RateLimit;
  input: I;
  /** null: 204 without a body. */
  output: O | null;
  status?: number;
  run: (context: Context<ActorOf[A]>, input: z.output<I>, http: Http) => Promise<z.input<O>>;
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
export const streamRoute = <A extends Access, I extends z.ZodType>(definition: StreamRoute<A, I>) => definition;
export const fileRoute = <A extends Access, I extends z.ZodType>(definition: FileRoute<A, I>) => definition;
export const uploadRoute = <A extends Access, I extends z.ZodType, O extends z.ZodType>(
  definition: UploadRoute<A, I, O>,
) => definition;
