import type { Context } from "../../platform/context.js";
import { Clerk } from "./clerk.entity.js";
import { makeWelcomeLink } from "./make-welcome-link.js";

/** For a clerk who lost the link or forgot the password. Only for the operator at the server.
    @returns the welcome link's token; null when no active clerk has this address. */
export async function renewWelcome(context: Pick<Context, "db" | "now">, email: string): Promise<string | null> {
  const clerk = await context.db.findOneBy(Clerk, { email: email.toLowerCase(), isActive: true });
  return clerk ? makeWelcomeLink(context, clerk.id) : null;
}
