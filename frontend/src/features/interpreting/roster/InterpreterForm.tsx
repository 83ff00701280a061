import type { InterpreterView } from "@balie/contract/interpreters";
import { languageName } from "@balie/contract/locales/interpreted-languages";
import { languages } from "@balie/contract/locales/languages";
import { useState } from "preact/hooks";
import { useLanguage, useTexts } from "../../../platform/language.js";
import { randomUuid } from "../../../platform/random.js";
import { useSending } from "../../../platform/sending.js";
import { Button } from "../../../ui/Button.js";
import { CheckChoice } from "../../../ui/CheckChoice.js";
import { ErrorSummary } from "../../../ui/ErrorSummary.js";
import { Failure } from "../../../ui/Failure.js";
import { Heading } from "../../../ui/Heading.js";
import { RadioGroup } from "../../../ui/RadioGroup.js";
import { TextField } from "../../../ui/TextField.js";
import { AwayFields } from "./AwayFields.js";
import { type Draft, draftOf, type FieldFault, faultsOf, inputOf, newDraft } from "./draft.rules.js";
import { HoursFields } from "./HoursFields.js";
import { LanguagesField } from "./LanguagesField.js";
import { RemoveInterpreter } from "./RemoveInterpreter.js";
import { addInterpreter, changeInterpreter } from "./roster.api.js";
import { rosterTexts } from "./roster.texts.js";

interface InterpreterFormProps {
  /** null: somebody new. */
  readonly known: InterpreterView | null;
  readonly onKept: (interpreter: InterpreterView, what: string) => void;
  readonly onRemoved: (roster: InterpreterView[], what: string) => void;
  readonly onCancel: () => void;
}

export const InterpreterForm = ({ known, onKept, onRemoved, onCancel }: InterpreterFormProps) => {
  const t = useTexts(rosterTexts);
  const { language } = useLanguage();
  const [draft, setDraft] = useState<Draft>(known ? draftOf(known) : newDraft);
  const [requestId] = useState(randomUuid);
  const [attempt, setAttempt] = useState(0);
  const { isBusy, error, send, forgetError } = useSending();
  const faults = attempt > 0 ? faultsOf(draft) : [];
  const textOf = ({ fault, number = 0 }: FieldFault): string =>
    fault === "languageUnknown"
      ? t(fault, { text: draft.language.trim() })
      : fault === "daysMissing" || fault === "timesWrong"
        ? t(fault, { number })
        : t(fault);
  const errorAt = (id: string): string | undefined => {
    const fault = faults.find((each) => each.id === id);
    return fault && textOf(fault);
  };
  const set = (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes }));

  const submit = () => {
    setAttempt(attempt + 1);
    forgetError();
    if (faultsOf(draft).length > 0) return;
    const input = inputOf(draft);
    send(
      () => (known ? changeInterpreter(known.id, input) : addInterpreter(requestId, input)),
      (interpreter) => onKept(interpreter, t(known ? "isChanged" : "isAdded", { name: interpreter.name })),
    );
  };

  return (
    <form
      class="roster-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Heading of={known?.id ?? "add"} hasError={faults.length > 0}>
        {known ? t("changeTitle", { name: known.name }) : t("addTitle")}
      </Heading>
      {faults.length > 0 && (
        <ErrorSummary errors={faults.map((fault) => ({ id: fault.id, text: textOf(fault) }))} attempt={attempt} />
      )}
      <TextField
        id="name"
        label={t("name")}
        value={draft.name}
        error={errorAt("name")}
        onInput={(name) => set({ name })}
      />
      <LanguagesField
        languages={draft.languages}
        typed={draft.language}
        error={errorAt("language")}
        onChange={(languages, language) => set({ languages, language })}
      />
      <TextField
        id="address"
        label={t("address")}
        hint={t("addressHint")}
        value={draft.address}
        error={errorAt("address")}
        onInput={(address) => set({ address })}
      />
      <TextField
        id="interpreter-email"
        type="email"
        label={t("email")}
        hint={t("emailHint")}
        value={draft.email}
        error={errorAt("interpreter-email")}
        isOptional
        onInput={(email) => set({ email })}
      />
      <RadioGroup
        id="mail-language"
        label={t("mailLanguage")}
        hint={t("mailLanguageHint")}
        value={draft.mailLanguage}
        choices={languages.map((code) => ({ value: code, label: languageName(code, language) }))}
        layout="chips"
        onChange={(mailLanguage) => set({ mailLanguage })}
      />
      <TextField
        id="agency-name"
        label={t("agencyName")}
        value={draft.agencyName}
        error={errorAt("agency-name")}
        isOptional
        onInput={(agencyName) => set({ agencyName })}
      />
      <TextField
        id="contract-number"
        label={t("contractNumber")}
        value={draft.contractNumber}
        error={errorAt("contract-number")}
        isOptional
        onInput={(contractNumber) => set({ contractNumber })}
      />
      <TextField
        id="customer-code"
        label={t("customerCode")}
        hint={t("customerCodeHint")}
        value={draft.customerCode}
        error={errorAt("customer-code")}
        isOptional
        onInput={(customerCode) => set({ customerCode })}
      />
      <HoursFields {...{ draft, errorAt, set }} />
      <AwayFields {...{ draft, errorAt, set }} />
      <TextField
        id="rank"
        label={t("rank")}
        hint={t("rankHint")}
        value={draft.rank}
        error={errorAt("rank")}
        onInput={(rank) => set({ rank })}
      />
      <CheckChoice
        id="is-active"
        label={t("mayBeCalled")}
        note={t("mayBeCalledNote")}
        isChecked={draft.isActive}
        onChange={(isActive) => set({ isActive })}
      />
      {error !== null && <Failure error={error} />}
      <div class="balie-actions">
        <Button look="primary" type="submit" isBusy={isBusy}>
          {t("save")}
        </Button>
        <Button onClick={onCancel}>{t("cancel")}</Button>
        {known && <RemoveInterpreter interpreter={known} onRemoved={onRemoved} />}
      </div>
    </form>
  );
};
