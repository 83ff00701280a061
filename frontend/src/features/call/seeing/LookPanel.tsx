import { useTexts } from "../../../platform/language.js";
import { CheckChoice } from "../../../ui/CheckChoice.js";
import { RadioGroup } from "../../../ui/RadioGroup.js";
import { views } from "./arrange.rules.js";
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
        <CheckChoice
          id="look-own-hidden"
          label={s("ownHide")}
          note={s("ownHideNote")}
          isChecked={look.isOwnHidden}
          onChange={(isOwnHidden) => change({ ...look, isOwnHidden })}
        />
        <CheckChoice
          id="look-signing"
          label={s("signing")}
          note={s("signingNote")}
          isChecked={look.isSigning}
          onChange={(isSigning) => change({ ...look, isSigning, isSilent: isSigning && look.isSilent })}
        />
        {look.isSigning && (
          <CheckChoice
            id="look-silent"
            label={s("silent")}
            note={s("silentNote")}
            isChecked={look.isSilent}
            onChange={(isSilent) => change({ ...look, isSilent })}
          />
        )}
        <CheckChoice
          id="look-pictures-off"
          label={s("picturesOff")}
          note={s("picturesOffNote")}
          isChecked={!look.hasPictures}
          onChange={(isOff) => change({ ...look, hasPictures: !isOff })}
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
