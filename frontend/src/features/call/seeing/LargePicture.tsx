import { useEffect, useState } from "preact/hooks";
import { useTexts } from "../../../platform/language.js";
import { Button } from "../../../ui/Button.js";
import { seeingTexts } from "./seeing.texts.js";

/** Full screen, and a small window above other programs: only where the browser has them. */
export const LargePicture = () => {
  const s = useTexts(seeingTexts);
  const isFull = useFullScreen();
  const [hasFailed, setFailed] = useState(false);
  const attempt = (act: () => Promise<unknown> | undefined) => {
    setFailed(false);
    void act()?.catch(() => setFailed(true));
  };
  return (
    <>
      <div class="balie-actions">
        {document.fullscreenEnabled && (
          <Button onClick={() => attempt(isFull ? leaveFullScreen : enterFullScreen)}>
            {s(isFull ? "fullScreenLeave" : "fullScreen")}
          </Button>
        )}
        {document.pictureInPictureEnabled && <Button onClick={() => attempt(showInWindow)}>{s("inWindow")}</Button>}
      </div>
      <div role="status">{hasFailed && <p>{s("largeFailed")}</p>}</div>
    </>
  );
};

/** With the notices and the buttons, so that nothing must be left to hang up. */
const enterFullScreen = () => document.querySelector(".call-main")?.requestFullscreen();
const leaveFullScreen = () => document.exitFullscreen();

const showInWindow = async () => {
  const video = document.querySelector<HTMLVideoElement>(".seeing-large video");
  if (!video) throw new Error("no large picture");
  await video.requestPictureInPicture();
};

const useFullScreen = (): boolean => {
  const [isFull, setFull] = useState(document.fullscreenElement !== null);
  useEffect(() => {
    const look = () => setFull(document.fullscreenElement !== null);
    document.addEventListener("fullscreenchange", look);
    return () => document.removeEventListener("fullscreenchange", look);
  }, []);
  return isFull;
};
