import type { DataSource } from "typeorm";
import { lockCall } from "./lock-call.js";
import { loseLeg } from "./lose-leg.js";

/** For how long an interpreter by video may be out of the room before their call is over. */
export const absenceSeconds = 60;

const newsPatienceSeconds = 300;

/** Calls by video whose interpreter has been away for too long are over, as of the moment in which they left; and those that were let go, of whose leaving Prosody never told. Twice at once is harmless. */
export async function endAbsent(dataSource: DataSource): Promise<void> {
  const isOver = `c.medium = 'video' and c.state = 'connected' and (c.away_since < now() - interval '${absenceSeconds} seconds'
    or exists (select from interpreter_request r where r.id = c.request_id and r.ended_at < now() - interval '${newsPatienceSeconds} seconds'))`;
  const absent: { id: string }[] = await dataSource.query(`select c.id from interpreter_call c where ${isOver}`);
  for (const { id } of absent)
    await dataSource.transaction(async (db) => {
      const locked = await lockCall(db, id);
      const [still] = await db.query(`select 1 from interpreter_call c where c.id = $1 and ${isOver}`, [id]);
      if (!locked || !still) return;
      const at = locked.call.awaySince ?? locked.request.endedAt!;
      await loseLeg(db, locked, { because: "failed", at });
    });
}
