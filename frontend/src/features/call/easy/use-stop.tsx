import type { ComponentChild } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useEasyMode } from "../../../platform/easy-mode.js";
import { loadAreas, useLanguage } from "../../../platform/language.js";
import { easyTexts } from "../../../ui/easy/easy.texts.js";
import { Lazy } from "../../../ui/Lazy.js";
import { bringLater } from "../at-hand.js";

const load = async () => (await import("./StopQuestion.js")).StopQuestion;
const areas = [easyTexts];

const patienceMs = 3000;

/** Hanging up: at once, and on the easy screen after one question. Without a network the question may not come: then at once there too. */
export const useStop = (hangUp: () => void): { stop: () => void; question: ComponentChild } => {
  const { isEasy } = useEasyMode();
  const [isAsking, setAsking] = useState(false);
  const bring = useAtHand(isEasy);
  if (!isEasy) return { stop: hangUp, question: null };
  const question = isAsking && (
    <Lazy {...{ load, areas }} props={{ onStop: hangUp, onClose: () => setAsking(false) }} />
  );
  const stop = () => void within(patienceMs, bring()).then(() => setAsking(true), hangUp);
  return { stop, question };
};

/** Returns how to fetch it sooner. */
const useAtHand = (isEasy: boolean): (() => Promise<unknown>) => {
  const { language } = useLanguage();
  const bring = () => Promise.all([load(), loadAreas(areas, language)]);
  useEffect(() => (isEasy ? bringLater(bring) : undefined), [isEasy, language]);
  return bring;
};

const within = (milliseconds: number, coming: Promise<unknown>): Promise<unknown> =>
  Promise.race([coming, new Promise((_resolve, reject) => setTimeout(reject, milliseconds))]);
