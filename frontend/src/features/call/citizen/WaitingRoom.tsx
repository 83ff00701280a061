import { useTexts } from "../../../platform/language.js";
import { Extra } from "../../../ui/easy/Extra.js";
import { Heading } from "../../../ui/Heading.js";
import { Notice } from "../../../ui/Notice.js";
import type { LocalMedia } from "../call.js";
import { callTexts } from "../call.texts.js";
import { Help } from "../easy/Help.js";
import { HelpersPart } from "../helpers/HelpersPart.js";
import { PhoneFallback } from "../phone/PhoneFallback.js";
import { LeaveWaiting } from "../stage/LeaveWaiting.js";
import { OwnDevices } from "../stage/OwnDevices.js";
import { useOwnMedia } from "../stage/use-local-media.js";
import { WaitingTroubles } from "../trouble/WaitingTroubles.js";
import type { CitizenCallState } from "./citizen-call.state.js";

interface WaitingRoomProps {
  readonly linkToken: string;
  readonly timeZone: string;
  readonly state: CitizenCallState;
  readonly coming: Promise<LocalMedia> | null;
  readonly onLeave: () => void;
}

export const WaitingRoom = ({ linkToken, timeZone, state, coming, onLeave }: WaitingRoomProps) => {
  const t = useTexts(callTexts);
  const own = useOwnMedia(coming);
  const phone = state.arrival?.phone ?? null;
  return (
    <>
      <Heading of="waiting">{t("waitTitle")}</Heading>
      <Place state={state} />
      <WaitingTroubles own={own} />
      <Extra>
        <OwnDevices own={own} />
      </Extra>
      <p>{t("waitStay")}</p>
      <Help linkToken={linkToken} phone={phone} isMain />
      <Extra isNeeded={phone !== null}>
        <PhoneFallback linkToken={linkToken} phone={phone} />
      </Extra>
      <Extra>
        <HelpersPart title={t("helpers")} {...{ linkToken, timeZone }} told={state.arrival?.helpers ?? []} />
        <LeaveWaiting sure={t("waitLeaveSure")} onLeave={onLeave} />
      </Extra>
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
