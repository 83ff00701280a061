import type { Roster, RosterPerson } from "@balie/contract/guests";
import { useEffect, useRef } from "preact/hooks";
import { useTexts } from "../../../platform/language.js";
import { Notice } from "../../../ui/Notice.js";
import type { CallParticipant } from "../call.js";
import { isInWritingOnly, type Standing } from "../company/roster.rules.js";
import { useRole } from "../company/use-role.js";
import { keepTelling } from "./keep-telling.js";
import { trustTexts } from "./trust.texts.js";

export interface ComingProps {
  readonly roster: Roster;
  readonly standing: Standing | null;
  /** Who is in the call already. */
  readonly people: readonly CallParticipant[];
  /** The notice has stood there for a while: whom it names may come in. Rejects when nobody could be told that. */
  readonly onTold: (guestId: string) => Promise<unknown>;
}

/** Says who comes or takes over, before they are let in; of who takes over until they are. */
export const ComingNotices = ({ roster, standing, people, onTold }: ComingProps) => {
  const t = useTexts(trustTexts);
  const roleOf = useRole();
  const next = useRef("");
  next.current = roster.find(({ role, isAnnounced }) => role === "clerk" && isAnnounced)?.userId ?? next.current;
  const coming = roster.filter(
    (one) => (isExpected(one) || one.userId === next.current) && !people.some(({ userId }) => userId === one.userId),
  );
  useTelling(coming, onTold);
  return (
    <>
      {coming.map((guest) => (
        <Notice key={guest.userId} kind="info">
          <p>
            {t(guest.role === "clerk" ? "takesOver" : isInWritingOnly(standing, guest) ? "comingInWriting" : "coming", {
              name: guest.name,
              role: roleOf(guest),
            })}
          </p>
        </Notice>
      ))}
    </>
  );
};

/** An interpreter is only told of once they wait. */
const isExpected = ({ role, isAtDoor }: RosterPerson): boolean => role === "helper" || role === "colleague" || isAtDoor;

const readingMs = 3000;

const useTelling = (coming: Roster, onTold: ComingProps["onTold"]) => {
  const untold = coming.filter(({ isAnnounced }) => isAnnounced).map(({ userId }) => userId);
  const key = untold.join();
  useEffect(() => {
    if (key === "") return;
    return keepTelling({ ids: untold, tell: onTold, later });
  }, [key]);
};

const later = (act: () => void) => {
  const timer = setTimeout(act, readingMs);
  return () => clearTimeout(timer);
};
