import type { ClerkInFile } from "@balie/contract/municipality-file";
import type { Context } from "../../platform/context.js";
import { Clerk } from "./clerk.entity.js";
import { ClerkCounter } from "./clerk-counter.entity.js";
import { makeWelcomeLink } from "./make-welcome-link.js";
import type { How } from "./put.js";

type Enlisted = { how: How /** Of a new clerk's welcome link. */; token: string | null };

/** Makes the clerk of this address, or brings role, counters and what they may up to date. The name is the clerk's own once they chose one. */
export async function enlistClerk(
  { db, now }: Pick<Context, "db" | "now">,
  { email, name, role, isActive, phonesInterpreters }: ClerkInFile,
  counterIds: string[],
): Promise<Enlisted> {
  const known = await db.findOne(Clerk, {
    where: { email },
    select: { id: true, name: true, role: true, isActive: true, phonesInterpreters: true, passwordHash: true },
  });
  if (!known) {
    const clerk = db.create(Clerk, { email, name, role, isActive, phonesInterpreters, passwordHash: null });
    await db.insert(Clerk, clerk);
    await putCounters(db, clerk.id, counterIds);
    return { how: "added", token: isActive ? await makeWelcomeLink({ db, now }, clerk.id) : null };
  }
  const wanted = { name: known.passwordHash ? known.name : name, role, isActive, phonesInterpreters };
  const isSame = (Object.keys(wanted) as (keyof typeof wanted)[]).every((field) => known[field] === wanted[field]);
  if (!isSame) await db.update(Clerk, { id: known.id }, wanted);
  const isMoved = await putCounters(db, known.id, counterIds);
  return { how: isSame && !isMoved ? "unchanged" : "changed", token: null };
}

async function putCounters(db: Context["db"], clerkId: string, counterIds: string[]): Promise<boolean> {
  const present = await db.findBy(ClerkCounter, { clerkId });
  const isSame =
    present.length === counterIds.length && present.every(({ counterId }) => counterIds.includes(counterId));
  if (isSame) return false;
  await db.delete(ClerkCounter, { clerkId });
  await db.insert(
    ClerkCounter,
    counterIds.map((counterId) => ({ clerkId, counterId })),
  );
  return true;
}
