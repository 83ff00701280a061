import type { QueueEntry } from "@balie/contract/meetings";
import type { Dispatch } from "preact/hooks";
import { useTexts } from "../../platform/language.js";
import { useSending } from "../../platform/sending.js";
import { Button } from "../../ui/Button.js";
import { Failure } from "../../ui/Failure.js";
import { keepFocus } from "../../ui/keep-focus.js";
import { Notice } from "../../ui/Notice.js";
import type { ConsoleAction } from "./console.state.js";
import { consoleTexts } from "./console.texts.js";
import { admit, remove } from "./counter.api.js";
import { askingForNod } from "./queue.view.js";

interface NodRequestsProps {
  readonly entry: QueueEntry;
  readonly dispatch: Dispatch<ConsoleAction>;
}

/** Another browser came by the same link: the clerk asks in the call, then nods or refuses. */
export const NodRequests = ({ entry, dispatch }: NodRequestsProps) => {
  const t = useTexts(consoleTexts);
  const { isBusy, error, send } = useSending();
  const decide = (act: () => Promise<QueueEntry>) =>
    send(
      () => act().finally(keepFocus),
      (entry, sentAt) => dispatch({ type: "entryChanged", entry, sentAt }),
    );
  return (
    <div role="status">
      {askingForNod(entry).map(({ id, isByPhone }) => (
        <Notice key={id} kind="warning">
          <h2 class="call-small-heading">{t(isByPhone ? "nodCallerTitle" : "nodTitle")}</h2>
          <p>{t(isByPhone ? "nodCallerText" : "nodText", { name: entry.citizenName })}</p>
          <div class="balie-actions">
            <Button isBusy={isBusy} onClick={() => decide(async () => (await admit(entry.meetingId, id)).entry)}>
              {t(isByPhone ? "nodCallerAccept" : "nodAccept")}
            </Button>
            <Button isBusy={isBusy} onClick={() => decide(() => remove(entry.meetingId, id))}>
              {t(isByPhone ? "nodCallerRefuse" : "nodRefuse")}
            </Button>
          </div>
        </Notice>
      ))}
      {error !== null && <Failure error={error} />}
    </div>
  );
};
