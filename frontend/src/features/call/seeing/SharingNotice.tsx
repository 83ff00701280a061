import { useEffect } from "preact/hooks";
import { useTexts } from "../../../platform/language.js";
import { Button } from "../../../ui/Button.js";
import { keepFocus } from "../../../ui/keep-focus.js";
import { Notice } from "../../../ui/Notice.js";
import { seeingTexts } from "./seeing.texts.js";
import type { Sharing } from "./use-seeing.js";

/** Nobody may show their screen without knowing it: said at the top for as long as it lasts. */
export const SharingNotice = ({ sharing }: { sharing: Sharing }) => {
  const s = useTexts(seeingTexts);
  // Its button goes with it.
  useEffect(() => (sharing.isOn ? keepFocus : undefined), [sharing.isOn]);
  return (
    <div role="status">
      {sharing.isOn && (
        <Notice kind="warning">
          <p>
            <strong>{s("sharing")}</strong> {s("sharingMeans")}
          </p>
          <Button look="danger" isBusy={sharing.isBusy} onClick={() => void sharing.toggle()}>
            {s("shareStop")}
          </Button>
        </Notice>
      )}
      {sharing.hasFailed && (
        <Notice kind="info">
          <p>{s("shareFailed")}</p>
        </Notice>
      )}
    </div>
  );
};
