import type { HelperInvitation } from "@balie/contract/helper-page";
import type { ComponentChild } from "preact";
import { useState } from "preact/hooks";
import { Refusal } from "../../platform/api.js";
import { useTexts } from "../../platform/language.js";
import { useLoaded } from "../../platform/loading.js";
import { joinMark } from "../../platform/storage.js";
import { Failure } from "../../ui/Failure.js";
import { Heading, whileLoading } from "../../ui/Heading.js";
import { Spinner } from "../../ui/Spinner.js";
import type { HelperCallProps } from "../call/helpers/HelperCall.js";
import { helperTexts } from "../call/helpers/helper.texts.js";
import { tokenIn } from "../call/own-link/situation.js";
import { loadInvitation } from "./helping.api.js";
import { Invitation } from "./Invitation.js";

interface HelperPageProps {
  readonly renderCall: (call: HelperCallProps) => ComponentChild;
}

/** The page behind a helper's own link. Opening it only reads; whatever changes something needs a click. */
export const HelperPage = ({ renderCall }: HelperPageProps) => {
  const linkToken = tokenIn(location.pathname, "h");
  return linkToken ? <KnownLink {...{ linkToken, renderCall }} /> : <NoInvitation why="unknown" />;
};

const KnownLink = ({ linkToken, renderCall }: HelperPageProps & { linkToken: string }) => {
  const t = useTexts(helperTexts);
  const { loading, reload } = useLoaded("invitation", (signal) => loadInvitation(linkToken, signal));
  if (loading.state === "loaded")
    return <Invited invitation={loading.value} onBack={() => reload("quietly")} {...{ linkToken, renderCall }} />;
  const error = loading.state === "failed" ? loading.error : null;
  if (error instanceof Refusal && error.code === "link_unknown") return <NoInvitation why="unknown" />;
  if (error instanceof Refusal && error.code === "helper_withdrawn") return <NoInvitation why="withdrawn" />;
  return (
    <>
      <Heading of={whileLoading}>{t("title")}</Heading>
      {error ? <Failure error={error} onRetry={reload} /> : <Spinner />}
    </>
  );
};

interface InvitedProps extends HelperPageProps {
  readonly linkToken: string;
  readonly invitation: HelperInvitation;
  readonly onBack: () => void;
}

/** The call takes the place of the page while it lasts; after a reload during the call, at once. */
const Invited = ({ linkToken, invitation, onBack, renderCall }: InvitedProps) => {
  const [start, setStart] = useState<HelperCallProps["start"] | null>(() =>
    joinMark(invitation.id).isSet() ? "return" : null,
  );
  const close = () => {
    setStart(null);
    onBack();
  };
  if (start) return renderCall({ linkToken, invitation, start, onClose: close });
  return <Invitation invitation={invitation} onStart={setStart} />;
};

const NoInvitation = ({ why }: { why: "unknown" | "withdrawn" }) => {
  const t = useTexts(helperTexts);
  const isUnknown = why === "unknown";
  return (
    <>
      <Heading of={why}>{t(isUnknown ? "unknownTitle" : "withdrawnTitle")}</Heading>
      <p>{t(isUnknown ? "unknown" : "withdrawnText")}</p>
    </>
  );
};
