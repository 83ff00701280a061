import { useState } from "preact/hooks";
import { useTexts } from "../../../platform/language.js";
import { Button } from "../../../ui/Button.js";
import { Dialog } from "../../../ui/Dialog.js";
import { Heading } from "../../../ui/Heading.js";
import { Notice } from "../../../ui/Notice.js";
import type { LocalMedia } from "../call.js";
import { callTexts } from "../call.texts.js";
import { PhoneFallback } from "../phone/PhoneFallback.js";
import { OwnMediaButtons } from "../stage/CallControls.js";
import { OwnTile } from "../stage/OwnTile.js";
import { useOwnMedia } from "../stage/use-local-media.js";
import type { CitizenCallState } from "./citizen-call.state.js";

interface WaitingRoomProps {
  readonly linkToken: string;
  readonly state: CitizenCallState;
  readonly coming: Promise<LocalMedia> | null;
  readonly onLeave: () => void;
}

export const WaitingRoom = ({ linkToken, state, coming, onLeave }: WaitingRoomProps) => {
  const t = useTexts(callTexts);
  const own = useOwnMedia(coming);
  const [isLeaving, setLeaving] = useState(false);
  return (
    <>
      <Heading of="waiting">{t("waitTitle")}</Heading>
      <Place state={state} />
      <div class="call-waiting">
        <OwnTile own={own} />
        <div class="call-controls">
          <OwnMediaButtons own={own} />
        </div>
      </div>
      <p>{t("waitStay")}</p>
      <PhoneFallback linkToken={linkToken} phone={state.arrival?.phone ?? null} />
      <Button onClick={() => setLeaving(true)}>{t("waitLeave")}</Button>
      {isLeaving && (
        <Dialog title={t("waitLeave")} onClose={() => setLeaving(false)}>
          <p>{t("waitLeaveSure")}</p>
          <div class="balie-actions">
            <Button look="danger" onClick={onLeave}>
              {t("waitLeave")}
            </Button>
            <Button onClick={() => setLeaving(false)}>{t("stay")}</Button>
          </div>
        </Dialog>
      )}
    </>
  );
};

/** Read out whenever the place changes. */
const Place = ({ state }: { state: CitizenCallState }) => {
  const t = useTexts(callTexts);
  const before = (state.arrival?.position ?? 1) - 1;
  const place = before === 0 ? t("waitNext") : before === 1 ? t("waitPlaceOne") : t("waitPlace", { before });
  return (
    <>
      <div role="status">
        <Notice kind="info">
          <p>{state.arrival?.isOtherBrowser ? t("waitOtherBrowser") : place}</p>
        </Notice>
      </div>
      <div role="status">
        {!state.isLive && (
          <Notice kind="warning">
            <p>{t("waitLost")}</p>
          </Notice>
        )}
      </div>
    </>
  );
};
