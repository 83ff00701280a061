import type { InterpretingChoice } from "@balie/contract/interpreters";
import { isSigned } from "@balie/contract/locales/interpreted-languages";
import type { ClerkActor, Context } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { loadMunicipality } from "../counters/load-municipality.js";
import type { Interpreter } from "../interpreters/interpreter.entity.js";
import { isAtWork } from "../interpreters/interpreter.rules.js";
import { Meeting } from "../meetings/meeting.entity.js";
import { leads, maySee } from "../meetings/meeting.policy.js";
import { mayDial } from "./phone.rules.js";
import { mayPhone } from "./refuse-without-right.js";

type OnRoster = Pick<Interpreter, "languages" | "address" | "email" | "hours" | "awayFrom" | "awayUntil"> & {
  isBusy: boolean;
};
type Settings = { hasPhone: boolean; allowed: readonly string[] };

/** The languages of the roster that the clerk who leads can ask for, and how many interpreters of each are at work and free, by telephone and by video. Refused: 404 not_found, 403 forbidden (who does not lead). */
export async function listLanguages(
  { db, actor, now }: Context<ClerkActor>,
  { meetingId }: { meetingId: string },
  { hasPhone, allowed }: Settings,
): Promise<InterpretingChoice> {
  const meeting = await db.findOneBy(Meeting, { id: meetingId });
  if (!meeting || !maySee(actor, meeting)) throw new Refusal(404, "not_found");
  if (!leads(actor, meeting)) throw new Refusal(403, "forbidden");
  const { timeZone } = await loadMunicipality(db);
  const roster: OnRoster[] = await db.query(
    `select i.languages, i.address, i.email, i.hours, i.away_from::text "awayFrom", i.away_until::text "awayUntil",
            exists (select from interpreter_call c where c.interpreter_id = i.id and c.state in ('dialling', 'connected')) "isBusy"
     from interpreter i where i.is_active`,
  );
  const found = new Map<string, { available: number; availableByVideo: number }>();
  for (const one of roster) {
    const free = !one.isBusy && isAtWork(one, now, timeZone) ? 1 : 0;
    for (const language of one.languages) {
      const isByPhone = hasPhone && !isSigned(language) && mayDial(one.address, allowed);
      const isByVideo = one.email !== null;
      if (!isByPhone && !isByVideo) continue;
      const { available, availableByVideo } = found.get(language) ?? { available: 0, availableByVideo: 0 };
      found.set(language, {
        available: available + (isByPhone ? free : 0),
        availableByVideo: availableByVideo + (isByVideo ? free : 0),
      });
    }
  }
  return {
    hasPhone,
    mayPhone: await mayPhone(db, actor),
    languages: [...found].sort().map(([language, counts]) => ({ language, ...counts })),
  };
}
