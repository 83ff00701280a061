import { type EntityTarget, MoreThan } from "typeorm";
import type { Context } from "../../platform/context.js";
import { sealToken, unsealToken } from "../../platform/tokens.js";
import { Appointment } from "./appointment.entity.js";
import { rehashCodes } from "./rehash-codes.js";

const pageSize = 1_000;
const firstId = "00000000-0000-0000-0000-000000000000";

/** A row with a secret link. */
type LinkRow = { id: string; linkSealed: Buffer; pinTurn?: number | null };

/** Seals every secret link (an appointment's, or those that `rows` names) under a new application secret, so that links in old mails and in mails still to come go on working, and with them kiosk codes and the PINs of those who dial in. What the new secret
    opens already stays as it is: a rotation that broke off may run again.
    @throws when a link opens with neither secret; the caller's transaction then changes nothing. */
export async function resealLinks(
  { db }: Pick<Context, "db">,
  { appSecret, newAppSecret }: { appSecret: string; newAppSecret: string },
  rows: EntityTarget<LinkRow> = Appointment,
): Promise<{ resealed: number; kept: number }> {
  const { tableName } = db.connection.getMetadata(rows);
  // Nobody may book or invite meanwhile: that link would stay under the old secret.
  await db.query(`lock table ${tableName} in share row exclusive mode`);
  const counts = { resealed: 0, kept: 0 };
  for (let lastId = firstId; ; ) {
    const page = await db.find(rows, {
      select: { id: true, linkSealed: true, ...(rows === Appointment ? { pinTurn: true } : {}) },
      where: { id: MoreThan(lastId) },
      order: { id: "ASC" },
      take: pageSize,
    });
    if (page.length === 0) return counts;
    const old = page.filter(({ linkSealed }) => open(newAppSecret, linkSealed) === undefined);
    const links = old.map(({ id, linkSealed, pinTurn }) => ({
      ...{ id, pinTurn: pinTurn ?? null },
      token: openOld(`${tableName} ${id}`, linkSealed, appSecret),
    }));
    await db.query(
      `update ${tableName} row set link_sealed = new.sealed
       from unnest($1::uuid[], $2::bytea[]) as new (id, sealed) where row.id = new.id`,
      [links.map(({ id }) => id), links.map(({ token }) => sealToken(newAppSecret, token))],
    );
    if (rows === Appointment) await rehashCodes(db, links, newAppSecret);
    counts.resealed += old.length;
    counts.kept += page.length - old.length;
    lastId = page.at(-1)!.id;
  }
}

function openOld(whose: string, sealed: Buffer, appSecret: string): string {
  const token = open(appSecret, sealed);
  if (token === undefined) throw new Error(`The link of ${whose} opens with neither secret.`);
  return token;
}

function open(appSecret: string, sealed: Buffer): string | undefined {
  try {
    return unsealToken(appSecret, sealed);
  } catch {
    return undefined;
  }
}
