import { useEasyMode } from "../../../platform/easy-mode.js";
import { easyTexts } from "../../../ui/easy/easy.texts.js";
import { Lazy } from "../../../ui/Lazy.js";
import type { HelpMeProps } from "./HelpMe.js";

const load = async () => (await import("./HelpMe.js")).HelpMe;

/** On the easy screen only. */
export const Help = (props: HelpMeProps) => {
  const { isEasy } = useEasyMode();
  return isEasy ? <Lazy load={load} areas={[easyTexts]} props={props} /> : null;
};
