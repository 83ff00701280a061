import { Lazy } from "../../../ui/Lazy.js";
import { documentTexts } from "../documents/documents.texts.js";
import type { ClerkGivingProps } from "./ClerkGiving.js";
import { givingTexts } from "./giving.texts.js";

const load = async () => (await import("./ClerkGiving.js")).ClerkGiving;

export const CounterGiving = (props: ClerkGivingProps) => (
  <Lazy load={load} areas={[documentTexts, givingTexts]} props={props} />
);
