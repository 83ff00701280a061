import { useEffect } from "preact/hooks";
import { loadAreas, useLanguage } from "../../../platform/language.js";
import { troubleTexts } from "./trouble.texts.js";

export const troubleAreas = [troubleTexts];
export const loadDeviceTrouble = async () => (await import("./DeviceTrouble.js")).DeviceTrouble;
export const loadLineTrouble = async () => (await import("./LineTrouble.js")).LineTrouble;
export const loadServerAway = async () => (await import("./LineTrouble.js")).ServerAway;

export const afterFirstScreenMs = 20_000;

/** Fetched while all is well, once the call stands: when the line is gone it is too late. */
export const useTroubleAtHand = (): void => {
  const { language } = useLanguage();
  useEffect(() => {
    const fetchAll = () => Promise.all([loadDeviceTrouble(), loadLineTrouble(), loadAreas(troubleAreas, language)]);
    const timer = setTimeout(() => void fetchAll().catch(() => undefined), afterFirstScreenMs);
    return () => clearTimeout(timer);
  }, [language]);
};
