import { IsNull, Not } from "typeorm";
import type { Context } from "../../platform/context.js";
import { Clerk } from "./clerk.entity.js";
import { makeWelcomeLink } from "./make-welcome-link.js";

/** The first administrator, or, with `isAnother`, one more; a clerk of that address becomes it. Only for the operator at the server.
    @returns the welcome link's token; null when somebody can sign in as administrator already and no other is asked for. */
export async function appointAdministrator(
  { db, now }: Pick<Context, "db" | "now">,
  { email, isAnother }: { email: string; isAnother: boolean },
): Promise<string | null> {
  const administrator = { role: "admin" as const, isActive: true };
  if (!isAnother && (await db.existsBy(Clerk, { ...administrator, passwordHash: Not(IsNull()) }))) return null;
  const known = await db.findOneBy(Clerk, { email: email.toLowerCase() });
  const clerk = known ?? db.create(Clerk, { email: email.toLowerCase(), name: "", passwordHash: null });
  await db.save(Clerk, { ...clerk, ...administrator });
  const { id } = await db.findOneByOrFail(Clerk, { email: email.toLowerCase() });
  return makeWelcomeLink({ db, now }, id);
}
