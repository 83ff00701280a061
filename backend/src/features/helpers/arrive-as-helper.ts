import type { Context, HelperLinkHolder } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { announce } from "../../platform/live/announce.js";
import { type ArrivedByLink, type Arriving, holdOwnLink } from "../meetings/hold-own-link.js";
import { Helper } from "./helper.entity.js";
import { stateOf } from "./helper.rules.js";
import { lockHelper } from "./load-helper.js";

/** The helper's click on "to the waiting room". Refused: 410 helper_withdrawn, and as `holdOwnLink` says. */
export async function arriveAsHelper(
  { db, actor, now }: Context<HelperLinkHolder>,
  arriving: Arriving,
  cookieOf: (id: string) => string | undefined,
): Promise<ArrivedByLink> {
  const helper = await lockHelper(db, actor.helperId);
  const state = stateOf(helper);
  if (state === "withdrawn") throw new Refusal(410, "helper_withdrawn");
  const hold = holdOwnLink(helper, state, arriving, cookieOf(helper.id), now);

  const change = {
    ...hold.change,
    ...(helper.state === "admitted" ? {} : { state: "waiting" as const }),
  };
  await db.update(Helper, { id: helper.id }, change);
  await announce(db, `counter:${helper.meeting.counterId}`);
  return { link: helper, newToken: hold.newToken };
}
