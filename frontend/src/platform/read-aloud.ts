import { useEffect, useState } from "preact/hooks";

const speech = (): SpeechSynthesis | undefined => globalThis.speechSynthesis;

/** A voice of the device itself: the other ones of a browser send the text to their maker, and it holds names. Null: there is none. */
export const useVoice = (language: string): SpeechSynthesisVoice | null => {
  const [voice, setVoice] = useState(() => voiceFor(language));
  useEffect(() => {
    const look = () => setVoice(voiceFor(language));
    look();
    // Some browsers tell their voices only after a while.
    speech()?.addEventListener?.("voiceschanged", look);
    return () => speech()?.removeEventListener?.("voiceschanged", look);
  }, [language]);
  return voice;
};

const voiceFor = (language: string): SpeechSynthesisVoice | null => {
  const voices = (speech()?.getVoices() ?? []).filter(
    ({ localService, lang }) => localService && lang.slice(0, 2).toLowerCase() === language,
  );
  return voices.find(({ lang }) => navigator.languages.includes(lang.replace("_", "-"))) ?? voices[0] ?? null;
};

/** Held on to while they sound: a browser may let go of an utterance that nothing refers to, and then never tells its end. */
let waiting: readonly SpeechSynthesisUtterance[] = [];

/** One utterance per piece: browsers cut a long one off. A bit slower than they would by themselves. */
export const readAloud = (pieces: readonly string[], voice: SpeechSynthesisVoice, onEnd: () => void): void => {
  stopReading();
  waiting = pieces.map((piece) => {
    const utterance = new SpeechSynthesisUtterance(piece);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = 0.9;
    return utterance;
  });
  waiting.at(-1)?.addEventListener("end", onEnd);
  for (const utterance of waiting) speech()?.speak(utterance);
};

export const stopReading = (): void => {
  waiting = [];
  speech()?.cancel();
};
