import type { InterpreterVisit } from "@balie/contract/interpreter-page";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Refusal } from "../../../platform/api.js";
import { useTexts } from "../../../platform/language.js";
import { useLoaded } from "../../../platform/loading.js";
import { joinMark } from "../../../platform/storage.js";
import { Failure } from "../../../ui/Failure.js";
import { Heading, whileLoading } from "../../../ui/Heading.js";
import { Spinner } from "../../../ui/Spinner.js";
import { tokenIn } from "../../call/own-link/situation.js";
import type { InterpreterCallProps } from "./InterpreterCall.js";
import { Visit } from "./Visit.js";
import { loadVisit } from "./visit.api.js";
import { visitingTexts } from "./visiting.texts.js";

export type RenderCall = (call: InterpreterCallProps) => ComponentChildren;

/** The page behind the link that an interpreter was mailed during a meeting. Opening it only reads; whatever changes something needs a click. */
export const VisitPage = ({ renderCall }: { readonly renderCall: RenderCall }) => {
  const linkToken = tokenIn(location.pathname, "t");
  return linkToken ? <KnownVisit {...{ linkToken, renderCall }} /> : <Dead why="unknown" />;
};

interface KnownVisitProps {
  readonly linkToken: string;
  readonly renderCall: RenderCall;
  /** More for who has not gone in. */
  readonly children?: ComponentChildren;
}

/** To which meeting the link leads, and then the meeting. */
export const KnownVisit = ({ linkToken, renderCall, children }: KnownVisitProps) => {
  const t = useTexts(visitingTexts);
  const { loading, reload } = useLoaded("visit", (signal) => loadVisit(linkToken, signal));
  if (loading.state === "loaded")
    return (
      <Coming visit={loading.value} onBack={() => reload("quietly")} {...{ linkToken, renderCall }}>
        {children}
      </Coming>
    );
  const error = loading.state === "failed" ? loading.error : null;
  if (error instanceof Refusal && error.code === "link_unknown") return <Dead why="unknown" />;
  if (error instanceof Refusal && error.code === "appointment_over") return <Dead why="over" />;
  return (
    <>
      <Heading of={whileLoading}>{t("title")}</Heading>
      {error ? <Failure error={error} onRetry={reload} /> : <Spinner />}
    </>
  );
};

interface ComingProps extends KnownVisitProps {
  readonly visit: InterpreterVisit;
  readonly onBack: () => void;
}

/** The call takes the place of the page while it lasts; after a reload during the call, at once. */
const Coming = ({ linkToken, visit, onBack, renderCall, children }: ComingProps) => {
  const [start, setStart] = useState<InterpreterCallProps["start"] | null>(() =>
    joinMark(visit.id).isSet() ? "return" : null,
  );
  const close = () => {
    setStart(null);
    onBack();
  };
  if (start) return <>{renderCall({ linkToken, visit, start, onClose: close })}</>;
  return (
    <Visit visit={visit} onStart={setStart}>
      {children}
    </Visit>
  );
};

const Dead = ({ why }: { readonly why: "unknown" | "over" }) => {
  const t = useTexts(visitingTexts);
  return (
    <>
      <Heading of={why}>{t(`${why}Title`)}</Heading>
      <p>{t(why)}</p>
    </>
  );
};
