import type { QueueEntry } from "@balie/contract/meetings";
import type { Dispatch } from "preact/hooks";
import { useState } from "preact/hooks";
import { useTexts } from "../../../platform/language.js";
import { Button } from "../../../ui/Button.js";
import type { ConsoleAction } from "../console.state.js";
import { AllowDialIn } from "./AllowDialIn.js";
import { DiallersIn } from "./DiallersIn.js";
import { dialInTexts } from "./dial-in.texts.js";
import { inPairs, openDialIns } from "./dial-in.view.js";
import { OpenDialIn } from "./OpenDialIn.js";
import { useDialIns } from "./use-dial-ins.js";

export interface DialInsOfCallProps {
  readonly entry: QueueEntry;
  readonly timeZone: string;
  readonly dispatch: Dispatch<ConsoleAction>;
}

/** Who may dial into this call, and which interpreters did; for the clerk who leads it. Nothing where nobody can dial in. */
export const DialInsOfCall = ({ entry, timeZone, dispatch }: DialInsOfCallProps) => {
  const t = useTexts(dialInTexts);
  const dialIns = useDialIns(entry.meetingId, entry.people);
  const [isAsking, setAsking] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  if (!dialIns || dialIns.list.number === null) return null;
  const { number } = dialIns.list;
  const open = openDialIns(dialIns.list);
  const ready = open.find(({ id }) => id === made);
  return (
    <section class="console-guests" aria-labelledby="dial-in-title">
      <h2 id="dial-in-title" class="call-small-heading" tabIndex={-1}>
        {t("title")}
      </h2>
      <DiallersIn list={dialIns.list} {...{ entry, dispatch }} />
      {open.map((dialIn) => (
        <OpenDialIn key={dialIn.id} meetingId={entry.meetingId} {...{ dialIn, number, dialIns, timeZone }} />
      ))}
      <p role="status" class="balie-only-heard">
        {ready && t("ready", { name: ready.name, number, pin: inPairs(dialIns.pinOf(ready.id) ?? "", ", ") })}
      </p>
      <Button onClick={() => setAsking(true)}>{t("allow")}</Button>
      {isAsking && (
        <AllowDialIn
          entry={entry}
          allow={dialIns.allow}
          onAllowed={({ id }) => {
            setAsking(false);
            setMade(id);
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  );
};
