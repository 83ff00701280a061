import { Lazy } from "../../../ui/Lazy.js";
import type { ClerkDocumentsProps } from "./ClerkDocuments.js";
import { documentTexts } from "./documents.texts.js";

const load = async () => (await import("./ClerkDocuments.js")).ClerkDocuments;

export const CounterDocuments = (props: ClerkDocumentsProps) => (
  <Lazy load={load} areas={[documentTexts]} props={props} />
);
