import type { ClerkView } from "@balie/contract/clerks";
import { useState } from "preact/hooks";
import { useTexts } from "../../platform/language.js";
import { useSending } from "../../platform/sending.js";
import { Button, ButtonLink } from "../../ui/Button.js";
import { Dialog } from "../../ui/Dialog.js";
import { Failure } from "../../ui/Failure.js";
import { DeviceCheck } from "../call/check/DeviceCheck.js";
import { stopStream } from "../call/media/open-devices.js";
import { playChime } from "../call/media/tones.js";
import { consoleTexts } from "./console.texts.js";
import { signOut } from "./counter.api.js";
import { forgetTab } from "./forget-call.js";

interface DeskBarProps {
  readonly clerk: ClerkView;
  readonly sound: { readonly isOn: boolean; readonly set: (isOn: boolean) => void };
  readonly onSignedOut: () => void;
}

/** What concerns the clerk, not the queue. */
export const DeskBar = ({ clerk, sound, onSignedOut }: DeskBarProps) => {
  const t = useTexts(consoleTexts);
  const [isTesting, setTesting] = useState(false);
  const { isBusy, error, send } = useSending();
  const leave = () => {
    forgetTab();
    onSignedOut();
  };
  return (
    <div class="console-bar">
      <p>{t("signedInAs", { name: clerk.name })}</p>
      <label class="console-sound" for="console-sound">
        <input
          id="console-sound"
          type="checkbox"
          checked={sound.isOn}
          onChange={({ currentTarget }) => {
            sound.set(currentTarget.checked);
            // Lets the clerk hear what to listen for; and the browser allows sound only after a click.
            if (currentTarget.checked) void playChime();
          }}
        />
        {t("soundOn")}
      </label>
      <Button onClick={() => setTesting(true)}>{t("devices")}</Button>
      {clerk.role === "admin" && <ButtonLink href="/interpreters">{t("interpreters")}</ButtonLink>}
      <Button look="subtle" isBusy={isBusy} onClick={() => send(signOut, leave)}>
        {t("signOut")}
      </Button>
      {error !== null && <Failure error={error} />}
      {isTesting && (
        <Dialog title={t("devices")} onClose={() => setTesting(false)}>
          <DeviceCheck
            doneLabel={t("devicesClose")}
            onDone={(stream) => {
              stopStream(stream);
              setTesting(false);
            }}
          />
        </Dialog>
      )}
    </div>
  );
};
