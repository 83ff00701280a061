import { useEffect, useRef } from "preact/hooks";
import { useTexts } from "../../../platform/language.js";
import { Button } from "../../../ui/Button.js";
import { Notice } from "../../../ui/Notice.js";
import type { OwnMedia } from "../stage/use-local-media.js";
import { documentTexts } from "./documents.texts.js";
import { takeStill } from "./take-still.js";

interface AimCameraProps {
  readonly own: OwnMedia;
  readonly onTaken: (still: HTMLCanvasElement) => void;
}

/** One's own camera, not mirrored: letters must be legible. */
export const AimCamera = ({ own, onTaken }: AimCameraProps) => {
  const t = useTexts(documentTexts);
  const element = useRef<HTMLVideoElement>(null);
  const { picture } = own;
  useEffect(() => {
    const video = element.current;
    if (!video || video.srcObject === picture) return;
    video.srcObject = picture;
    void video.play().catch(() => undefined);
  }, [picture]);
  if (!picture)
    return (
      <Notice kind="info" icon="camera" isAnnounced>
        <p>{t("cameraOff")}</p>
        <Button isBusy={own.isBusy} onClick={() => void own.toggle("video")}>
          {t("cameraTurnOn")}
        </Button>
      </Notice>
    );
  const take = () => {
    const video = element.current;
    if (video && video.videoWidth > 0) onTaken(takeStill(video));
  };
  return (
    <>
      <p>{t("aimHelp")}</p>
      <video ref={element} class="document-look" aria-label={t("aimPicture")} autoplay playsInline muted />
      <div class="balie-actions">
        <Button look="primary" onClick={take}>
          {t("take")}
        </Button>
      </div>
    </>
  );
};
