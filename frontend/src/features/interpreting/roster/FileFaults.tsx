import type { InterpreterFileFault } from "@balie/contract/interpreters";
import { useEffect, useRef } from "preact/hooks";
import { useTexts } from "../../../platform/language.js";
import { Notice } from "../../../ui/Notice.js";
import { rosterTexts } from "./roster.texts.js";

interface FileFaultsProps {
  readonly faults: readonly InterpreterFileFault[];
  readonly more: number;
  readonly attempt: number;
}

/** What to mend in the file, place by place. Takes the focus when it comes. */
export const FileFaults = ({ faults, more, attempt }: FileFaultsProps) => {
  const t = useTexts(rosterTexts);
  const element = useRef<HTMLDivElement>(null);
  // A new attempt calls the reader back.
  useEffect(() => element.current?.focus(), [attempt]);
  const placeOf = ({ line, column }: InterpreterFileFault) => {
    if (line === null) return t("atFile");
    return column === null ? t("atLine", { line }) : t("atColumn", { line, column });
  };
  return (
    <div ref={element} tabIndex={-1} class="balie-error-summary" role="alert">
      <Notice kind="error">
        <h2>{t("faultsTitle")}</h2>
        <p>{t("faultsIntro")}</p>
        <ul class="roster-faults">
          {faults.map((fault) => (
            <li key={`${fault.line} ${fault.column} ${fault.code}`}>
              <strong>{placeOf(fault)}:</strong> {sentenceOf(fault)}
            </li>
          ))}
        </ul>
        {more > 0 && <p>{t("moreFaults", { count: more })}</p>}
      </Notice>
    </div>
  );

  function sentenceOf({ code, text }: InterpreterFileFault): string {
    // Some of them say nothing of the text, and each is given it.
    return (t as (key: `fault_${typeof code}`, values: { text: string }) => string)(`fault_${code}`, { text });
  }
};
