import type { ComponentChildren } from "preact";
import { useTexts } from "../../../platform/language.js";
import { DeadEnd } from "../../call/own-link/DeadEnd.js";
import { OwnLinkPage } from "../../call/own-link/OwnLinkPage.js";
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
  return (
    <OwnLinkPage
      linkToken={linkToken}
      title={t("title")}
      load={loadVisit}
      deadEnds={{ link_unknown: <Dead why="unknown" />, appointment_over: <Dead why="over" /> }}
      renderDoor={(visit, onStart) => <Visit {...{ visit, onStart, children }} />}
      renderCall={(visit, goingIn) => renderCall({ visit, ...goingIn })}
    />
  );
};

const Dead = ({ why }: { readonly why: "unknown" | "over" }) => {
  const t = useTexts(visitingTexts);
  return <DeadEnd of={why} title={t(`${why}Title`)} text={t(why)} />;
};
