import { useTexts } from "../../../platform/language.js";
import { CheckChoice } from "../../../ui/CheckChoice.js";
import { RadioGroup } from "../../../ui/RadioGroup.js";
import { type Preset, presets } from "./equaliser.rules.js";
import { Slider } from "./Slider.js";
import { soundTexts } from "./sound.texts.js";
import type { SoundHandle } from "./use-sound.js";

const names = {
  plain: { label: "presetPlain", note: "presetPlainNote" },
  speech: { label: "presetSpeech", note: "presetSpeechNote" },
  high: { label: "presetHigh", note: "presetHighNote" },
  low: { label: "presetLow", note: "presetLowNote" },
  phone: { label: "presetPhone", note: "presetPhoneNote" },
} as const satisfies Record<Preset, object>;

/** What ears differ in: tones, and left and right. */
export const HearingChoices = ({ sound }: { sound: SoundHandle }) => {
  const t = useTexts(soundTexts);
  const { choice, change } = sound;
  const side = Math.abs(choice.balance);
  return (
    <>
      <RadioGroup
        id="sound-preset"
        label={t("preset")}
        value={choice.preset}
        choices={presets.map((value) => ({ value, label: t(names[value].label), note: t(names[value].note) }))}
        onChange={(preset) => change({ preset })}
      />
      <CheckChoice
        id="sound-mono"
        label={t("mono")}
        note={t("monoNote")}
        isChecked={choice.isMono}
        onChange={(isMono) => change({ isMono })}
      />
      <Slider
        id="sound-balance"
        label={t("balance")}
        value={choice.balance}
        min={-100}
        max={100}
        words={
          side === 0 ? t("balanceMiddle") : t(choice.balance < 0 ? "balanceLeft" : "balanceRight", { percent: side })
        }
        onChange={(balance) => change({ balance })}
      />
    </>
  );
};
