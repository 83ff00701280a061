import { LazyOnce } from "../../../ui/LazyOnce.js";
import type { AskedDocumentsProps } from "./AskedDocuments.js";
import { documentTexts } from "./documents.texts.js";

const load = async () => (await import("./AskedDocuments.js")).AskedDocuments;

/** Loaded with the first question. */
export const CitizenDocuments = (props: AskedDocumentsProps) => (
  <LazyOnce isWanted={props.documents.length > 0} load={load} areas={[documentTexts]} props={props} />
);
