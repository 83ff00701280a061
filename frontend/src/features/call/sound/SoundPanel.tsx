import { useState } from "preact/hooks";
import { useTexts } from "../../../platform/language.js";
import { Button } from "../../../ui/Button.js";
import { Dialog } from "../../../ui/Dialog.js";
import type { Person } from "../call.state.js";
import { callTexts } from "../call.texts.js";
import { canShapeSound } from "../media/microphone-level.js";
import type { OwnMedia } from "../stage/use-local-media.js";
import { HearingChoices } from "./HearingChoices.js";
import { LevelMeter } from "./LevelMeter.js";
import { Slider } from "./Slider.js";
import { SoundDevices } from "./SoundDevices.js";
import { soundTexts } from "./sound.texts.js";
import { loudestPercent } from "./sound-choice.rules.js";
import type { MicrophoneHandle } from "./use-microphone.js";
import type { SoundHandle } from "./use-sound.js";

export interface SoundPanelProps {
  readonly people: readonly Person[];
  readonly own: OwnMedia;
  readonly sound: SoundHandle;
  readonly microphone: MicrophoneHandle;
  readonly onClose: () => void;
}

/** How one hears the others, and by what; each change is heard at once. */
export const SoundPanel = ({ people, own, sound, microphone, onClose }: SoundPanelProps) => {
  const t = useTexts(soundTexts);
  const [isReset, setReset] = useState(false);
  const reset = () => {
    sound.reset();
    setReset(true);
  };
  return (
    <Dialog title={t("panelTitle")} onClose={onClose}>
      <div class="sound-panel">
        <p>{t("panelIntro")}</p>
        {people.map((person) => (
          <Volume key={person.id} person={person} sound={sound} />
        ))}
        {people.length === 0 && <p>{t("nobody")}</p>}
        {canShapeSound() ? <HearingChoices sound={sound} /> : <p>{t("unsupported")}</p>}
        <SoundDevices own={own} sound={sound} microphone={microphone} />
        <p role="status">{isReset && t("resetDone")}</p>
      </div>
      <div class="balie-actions">
        <Button look="primary" onClick={onClose}>
          {t("close")}
        </Button>
        <Button onClick={reset}>{t("reset")}</Button>
      </div>
    </Dialog>
  );
};

const Volume = ({ person, sound }: { person: Person; sound: SoundHandle }) => {
  const t = useTexts(soundTexts);
  const word = useTexts(callTexts);
  const name = person.name || word("nameless");
  const percent = sound.percentOf(person);
  return (
    <div>
      <Slider
        id={`volume-${person.id}`}
        label={t("volumeOf", { name })}
        value={percent}
        min={0}
        max={canShapeSound() ? loudestPercent : 100}
        words={percent === 0 ? t("volumeNone") : t("percent", { percent })}
        onChange={(value) => sound.setPercent(person, value)}
      />
      {person.audio && <LevelMeter stream={person.audio.stream} label={t("levelOf", { name })} percent={percent} />}
    </div>
  );
};
