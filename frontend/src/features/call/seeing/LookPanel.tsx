import { useTexts } from "../../../platform/language.js";
import { RadioGroup } from "../../../ui/RadioGroup.js";
import { type Look, views } from "./arrange.rules.js";
import { LargePicture } from "./LargePicture.js";
import { seeingTexts } from "./seeing.texts.js";
import type { Seeing } from "./use-seeing.js";

/** How this person looks at the call: every choice holds at once, and the next time on this device. */
export const LookPanel = ({ seeing: { look, change } }: { seeing: Seeing }) => {
  const s = useTexts(seeingTexts);
  return (
    <section aria-label={s("lookTitle")}>
      <h2 class="call-small-heading">{s("lookTitle")}</h2>
      <RadioGroup
        id="look-view"
        label={s("view")}
        value={look.view}
        layout="chips"
        choices={views.map((view) => ({ value: view, label: s(`view_${view}`) }))}
        onChange={(view) => change({ ...look, view })}
      />
      <div class="balie-choices-list">
        <Check name="isOwnHidden" label={s("ownHide")} note={s("ownHideNote")} {...{ look, change }} />
        <Check name="isSigning" label={s("signing")} note={s("signingNote")} {...{ look, change }} />
        {look.isSigning && <Check name="isSilent" label={s("silent")} note={s("silentNote")} {...{ look, change }} />}
        <Check
          name="hasPictures"
          isReversed
          label={s("picturesOff")}
          note={s("picturesOffNote")}
          {...{ look, change }}
        />
      </div>
      <LargePicture />
      <details>
        <summary>{s("paper")}</summary>
        <ul>
          <li>{s("paperLight")}</li>
          <li>{s("paperNear")}</li>
          <li>{s("paperStill")}</li>
          <li>{s("paperMirror")}</li>
        </ul>
      </details>
    </section>
  );
};

type Flag = "isOwnHidden" | "isSigning" | "isSilent" | "hasPictures";

interface CheckProps {
  readonly name: Flag;
  readonly label: string;
  readonly note: string;
  readonly isReversed?: boolean;
  readonly look: Look;
  readonly change: (look: Look) => void;
}

const Check = ({ name, label, note, isReversed = false, look, change }: CheckProps) => (
  <label class="balie-choice">
    <input
      type="checkbox"
      checked={look[name] !== isReversed}
      onChange={({ currentTarget: { checked } }) => {
        const next = { ...look, [name]: checked !== isReversed };
        change(next.isSigning ? next : { ...next, isSilent: false });
      }}
    />
    <span class="balie-choice-text">
      <span>{label}</span> <span class="balie-choice-note">{note}</span>
    </span>
  </label>
);
