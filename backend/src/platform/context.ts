import type { ClerkRole } from "@balie/contract/clerks";
import type { EntityManager } from "typeorm";

/** Who is asking, as the route's access rule established it. `link`: a holder of an appointment's secret link; `arrival`: a browser
    that arrived in the waiting room, known by its cookie; `welcome`: a clerk who holds a welcome link; `helper_link`: who holds a helper's own link; `helper`: the browser
    that came by it, known by its cookie; `voice_menu`: the telephone system, for whoever dials in; `reservation_link`: an interpreter who holds the link of a reservation; `interpreter_link`: one who
    holds the link into a meeting; `interpreter`: the browser that came by it, known by its cookie. */
export type Anyone = { kind: "anyone" };
export type LinkHolder = { kind: "link"; appointmentId: string; linkToken: string };
export type ArrivedBrowser = { kind: "arrival"; arrivalId: string };
export type ClerkActor = { kind: "clerk"; clerkId: string; sessionId: string; role: ClerkRole; counterIds: string[] };
export type WelcomedClerk = { kind: "welcome"; clerkId: string; linkId: string };
export type HelperLinkHolder = { kind: "helper_link"; helperId: string };
export type HelperBrowser = { kind: "helper"; helperId: string };
export type VoiceMenu = { kind: "voice_menu" };
export type ReservationLinkHolder = { kind: "reservation_link"; reservationId: string };
export type InterpreterLinkHolder = { kind: "interpreter_link"; linkId: string };
export type InterpreterBrowser = { kind: "interpreter"; linkId: string };
export type Actor =
  | Anyone
  | LinkHolder
  | ArrivedBrowser
  | ClerkActor
  | WelcomedClerk
  | HelperLinkHolder
  | HelperBrowser
  | VoiceMenu
  | ReservationLinkHolder
  | InterpreterLinkHolder
  | InterpreterBrowser;

/** What every verb receives: an open transaction, who is asking, and the time. */
export type Context<A extends Actor = Actor> = { db: EntityManager; actor: A; now: Date };
