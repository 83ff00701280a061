import type { InterpreterView } from "@balie/contract/interpreters";
import { useState } from "preact/hooks";
import { useLanguage, useTexts } from "../../../platform/language.js";
import { Button, ButtonLink } from "../../../ui/Button.js";
import { Heading } from "../../../ui/Heading.js";
import { Notice } from "../../../ui/Notice.js";
import { TextField } from "../../../ui/TextField.js";
import { CallsOfMonth } from "./CallsOfMonth.js";
import { RosterTable } from "./RosterTable.js";
import { rosterTexts } from "./roster.texts.js";
import { found } from "./roster.view.js";
import type { SeenCall, TestCalls } from "./use-test-calls.js";

interface RosterListProps {
  readonly roster: readonly InterpreterView[];
  readonly timeZone: string;
  readonly done: string | null;
  readonly tests: TestCalls;
  readonly onAdd: () => void;
  readonly onImport: () => void;
  readonly onChange: (interpreter: InterpreterView) => void;
  readonly onSwitched: (interpreter: InterpreterView, what: string) => void;
}

export const RosterList = ({ roster, timeZone, done, tests, ...on }: RosterListProps) => {
  const t = useTexts(rosterTexts);
  const { language } = useLanguage();
  const [text, setText] = useState("");
  const shown = found(roster, text, language);
  const isEmpty = roster.length === 0;
  return (
    <div class="roster">
      <Heading of="roster">{t("title")}</Heading>
      <p>{t("intro")}</p>
      <div role="status">
        {done && (
          <Notice kind="ok">
            <p>{done}</p>
          </Notice>
        )}
      </div>
      <p role="status" class="balie-only-heard">
        {tests.calls.map((call) => testText(call)).join(" ")}
      </p>
      <div class="balie-actions">
        <Button look="primary" onClick={on.onAdd}>
          {t("add")}
        </Button>
        <Button onClick={on.onImport}>{t("import")}</Button>
        {!isEmpty && (
          <ButtonLink href={`/api/interpreters.csv?language=${language}`} isDownload>
            {t("export")}
          </ButtonLink>
        )}
        <ButtonLink look="subtle" href="/console">
          {t("toConsole")}
        </ButtonLink>
      </div>
      {isEmpty ? (
        <Notice kind="info">
          <p>{t("empty")}</p>
        </Notice>
      ) : (
        <>
          <TextField id="search" label={t("search")} type="search" value={text} isOptional onInput={setText} />
          <p role="status">{countText(shown.length)}</p>
          {shown.length > 0 && <RosterTable roster={shown} {...{ timeZone, tests, ...on }} />}
        </>
      )}
      <CallsOfMonth timeZone={timeZone} />
    </div>
  );

  /** What each row shows, for who hears it. */
  function testText({ interpreterId, state }: SeenCall): string {
    const name = roster.find(({ id }) => id === interpreterId)?.name;
    return name ? t("testOf", { name, step: t(`test_${state}`) }) : "";
  }

  function countText(count: number): string {
    if (count === 0) return t("noneFound", { text: text.trim() });
    return count === 1 ? t("countOne") : t("count", { count });
  }
};
