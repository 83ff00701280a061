import { useEffect, useState } from "preact/hooks";
import { useTexts } from "../../platform/language.js";
import { Button } from "../../ui/Button.js";
import { Dialog } from "../../ui/Dialog.js";
import { IdleWarning } from "./IdleWarning.js";
import { kioskTexts } from "./kiosk.texts.js";
import { useIdle } from "./use-idle.js";
import { wipe } from "./wipe.js";

/** The ways a visit ends: by its button, by a link that would lead away, by nobody being there any more. */
export const VisitEnd = () => {
  const t = useTexts(kioskTexts);
  const [isAsking, setAsking] = useState(false);
  const [isWiping, setWiping] = useState(false);
  const end = () => {
    setWiping(true);
    void wipe();
  };
  const { warnedAt, stay } = useIdle(end);
  useEffect(() => onWayOut(() => setAsking(true)), []);
  return (
    <div class="kiosk-end">
      <Button isBusy={isWiping} onClick={() => setAsking(true)}>
        {isWiping ? t("wiping") : t("stop")}
      </Button>
      {warnedAt !== null ? (
        <IdleWarning warnedAt={warnedAt} isWiping={isWiping} onStay={stay} onEnd={end} />
      ) : (
        isAsking && (
          <Dialog title={t("stopTitle")} onClose={() => setAsking(false)}>
            <p>{t("stopMeans")}</p>
            <div class="balie-actions">
              <Button look="danger" isBusy={isWiping} onClick={end}>
                {t("stopYes")}
              </Button>
              <Button onClick={() => setAsking(false)}>{t("stopNo")}</Button>
            </div>
          </Dialog>
        )
      )}
    </div>
  );
};

/** Links of ours that would leave the kiosk with somebody's call running; a new tab leaves nothing. */
const onWayOut = (ask: () => void): (() => void) => {
  const onClick = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
    if (!link || link.target === "_blank" || link.origin !== location.origin || link.hash !== "") return;
    event.preventDefault();
    ask();
  };
  document.addEventListener("click", onClick, true);
  return () => document.removeEventListener("click", onClick, true);
};
