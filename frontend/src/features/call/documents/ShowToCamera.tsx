import { useEffect, useRef, useState } from "preact/hooks";
import { useTexts } from "../../../platform/language.js";
import { Button } from "../../../ui/Button.js";
import { Dialog } from "../../../ui/Dialog.js";
import type { OwnMedia } from "../stage/use-local-media.js";
import { AimCamera } from "./AimCamera.js";
import { CropStill } from "./CropStill.js";
import { documentTexts } from "./documents.texts.js";
import { type Frame, newFrame } from "./frame.rules.js";
import { SendingNotice } from "./SendingNotice.js";
import { cutOut } from "./take-still.js";
import type { DocumentSending } from "./use-upload.js";

interface ShowToCameraProps {
  readonly own: OwnMedia;
  readonly sending: DocumentSending;
  readonly onClose: () => void;
}

/** Live picture, still, frame, look, send: one thing at a time. */
export const ShowToCamera = ({ own, sending, onClose }: ShowToCameraProps) => {
  const t = useTexts(documentTexts);
  const [still, setStill] = useState<HTMLCanvasElement | null>(null);
  const [frame, setFrame] = useState<Frame>(newFrame);
  const [cut, setCut] = useState<Blob | null>(null);
  const step = cut ? "look" : still ? "crop" : "aim";
  const again = () => {
    setCut(null);
    setStill(null);
  };
  return (
    <Dialog title={t(`${step}Title`)} onClose={onClose}>
      <div class="document-camera" key={step}>
        <FocusOnChange step={step} />
        {step === "aim" && <AimCamera own={own} onTaken={setStill} />}
        {step === "crop" && (
          <>
            <p>{t("cropHelp")}</p>
            <CropStill still={still!} frame={frame} onChange={setFrame} />
            <div class="balie-actions">
              <Button look="primary" onClick={() => void cutOut(still!, frame).then(setCut)}>
                {t("cropDone")}
              </Button>
              <Button onClick={again}>{t("again")}</Button>
            </div>
          </>
        )}
        {step === "look" && (
          <>
            <Look picture={cut!} />
            <SendingNotice sending={sending} />
            {sending.progress === null && (
              <div class="balie-actions">
                <Button look="primary" onClick={() => sending.send(cut!, `${t("photoName")}.jpg`)}>
                  {t("send")}
                </Button>
                <Button onClick={() => setCut(null)}>{t("backToCrop")}</Button>
                <Button onClick={again}>{t("again")}</Button>
              </div>
            )}
          </>
        )}
      </div>
      {sending.progress === null && (
        <Button look="subtle" onClick={onClose}>
          {t("cancel")}
        </Button>
      )}
    </Dialog>
  );
};

/** The button that led to the next step is gone: the dialog's title, which says what is to do now, takes the focus. */
const FocusOnChange = ({ step }: { step: string }) => {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    place.current?.closest("dialog")?.querySelector("h2")?.focus();
  }, [step]);
  return <span ref={place} hidden />;
};

const Look = ({ picture }: { picture: Blob }) => {
  const t = useTexts(documentTexts);
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(picture);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [picture]);
  return <img class="document-look" src={address} alt={t("lookPicture")} />;
};
