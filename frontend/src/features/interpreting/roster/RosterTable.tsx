// biome-ignore-all lint/a11y/noRedundantRoles: on a narrow page the display is another, which takes the native roles away.
import type { InterpreterInput, InterpreterView } from "@balie/contract/interpreters";
import type { ComponentChildren } from "preact";
import { useLanguage, useTexts } from "../../../platform/language.js";
import { useNow } from "../../../platform/now.js";
import { useSending } from "../../../platform/sending.js";
import { dateIn } from "../../../platform/time.js";
import { Button } from "../../../ui/Button.js";
import { Failure } from "../../../ui/Failure.js";
import { changeInterpreter } from "./roster.api.js";
import { rosterTexts } from "./roster.texts.js";
import { awayOf, hoursText, languageNames } from "./roster.view.js";
import { TestCall, TestStanding } from "./TestCall.js";
import type { TestCalls } from "./use-test-calls.js";

interface RosterTableProps {
  readonly roster: readonly InterpreterView[];
  readonly timeZone: string;
  readonly tests: TestCalls;
  readonly onChange: (interpreter: InterpreterView) => void;
  readonly onSwitched: (interpreter: InterpreterView, what: string) => void;
}

/** A table; on a narrow page each row is a card, whose roles keep it a table for who hears it. */
export const RosterTable = ({ roster, timeZone, tests, onChange, onSwitched }: RosterTableProps) => {
  const t = useTexts(rosterTexts);
  const now = useNow(300);
  const today = dateIn(new Date(now).toISOString(), timeZone);
  const columns = [t("column_name"), t("column_languages"), t("column_address"), t("column_hours"), t("column_rank")];
  const titles = [...columns, t("state"), t("actions")];
  return (
    <table class="roster-table" role="table" aria-label={t("listed")}>
      <thead role="rowgroup">
        <tr role="row">
          {titles.map((title) => (
            <th key={title} scope="col" role="columnheader">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {roster.map((each) => (
          <Row key={each.id} interpreter={each} {...{ titles, today, timeZone, tests, onChange, onSwitched }} />
        ))}
      </tbody>
    </table>
  );
};

interface RowProps extends Pick<RosterTableProps, "timeZone" | "tests" | "onChange" | "onSwitched"> {
  readonly interpreter: InterpreterView;
  readonly today: string;
  readonly titles: readonly string[];
}

const Row = (props: RowProps) => {
  const t = useTexts(rosterTexts);
  const { language } = useLanguage();
  const { interpreter, titles } = props;
  const { name, languages, address, agencyName, hours, rank } = interpreter;
  const cells: readonly ComponentChildren[] = [
    <span key="name">
      <strong>{name}</strong>
      {agencyName && <span class="roster-agency">{agencyName}</span>}
    </span>,
    languageNames(languages, language),
    <span key="address" class="roster-number">
      {address}
    </span>,
    hours.length === 0
      ? t("allHours")
      : hours.map((stretch) => {
          const text = hoursText(stretch, language);
          return (
            <span key={text} class="roster-stretch">
              {text}
            </span>
          );
        }),
    rank,
    <span key="state">
      <State {...props} />
      <TestStanding interpreter={interpreter} calls={props.tests.calls} timeZone={props.timeZone} />
    </span>,
    <Actions key="actions" {...props} />,
  ];
  return (
    <tr role="row">
      {cells.map((cell, index) => (
        <td key={titles[index]} role="cell" data-title={titles[index]}>
          {cell}
        </td>
      ))}
    </tr>
  );
};

const State = ({ interpreter, today }: Pick<RowProps, "interpreter" | "today">) => {
  const t = useTexts(rosterTexts);
  const { language } = useLanguage();
  if (!interpreter.isActive) return <>{t("inactive")}</>;
  const away = awayOf(interpreter, today, language);
  if (away?.key === "awayBetween") return <>{t(away.key, away)}</>;
  if (away?.key === "awayFromOn") return <>{t(away.key, away)}</>;
  return <>{away ? t(away.key, away) : t("active")}</>;
};

/** Switching is one click, so that a sick interpreter is off the list at once. */
const Actions = ({ interpreter, tests, onChange, onSwitched }: RowProps) => {
  const t = useTexts(rosterTexts);
  const { isBusy, error, send } = useSending();
  const { id, lastCalledAt: _called, lastTest: _tested, ...input } = interpreter;
  const { name, isActive } = input;
  const change = (changed: InterpreterInput) =>
    send(
      () => changeInterpreter(id, changed),
      (view) => onSwitched(view, t(view.isActive ? "isActive" : "isInactive", { name })),
    );
  return (
    <div class="roster-actions">
      <Button onClick={() => onChange(interpreter)}>
        {t("change")} <span class="balie-only-heard">{name}</span>
      </Button>
      <Button look="subtle" isBusy={isBusy} onClick={() => change({ ...input, isActive: !isActive })}>
        {t(isActive ? "deactivate" : "activate")} <span class="balie-only-heard">({name})</span>
      </Button>
      <TestCall interpreter={interpreter} tests={tests} />
      {error !== null && <Failure error={error} />}
    </div>
  );
};
