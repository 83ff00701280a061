import { useEffect, useState } from "preact/hooks";
import { useTexts } from "../../../platform/language.js";
import { canShapeSound, watchLevel } from "../media/microphone-level.js";
import { heldLevel, levelWord } from "./level.rules.js";
import { soundTexts } from "./sound.texts.js";

interface LevelProps {
  readonly stream: MediaStream;
  readonly label: string;
  /** How much of it is heard. */
  readonly percent?: number;
}

/** A bar and a word for it: never colour or movement alone. */
export const LevelMeter = (props: LevelProps) => {
  if (!canShapeSound()) return null;
  return <Level {...props} />;
};

const Level = (props: LevelProps) => {
  const t = useTexts(soundTexts);
  const level = Math.min(1, (useLevel(props.stream) * (props.percent ?? 100)) / 100);
  return (
    <p class="sound-level">
      <meter min={0} max={1} value={level} aria-label={props.label} />
      <span>{t(levelWord(level))}</span>
    </p>
  );
};

const useLevel = (stream: MediaStream): number => {
  const [level, setLevel] = useState(0);
  useEffect(() => {
    setLevel(0);
    return watchLevel(stream, (now) => setLevel((before) => heldLevel(before, now)));
  }, [stream]);
  return level;
};
