import type { OutcomeResult } from "@balie/contract/outcomes";
import { useState } from "preact/hooks";
import { useTexts } from "../../platform/language.js";
import { linksIn } from "../call/message.rules.js";
import { chatShelf } from "../call/stage/use-call.js";
import { consoleTexts } from "./console.texts.js";
import { recordOutcome } from "./counter.api.js";
import { readLinks } from "./outcome.rules.js";

interface OutcomeValues {
  readonly result: OutcomeResult | null;
  readonly product: string;
  readonly note: string;
  readonly message: string;
  /** One per line. */
  readonly links: string;
}

/** What the clerk fills in; the links of the chat are there already. */
export const useOutcome = (meetingId: string, onSaved: () => void) => {
  const t = useTexts(consoleTexts);
  const [values, setValues] = useState<OutcomeValues>(() => ({
    result: null,
    product: "",
    note: "",
    message: "",
    links: linksIn(chatShelf(meetingId).read() ?? []).join("\n"),
  }));
  const [attempt, setAttempt] = useState(0);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const { links, wrong } = readLinks(values.links);
  const faults = {
    result: attempt > 0 && !values.result ? t("resultMissing") : undefined,
    links: attempt > 0 && wrong ? t("linksWrong", { link: wrong }) : undefined,
  };
  const submit = () => {
    setAttempt(attempt + 1);
    setError(null);
    if (isBusy || !values.result || wrong) return;
    setBusy(true);
    recordOutcome({ ...values, meetingId, result: values.result, links }).then(
      () => {
        chatShelf(meetingId).clear();
        onSaved();
      },
      (fault: unknown) => {
        setBusy(false);
        setError(fault);
      },
    );
  };
  const set = (change: Partial<OutcomeValues>) => setValues({ ...values, ...change });
  return { values, faults, set, submit, attempt, isBusy, error };
};
