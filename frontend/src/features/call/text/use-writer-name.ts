import { useTexts } from "../../../platform/language.js";
import { callTexts } from "../call.texts.js";
import type { ChatMessage } from "./chat-log.rules.js";

/** How a writer is called in words: "U", or name and role. */
export const useWriterName = (): ((from: ChatMessage["from"]) => string) => {
  const t = useTexts(callTexts);
  return (from) => {
    if (!from) return t("you");
    return t("chatBy", {
      name: from.name || t("nameless"),
      role: t(from.role === "clerk" ? "roleClerk" : "roleCitizen"),
    });
  };
};
