import type { QueueEntry } from "@balie/contract/meetings";
import type { Dispatch } from "preact/hooks";
import { useTexts } from "../../platform/language.js";
import { Button } from "../../ui/Button.js";
import { Failure } from "../../ui/Failure.js";
import { Notice } from "../../ui/Notice.js";
import type { ConsoleAction } from "./console.state.js";
import { consoleTexts } from "./console.texts.js";
import { useMedium } from "./use-medium.js";

/** The citizen asks to be phoned, and the clerk may go on so; nothing where nobody asked. */
export const PhoneWish = ({ entry, dispatch }: { entry: QueueEntry; dispatch: Dispatch<ConsoleAction> }) => {
  const t = useTexts(consoleTexts);
  const { isBusy, error, turnTo } = useMedium(entry.meetingId, dispatch);
  if (!entry.phone || entry.medium === "phone") return null;
  return (
    <Notice kind="warning" isAnnounced>
      <p>
        {t("phoneAsked")}: {entry.phone.number}
      </p>
      <Button isBusy={isBusy} onClick={() => turnTo("phone")}>
        {t("phoneGoOn")}
      </Button>
      {error !== null && <Failure error={error} />}
    </Notice>
  );
};
