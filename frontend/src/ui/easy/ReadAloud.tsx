import { useEffect, useRef, useState } from "preact/hooks";
import { useLanguage, useTexts } from "../../platform/language.js";
import { readAloud, stopReading, useVoice } from "../../platform/read-aloud.js";
import { Button } from "../Button.js";
import { easyTexts } from "./easy.texts.js";
import { onScreenChange } from "./on-screen-change.js";
import { readableIn } from "./readable.js";

/** Reads the screen, or the dialog it stands in, when it is asked to, and is silent as soon as another screen comes. */
export const ReadAloud = () => {
  const t = useTexts(easyTexts);
  const { language } = useLanguage();
  const voice = useVoice(language);
  const element = useRef<HTMLDivElement>(null);
  const [isReading, setReading] = useState(false);
  const stop = () => {
    stopReading();
    setReading(false);
  };
  useEffect(() => onScreenChange(stop), []);
  useEffect(() => stop, [language]);
  const read = () => {
    const screen = element.current?.closest("dialog") ?? document.getElementById("content");
    if (!screen || !voice) return;
    setReading(true);
    readAloud(
      readableIn(screen, (name) => t("button", { name })),
      voice,
      () => setReading(false),
    );
  };
  return (
    <div ref={element} class="easy-read">
      {voice ? (
        <Button onClick={isReading ? stop : read}>{t(isReading ? "readStop" : "read")}</Button>
      ) : (
        <p>{t("noVoice")}</p>
      )}
    </div>
  );
};
