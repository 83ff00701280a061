import { interpreterTabInput } from "@balie/contract/interpreter-page";
import type { OwnLinkPages } from "../meetings/own-link-pages.js";
import { InterpreterLink } from "./interpreter-link.entity.js";
import { visitPresenceOf } from "./interpreter-link.view.js";

export const interpreterPages: OwnLinkPages<"interpreter", typeof interpreterTabInput> = {
  holder: "interpreter_link",
  kind: InterpreterLink,
  path: "/api/interpreter-links/:linkId",
  access: "interpreter",
  input: interpreterTabInput,
  shownOf: ({ linkId: id, tabId }) => ({ id, tabId }),
  presenceOf: visitPresenceOf,
};
