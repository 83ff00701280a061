import type { InterpreterFileFault } from "@balie/contract/interpreters";
import { useState } from "preact/hooks";
import { useTexts } from "../../../platform/language.js";
import { useSending } from "../../../platform/sending.js";
import { Button } from "../../../ui/Button.js";
import { Failure } from "../../../ui/Failure.js";
import { describedBy, Field } from "../../../ui/Field.js";
import { Heading } from "../../../ui/Heading.js";
import { FileExample } from "./FileExample.js";
import { FileFaults } from "./FileFaults.js";
import { importInterpreters } from "./roster.api.js";
import { rosterTexts } from "./roster.texts.js";

interface ImportFileProps {
  readonly onImported: (what: string) => void;
  readonly onCancel: () => void;
}

interface Refused {
  readonly faults: readonly InterpreterFileFault[];
  readonly more: number;
}

const largestBytes = 2 * 1024 * 1024;

export const ImportFile = ({ onImported, onCancel }: ImportFileProps) => {
  const t = useTexts(rosterTexts);
  const [file, setFile] = useState<File | null>(null);
  const [attempt, setAttempt] = useState(0);
  const { isBusy, error, send, forgetError } = useSending();
  const [refused, setRefused] = useState<Refused | null>(null);
  const fileFault = file ? (file.size > largestBytes ? t("fileTooLarge") : undefined) : t("fileMissing");
  const shownFault = attempt > 0 && !refused ? fileFault : undefined;
  const field = { id: "file", label: t("file"), hint: t("importExcel"), error: shownFault };

  const submit = () => {
    setAttempt(attempt + 1);
    forgetError();
    setRefused(null);
    if (isBusy || !file || fileFault) return document.getElementById("file")?.focus();
    send(
      () => importInterpreters(file),
      (answer) => (answer.is === "done" ? onImported(t("isImported", answer)) : setRefused(answer)),
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
      <Heading of="import" hasError={refused !== null || shownFault !== undefined}>
        {t("importTitle")}
      </Heading>
      <p>{t("importIntro")}</p>
      <p>{t("importAll")}</p>
      <FileExample />
      {refused && <FileFaults {...refused} attempt={attempt} />}
      <Field {...field}>
        <input
          id="file"
          class="utrecht-textbox utrecht-textbox--html-input roster-file"
          type="file"
          accept=".csv,text/csv"
          aria-invalid={shownFault ? true : undefined}
          aria-describedby={describedBy(field)}
          onChange={({ currentTarget }) => {
            setFile(currentTarget.files?.[0] ?? null);
            setRefused(null);
            setAttempt(0);
          }}
        />
      </Field>
      {error !== null && <Failure error={error} />}
      <div class="balie-actions">
        <Button look="primary" type="submit" isBusy={isBusy}>
          {t("send")}
        </Button>
        <Button onClick={onCancel}>{t("cancel")}</Button>
      </div>
    </form>
  );
};
