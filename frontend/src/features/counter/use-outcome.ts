import type { QueueEntry } from "@balie/contract/meetings";
import { useState } from "preact/hooks";
import { useTexts } from "../../platform/language.js";
import { useSending } from "../../platform/sending.js";
import { chatShelf } from "../call/stage/use-call.js";
import { linksIn } from "../call/text/message.rules.js";
import { textTexts } from "../call/text/text.texts.js";
import { consoleTexts } from "./console.texts.js";
import { recordOutcome } from "./counter.api.js";
import { forgetCall } from "./forget-call.js";
import { noteShelf } from "./note-shelf.js";
import { linksToMail, mostLinks, readLinks, withSentence } from "./outcome.rules.js";
import { type OutcomeValues, outcomeShelf } from "./outcome-shelf.js";

/** What the clerk fills in; the links of the chat are there to be ticked, and what was noted by who led before stands in the note.
    Once something is typed, that is what stands there again. */
export const useOutcome = (
  { meetingId, handovers }: Pick<QueueEntry, "meetingId" | "handovers">,
  onSaved: () => void,
) => {
  const t = useTexts(consoleTexts);
  const say = useTexts(textTexts);
  const [offered] = useState(() => linksIn(chatShelf(meetingId).read() ?? []));
  const [values, setValues] = useState<OutcomeValues>(() => ({
    result: null,
    product: "",
    note: handovers.flatMap(({ note }) => note.split("\n")).reduce(withSentence, noteShelf(meetingId).read() ?? ""),
    message: "",
    ticked: [],
    links: "",
    ...outcomeShelf(meetingId).read(),
  }));
  const [attempt, setAttempt] = useState(0);
  const { isBusy, error, send, forgetError } = useSending();
  const { links: added, wrong } = readLinks(values.links);
  const links = linksToMail(values.ticked, added);
  const isTooMany = links.length > mostLinks;
  const faults = {
    result: attempt > 0 && !values.result ? t("resultMissing") : undefined,
    ticked: attempt > 0 && isTooMany ? say("linksTooMany", { most: mostLinks }) : undefined,
    links: attempt > 0 && wrong ? t("linksWrong", { link: wrong }) : undefined,
  };
  const submit = () => {
    setAttempt(attempt + 1);
    forgetError();
    const { result, product, note, message } = values;
    if (!result || wrong || isTooMany) return;
    send(
      () => recordOutcome({ meetingId, result, product, note, message, links }),
      () => {
        forgetCall(meetingId);
        onSaved();
      },
    );
  };
  const set = (change: Partial<OutcomeValues>) => {
    const changed = { ...values, ...change };
    outcomeShelf(meetingId).write(changed);
    setValues(changed);
  };
  return { offered, values, faults, set, submit, attempt, isBusy, error };
};
