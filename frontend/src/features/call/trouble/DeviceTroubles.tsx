import { useTexts } from "../../../platform/language.js";
import { Lazy } from "../../../ui/Lazy.js";
import { Notice } from "../../../ui/Notice.js";
import { callTexts } from "../call.texts.js";
import type { Revival } from "../media/reviver.js";
import { useRevival } from "../media/use-revival.js";
import type { OwnMedia } from "../stage/use-local-media.js";
import { hasTrouble } from "./device-trouble.rules.js";
import { loadDeviceTrouble, troubleAreas } from "./load-trouble.js";

/** Keeps the camera going as the sound part keeps the microphone; says what does not work of both. */
export const DeviceTroubles = ({ own, microphone = "well" }: { own: OwnMedia; microphone?: Revival }) => {
  const camera = own.isWanted("video") ? (own.media?.stream("video")?.getVideoTracks()[0] ?? null) : null;
  const revivals = { audio: microphone, video: useRevival(camera, () => own.revive("video")) };
  if (own.hasFailed) return <MediaFailed />;
  if (!hasTrouble(own.problems, revivals)) return null;
  return (
    <Lazy
      isExtra
      load={loadDeviceTrouble}
      areas={troubleAreas}
      props={{
        problems: own.problems,
        revivals,
        isBusy: own.isBusy,
        onRetry: own.retry,
        onWithout: own.goWithout,
      }}
    />
  );
};

const MediaFailed = () => {
  const t = useTexts(callTexts);
  return (
    <Notice kind="warning" isAnnounced>
      <p>{t("deviceFailed")}</p>
    </Notice>
  );
};
