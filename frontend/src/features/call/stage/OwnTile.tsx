import { useTexts } from "../../../platform/language.js";
import { CallIcon } from "../CallIcon.js";
import { callTexts } from "../call.texts.js";
import { seeingTexts } from "../seeing/seeing.texts.js";
import { Video } from "../Video.js";
import type { OwnMedia } from "./use-local-media.js";

export const OwnTile = ({ own, isSharing = false }: { own: OwnMedia; isSharing?: boolean }) => {
  const t = useTexts(callTexts);
  return (
    <div class="call-tile call-tile--own">
      {isSharing ? (
        <SharingInstead />
      ) : own.picture ? (
        <Video stream={own.picture} label={t("ownPicture")} isMirrored />
      ) : (
        <p class="call-no-picture">
          <CallIcon name="cameraOff" />
        </p>
      )}
      <p class="call-caption">
        <strong>{t("you")}</strong>
        {!own.isOn("audio") && (
          <span class="call-muted">
            <CallIcon name="microphoneOff" /> <span class="call-muted-words">{t("soundOff")}</span>
          </span>
        )}
      </p>
    </div>
  );
};

/** Not the screen itself: a page that shows itself goes on without end. */
const SharingInstead = () => {
  const s = useTexts(seeingTexts);
  return (
    <p class="call-no-picture">
      <CallIcon name="screen" />
      <span class="balie-only-heard">{s("sharingShort")}</span>
    </p>
  );
};
