import "./seeing.css";
import { useTexts } from "../../../platform/language.js";
import { Lazy } from "../../../ui/Lazy.js";
import type { CallState } from "../call.state.js";
import { callTexts } from "../call.texts.js";
import { loadPhoneTile } from "../company/Company.js";
import { isByPhone, isInWritingOnly } from "../company/roster.rules.js";
import { OwnTile } from "../stage/OwnTile.js";
import { PersonTile } from "../stage/PersonTile.js";
import type { OwnMedia } from "../stage/use-local-media.js";
import { arrange, withPin } from "./arrange.rules.js";
import { seeingTexts } from "./seeing.texts.js";
import type { Seeing } from "./use-seeing.js";

interface PeopleProps {
  readonly state: CallState;
  readonly own: OwnMedia;
  readonly seeing: Seeing;
  /** false: one's own picture comes later (useSettled). */
  readonly isSettled: boolean;
}

/** Everybody's picture, arranged as this person wants to look at it. */
export const People = ({ state, own, seeing, isSettled }: PeopleProps) => {
  const t = useTexts(callTexts);
  const s = useTexts(seeingTexts);
  const { look, change } = seeing;
  // Who is here in writing only, or by telephone, has nothing to be large with.
  const shown = state.people.filter((person) => !isByPhone(person) && !isInWritingOnly(state.standing, person));
  const { large, own: place } = arrange(shown, look, state.speakerId);
  return (
    <>
      <div class={`call-pictures seeing-pictures seeing-pictures--${place}`}>
        {state.people.length === 0 ? (
          <div class="call-tile call-tile--empty">
            <p>{state.connection === "connected" ? t("callAlone") : t("callJoining")}</p>
          </div>
        ) : (
          // biome-ignore lint/a11y/noRedundantRoles: Safari takes a list without bullets for none.
          <ul class="seeing-people" role="list" aria-label={t("people")}>
            {state.people.map((person) => (
              <li key={person.id} class={large.includes(person.id) ? "seeing-large" : "seeing-small"}>
                {isByPhone(person) ? (
                  <Lazy load={loadPhoneTile} props={{ state, person }} />
                ) : (
                  <PersonTile
                    person={person}
                    pictures={seeing.pictures}
                    isInWritingOnly={isInWritingOnly(state.standing, person)}
                    isPinned={look.pins.includes(person.userId)}
                    onPin={(isPinned) => change(withPin(look, person.userId, isPinned))}
                  />
                )}
              </li>
            ))}
          </ul>
        )}
        {isSettled && place !== "hidden" && <OwnTile own={own} isSharing={seeing.sharing.isOn} />}
      </div>
      <div>{place === "hidden" && <p class="balie-small">{s("ownHiddenNow")}</p>}</div>
      <div role="status" class="balie-only-heard">
        {shown
          .filter((person) => person.seeing.isSharing)
          .map((person) => s("sharesScreen", { name: person.name || t("nameless") }))
          .join(" ")}
      </div>
    </>
  );
};
