import type { QueueEntry } from "@balie/contract/meetings";
import type { Dispatch } from "preact/hooks";
import { useTexts } from "../../platform/language.js";
import { Confirm } from "../../ui/Confirm.js";
import type { ConsoleAction } from "./console.state.js";
import { consoleTexts } from "./console.texts.js";

interface RemovePersonProps {
  readonly name: string;
  /** What follows from it. */
  readonly text: string;
  readonly remove: () => Promise<QueueEntry>;
  readonly dispatch: Dispatch<ConsoleAction>;
}

export const RemovePerson = ({ name, text, remove, dispatch }: RemovePersonProps) => {
  const t = useTexts(consoleTexts);
  return (
    <Confirm
      label={t("remove", { name })}
      title={t("removeTitle", { name })}
      text={text}
      sure={t("removeSure")}
      cancel={t("cancel")}
      act={remove}
      onDone={(entry, sentAt) => dispatch({ type: "entryChanged", entry, sentAt })}
    />
  );
};
