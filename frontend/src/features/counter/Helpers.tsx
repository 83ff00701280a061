import type { QueueHelper } from "@balie/contract/helpers";
import type { QueueEntry } from "@balie/contract/meetings";
import type { Dispatch } from "preact/hooks";
import { useState } from "preact/hooks";
import { useTexts } from "../../platform/language.js";
import { useSending } from "../../platform/sending.js";
import { Button } from "../../ui/Button.js";
import { Failure } from "../../ui/Failure.js";
import { keepFocus } from "../../ui/keep-focus.js";
import { useRelation } from "../call/company/use-role.js";
import type { ConsoleAction } from "./console.state.js";
import { consoleTexts } from "./console.texts.js";
import { admitHelper } from "./counter.api.js";
import { HelperRequest } from "./HelperRequest.js";
import { admitted, isInRoom } from "./queue.view.js";

interface HelpersProps {
  readonly entry: QueueEntry;
  readonly timeZone: string;
  readonly dispatch: Dispatch<ConsoleAction>;
}

/** Whom the citizen invited: who asks to come in, and how it stands with those who are not in the call. "Not now" only puts the question aside: they go on waiting. */
export const Helpers = ({ entry, timeZone, dispatch }: HelpersProps) => {
  const t = useTexts(consoleTexts);
  const [later, setLater] = useState<readonly string[]>([]);
  const { isBusy, error, admit } = useNod(entry, dispatch);
  const mayCome = entry.status === "in_progress" && isInRoom(entry) && admitted(entry) !== undefined;
  const isAsking = ({ id, state }: QueueHelper) => mayCome && state === "waiting" && !later.includes(id);
  const putAside = ({ id }: QueueHelper) => {
    setLater([...later, id]);
    keepFocus();
  };
  const outside = entry.helpers.filter((helper) => helper.state !== "admitted" && !isAsking(helper));
  return (
    <>
      <div role="status">
        {entry.helpers.filter(isAsking).map((helper) => (
          <HelperRequest
            key={helper.id}
            {...{ helper, timeZone, isBusy }}
            citizen={entry.citizenName}
            onAdmit={() => admit(helper)}
            onLater={() => putAside(helper)}
          />
        ))}
      </div>
      {error !== null && <Failure error={error} />}
      {outside.length > 0 && (
        <section aria-labelledby="helpers-title">
          <h2 id="helpers-title" class="call-small-heading">
            {t("helpers")}
          </h2>
          <ul class="console-helpers">
            {outside.map((helper) => (
              <li key={helper.id}>
                <Line helper={helper} />
                {mayCome && helper.state === "waiting" && (
                  <Button isBusy={isBusy} onClick={() => admit(helper)}>
                    {t("helperAdmit", { name: helper.name })}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
};

const useNod = (entry: QueueEntry, dispatch: Dispatch<ConsoleAction>) => {
  const { isBusy, error, send } = useSending();
  const admit = ({ id }: QueueHelper) =>
    send(
      () => admitHelper(entry.meetingId, id).finally(keepFocus),
      (entry, sentAt) => dispatch({ type: "entryChanged", entry, sentAt }),
    );
  return { isBusy, error, admit };
};

const lines = {
  invited: "helperInvited",
  left: "helperLeft",
  waiting: "helperWaits",
  admitted: "helperWaits",
  removed: "helperRemoved",
  withdrawn: "helperRemoved",
} as const;

const Line = ({ helper: { name, relation, state } }: { helper: QueueHelper }) => {
  const t = useTexts(consoleTexts);
  const relationOf = useRelation();
  return <p>{t(lines[state], { name, relation: relationOf(relation) })}</p>;
};
