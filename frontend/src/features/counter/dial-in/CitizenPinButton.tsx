import type { ClerkView } from "@balie/contract/clerks";
import type { QueueEntry } from "@balie/contract/meetings";
import { useState } from "preact/hooks";
import { useTexts } from "../../../platform/language.js";
import { Button } from "../../../ui/Button.js";
import { Lazy } from "../../../ui/Lazy.js";
import { consoleTexts } from "../console.texts.js";
import { dialInTexts } from "./dial-in.texts.js";

interface CitizenPinButtonProps {
  readonly entry: Pick<QueueEntry, "meetingId" | "citizenName">;
  readonly clerk: ClerkView;
}

const load = async () => (await import("./CitizenPin.js")).CitizenPin;

/** A citizen without internet is on the telephone: the way to a PIN that the clerk reads to them. Nothing where nobody can dial in. */
export const CitizenPinButton = ({ entry, clerk }: CitizenPinButtonProps) => {
  const t = useTexts(consoleTexts);
  const [isOpen, setOpen] = useState(false);
  if (!clerk.municipality.hasDialIn) return null;
  const { meetingId, citizenName: name } = entry;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("citizenPin", { name })}</Button>
      {isOpen && (
        <Lazy
          load={load}
          areas={[dialInTexts]}
          props={{ meetingId, name, timeZone: clerk.municipality.timeZone, onClose: () => setOpen(false) }}
        />
      )}
    </>
  );
};
