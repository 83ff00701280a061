import { Lazy } from "../../../ui/Lazy.js";
import type { DialInsOfCallProps } from "./DialInsOfCall.js";
import { dialInTexts } from "./dial-in.texts.js";

const load = async () => (await import("./DialInsOfCall.js")).DialInsOfCall;

/** The picture comes first: this is loaded beside it, and stands there where somebody can dial in. */
export const DialInSlot = (props: DialInsOfCallProps) => (
  <Lazy load={load} areas={[dialInTexts]} props={props} isExtra />
);
