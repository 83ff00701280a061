import { MoreThan } from "typeorm";
import type { Context } from "../../platform/context.js";
import { sealToken, unsealToken } from "../../platform/tokens.js";
import { Appointment } from "./appointment.entity.js";

const pageSize = 1_000;
const firstId = "00000000-0000-0000-0000-000000000000";

/** Seals every secret link under a new application secret, so that links in old mails and in mails still to come go on working. What the new secret
    opens already stays as it is: a rotation that broke off may run again.
    @throws when a link opens with neither secret; the caller's transaction then changes nothing. */
export async function resealLinks(
  { db }: Pick<Context, "db">,
  { appSecret, newAppSecret }: { appSecret: string; newAppSecret: string },
): Promise<{ resealed: number; kept: number }> {
  // Nobody may book meanwhile: that link would stay under the old secret.
  await db.query("lock table appointment in share row exclusive mode");
  const counts = { resealed: 0, kept: 0 };
  for (let lastId = firstId; ; ) {
    const page = await db.find(Appointment, {
      select: { id: true, linkSealed: true },
      where: { id: MoreThan(lastId) },
      order: { id: "ASC" },
      take: pageSize,
    });
    if (page.length === 0) return counts;
    const old = page.filter(({ linkSealed }) => open(newAppSecret, linkSealed) === undefined);
    const sealed = old.map(({ id, linkSealed }) => reseal(id, linkSealed, appSecret, newAppSecret));
    await db.query(
      `update appointment set link_sealed = new.sealed
       from unnest($1::uuid[], $2::bytea[]) as new (id, sealed) where appointment.id = new.id`,
      [old.map(({ id }) => id), sealed],
    );
    counts.resealed += old.length;
    counts.kept += page.length - old.length;
    lastId = page.at(-1)!.id;
  }
}

function reseal(id: string, sealed: Buffer, appSecret: string, newAppSecret: string): Buffer {
  const token = open(appSecret, sealed);
  if (token === undefined) throw new Error(`The link of appointment ${id} opens with neither secret.`);
  return sealToken(newAppSecret, token);
}

function open(appSecret: string, sealed: Buffer): string | undefined {
  try {
    return unsealToken(appSecret, sealed);
  } catch {
    return undefined;
  }
}
