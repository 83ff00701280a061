import { useTexts } from "../../../platform/language.js";
import { callTexts } from "../call.texts.js";
import { useRole } from "../company/use-role.js";
import type { ChatMessage } from "./chat-log.rules.js";

/** How a writer is called in words: "U", or name and role. */
export const useWriterName = (): ((from: ChatMessage["from"]) => string) => {
  const t = useTexts(callTexts);
  const roleOf = useRole();
  return (from) => {
    if (!from) return t("you");
    return t("chatBy", {
      name: from.name || t("nameless"),
      role: roleOf(from),
    });
  };
};
