import type { ClerkRole } from "@balie/contract/clerks";
import type { EntityManager } from "typeorm";

/** Who is asking, as the route's access rule established it. `link`: a holder of an appointment's secret link; `arrival`: a browser
    that arrived in the waiting room, known by its cookie; `welcome`: a clerk who holds a welcome link. */
export type Anyone = { kind: "anyone" };
export type LinkHolder = { kind: "link"; appointmentId: string };
export type ArrivedBrowser = { kind: "arrival"; arrivalId: string };
export type ClerkActor = { kind: "clerk"; clerkId: string; sessionId: string; role: ClerkRole; counterIds: string[] };
export type WelcomedClerk = { kind: "welcome"; clerkId: string; linkId: string };
export type Actor = Anyone | LinkHolder | ArrivedBrowser | ClerkActor | WelcomedClerk;

/** What every verb receives: an open transaction, who is asking, and the time. */
export type Context<A extends Actor = Actor> = { db: EntityManager; actor: A; now: Date };
