import { useEffect, useRef, useState } from "preact/hooks";
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
  const [isWanted, setWanted] = useState(false);
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    const video = element.current;
    setReady(false);
    if (!video) return setWanted(false);
    video.srcObject = picture;
    void video.play().catch(() => undefined);
  }, [picture]);
  // Who presses before the camera's first picture is there gets that one.
  useEffect(() => {
    if (isWanted && isReady) onTaken(takeStill(element.current!));
  }, [isWanted, isReady, onTaken]);
  if (!picture)
    return (
      <Notice kind="info" icon="camera" isAnnounced>
        <p>{t("cameraOff")}</p>
        <Button isBusy={own.isBusy} onClick={() => void own.toggle("video")}>
          {t("cameraTurnOn")}
        </Button>
      </Notice>
    );
  return (
    <>
      <p>{t("aimHelp")}</p>
      <video
        ref={element}
        class="document-look"
        aria-label={t("aimPicture")}
        autoplay
        playsInline
        muted
        onLoadedData={() => setReady(true)}
      />
      <div class="balie-actions">
        <Button look="primary" isBusy={isWanted} onClick={() => setWanted(true)}>
          {t("take")}
        </Button>
      </div>
    </>
  );
};
