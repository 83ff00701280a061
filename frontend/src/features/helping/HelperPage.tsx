import type { ComponentChild } from "preact";
import { useTexts } from "../../platform/language.js";
import type { HelperCallProps } from "../call/helpers/HelperCall.js";
import { helperTexts } from "../call/helpers/helper.texts.js";
import { DeadEnd } from "../call/own-link/DeadEnd.js";
import { OwnLinkPage } from "../call/own-link/OwnLinkPage.js";
import { tokenIn } from "../call/own-link/situation.js";
import { loadInvitation } from "./helping.api.js";
import { Invitation } from "./Invitation.js";

interface HelperPageProps {
  readonly renderCall: (call: HelperCallProps) => ComponentChild;
}

/** The page behind a helper's own link. Opening it only reads; whatever changes something needs a click. */
export const HelperPage = ({ renderCall }: HelperPageProps) => {
  const t = useTexts(helperTexts);
  const linkToken = tokenIn(location.pathname, "h");
  const unknown = <DeadEnd of="unknown" title={t("unknownTitle")} text={t("unknown")} />;
  const withdrawn = <DeadEnd of="withdrawn" title={t("withdrawnTitle")} text={t("withdrawnText")} />;
  if (!linkToken) return unknown;
  return (
    <OwnLinkPage
      linkToken={linkToken}
      title={t("title")}
      load={loadInvitation}
      deadEnds={{ link_unknown: unknown, helper_withdrawn: withdrawn }}
      renderDoor={(invitation, onStart) => <Invitation {...{ invitation, onStart }} />}
      renderCall={(invitation, goingIn) => renderCall({ invitation, ...goingIn })}
    />
  );
};
