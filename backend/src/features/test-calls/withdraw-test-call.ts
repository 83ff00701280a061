import type { ClerkActor, Context } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { refuseOthers } from "../interpreters/refuse-others.js";
import { end, hangUp } from "./change-test-call.js";
import { lockTestCall } from "./lock-test-call.js";
import { TestCall } from "./test-call.entity.js";

/** An administrator hangs up, also another's test call. A second time, or when it is over, changes nothing. Refused: 403 forbidden, 404 not_found. */
export async function withdrawTestCall(
  { db, actor, now }: Context<ClerkActor>,
  { testCallId }: { testCallId: string },
): Promise<void> {
  refuseOthers(actor);
  const locked = await lockTestCall(db, testCallId);
  if (!locked) throw new Refusal(404, "not_found");
  const { call, test } = locked;
  if (call.endedAt || test.withdrawnAt) return;
  await db.update(TestCall, { id: testCallId }, { withdrawnAt: now });
  test.withdrawnAt = now;
  if (call.state === "connected") await hangUp(db, locked);
  else await end(db, locked, "unanswered", now);
}
