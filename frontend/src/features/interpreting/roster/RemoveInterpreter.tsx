import type { InterpreterView } from "@balie/contract/interpreters";
import { useTexts } from "../../../platform/language.js";
import { Confirm } from "../../../ui/Confirm.js";
import { removeInterpreter } from "./roster.api.js";
import { rosterTexts } from "./roster.texts.js";

interface RemoveInterpreterProps {
  readonly interpreter: InterpreterView;
  readonly onRemoved: (roster: InterpreterView[], what: string) => void;
}

/** Whoever was called before is kept, and no longer called: what is told then. */
export const RemoveInterpreter = ({ interpreter: { id, name }, onRemoved }: RemoveInterpreterProps) => {
  const t = useTexts(rosterTexts);
  return (
    <Confirm
      label={t("remove")}
      look="subtle"
      title={t("removeTitle", { name })}
      text={t("removeText")}
      sure={t("removeSure")}
      cancel={t("cancel")}
      act={() => removeInterpreter(id)}
      onDone={({ interpreters }) => {
        const isKept = interpreters.some((each) => each.id === id);
        onRemoved(interpreters, t(isKept ? "isKept" : "isRemoved", { name }));
      }}
    />
  );
};
