import { helperTabInput } from "@balie/contract/helper-page";
import type { OwnLinkPages } from "../meetings/own-link-pages.js";
import { Helper } from "./helper.entity.js";
import { presenceOf } from "./helper.view.js";

export const helperPages: OwnLinkPages<"helper", typeof helperTabInput> = {
  holder: "helper",
  kind: Helper,
  path: "/api/helpers/:helperId",
  access: "helper",
  input: helperTabInput,
  shownOf: ({ helperId: id, tabId }) => ({ id, tabId }),
  presenceOf,
};
