import { useEffect, useState } from "preact/hooks";
import { Lazy } from "../../../ui/Lazy.js";
import type { AskedDocumentsProps } from "./AskedDocuments.js";
import { documentTexts } from "./documents.texts.js";

const load = async () => (await import("./AskedDocuments.js")).AskedDocuments;

/** Loaded with the first question, and there from then on: it also tells when one is taken back. */
export const CitizenDocuments = (props: AskedDocumentsProps) => {
  const [wasAsked, setAsked] = useState(false);
  const isAsked = props.documents.length > 0;
  useEffect(() => {
    if (isAsked) setAsked(true);
  }, [isAsked]);
  return wasAsked ? <Lazy load={load} areas={[documentTexts]} props={props} /> : null;
};
