import type { HelperInvitation } from "@balie/contract/helper-page";
import { OwnLinkCall } from "../own-link/OwnLinkCall.js";
import type { GoingIn } from "../own-link/own-link.js";
import { helperTexts } from "./helper.texts.js";
import { helpersWay } from "./helper-call.api.js";

export interface HelperCallProps extends GoingIn {
  readonly invitation: HelperInvitation;
}

/** The helper's side. Loaded, with its texts, when it is wanted. */
export const HelperCall = ({ invitation, ...props }: HelperCallProps) => (
  <OwnLinkCall
    {...props}
    meeting={{ ...invitation, askedBy: invitation.invitedBy }}
    words={helperTexts}
    way={helpersWay}
  />
);
