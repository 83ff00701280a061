import { useTexts } from "../../../platform/language.js";
import { Notice } from "../../../ui/Notice.js";
import type { CallState } from "../call.state.js";
import { callTexts } from "../call.texts.js";

/** Says when something is wrong with the call; nothing while all is well. */
export const ConnectionNotice = ({ state, hasMediaFailed }: { state: CallState; hasMediaFailed: boolean }) => {
  const t = useTexts(callTexts);
  const trouble =
    state.connection === "interrupted" ? "callInterrupted" : state.connection === "rejoining" ? "callRejoining" : null;
  return (
    <>
      <div role="status">
        {trouble && (
          <Notice kind="warning">
            <p>{t(trouble)}</p>
          </Notice>
        )}
      </div>
      {hasMediaFailed && (
        <Notice kind="warning" isAnnounced>
          <p>{t("deviceFailed")}</p>
        </Notice>
      )}
    </>
  );
};
