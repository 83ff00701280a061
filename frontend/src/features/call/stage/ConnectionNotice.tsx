import type { ComponentChildren } from "preact";
import { useTexts } from "../../../platform/language.js";
import { Lazy } from "../../../ui/Lazy.js";
import { Notice } from "../../../ui/Notice.js";
import type { CallState } from "../call.state.js";
import { callTexts } from "../call.texts.js";
import { buttonAfterMs, helpAfterMs } from "../trouble/line-trouble.rules.js";
import { loadLineTrouble, loadServerAway, troubleAreas, useTroubleAtHand } from "../trouble/load-trouble.js";
import { useTroubleSince } from "../trouble/use-trouble-since.js";

interface ConnectionNoticeProps {
  readonly state: CallState;
  readonly onAgain: () => void;
  /** Our own server does not answer; the call does not need it. */
  readonly isServerAway: boolean;
  /** Another way to be helped, beside the trouble. */
  readonly rescue?: ComponentChildren;
}

const sentences = { joining: "callJoining", interrupted: "callInterrupted", rejoining: "callRejoining" } as const;

/** Says when something is wrong with the call, at once in a sentence, then what helps; nothing while all is well. */
export const ConnectionNotice = ({ state, onAgain, isServerAway, rescue }: ConnectionNoticeProps) => {
  const t = useTexts(callTexts);
  const { connection } = state;
  // A first joining takes its time.
  const since = useTroubleSince(connection === "connected", connection === "joining" ? buttonAfterMs : helpAfterMs);
  const isAway = useTroubleSince(!isServerAway, helpAfterMs) !== null;
  useTroubleAtHand();
  const isShown = connection !== "connected" && (connection !== "joining" || since !== null);
  return (
    <>
      <div role="status">
        {connection === "connected" && (isAway || state.obstacle) && (
          <Lazy isExtra load={loadServerAway} areas={troubleAreas} props={{ isChatAway: state.obstacle !== null }} />
        )}
        {isShown && (
          <Notice kind="warning">
            <p>{t(sentences[connection])}</p>
            {since !== null && (
              <Lazy isExtra load={loadLineTrouble} areas={troubleAreas} props={{ state, since, onAgain }} />
            )}
          </Notice>
        )}
      </div>
      {rescue}
    </>
  );
};
