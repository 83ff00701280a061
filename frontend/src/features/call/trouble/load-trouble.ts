import { useEffect } from "preact/hooks";
import { loadAreas, useLanguage } from "../../../platform/language.js";
import { bringLater } from "../at-hand.js";
import { troubleTexts } from "./trouble.texts.js";

export const troubleAreas = [troubleTexts];
export const loadDeviceTrouble = async () => (await import("./DeviceTrouble.js")).DeviceTrouble;
export const loadLineTrouble = async () => (await import("./LineTrouble.js")).LineTrouble;
export const loadServerAway = async () => (await import("./LineTrouble.js")).ServerAway;

/** When the line is gone it is too late to fetch them. */
export const useTroubleAtHand = (): void => {
  const { language } = useLanguage();
  useEffect(() => {
    const fetchAll = () => Promise.all([loadDeviceTrouble(), loadLineTrouble(), loadAreas(troubleAreas, language)]);
    return bringLater(fetchAll);
  }, [language]);
};
