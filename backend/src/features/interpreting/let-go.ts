import { describeFault } from "../../platform/log.js";
import type { Hunt } from "./pursue.js";

/** Hangs up a request's calls that are over; repeated until Prosody has answered. */
export async function letGo({ dataSource, control, log }: Hunt, requestId: string): Promise<void> {
  const owed: { id: string; room: string }[] = await dataSource.query(
    "select id, room from interpreter_call where request_id = $1 and must_hang_up and hung_up_at is null",
    [requestId],
  );
  await Promise.all(
    owed.map(async ({ id, room }) => {
      try {
        await control.hangUp(room, id);
      } catch (fault) {
        return log.warn({ call: id, fault: describeFault(fault) }, "a call is hung up later: Prosody did not answer");
      }
      await dataSource.query("update interpreter_call set hung_up_at = now() where id = $1", [id]);
    }),
  );
}
