import "./kiosk.css";
import type { ComponentChild } from "preact";
import { useState } from "preact/hooks";
import { CodeScreen } from "./CodeScreen.js";
import { useWipeOnLeaving } from "./use-wipe-on-leaving.js";
import { VisitEnd } from "./VisitEnd.js";

interface KioskProps {
  readonly renderVisit: (linkToken: string) => ComponentChild;
}

/** One person after another at the same computer: a code, the appointment, and nothing left. The secret link is known to this page alone: it never
    stands in the address or in storage. */
export const Kiosk = ({ renderVisit }: KioskProps) => {
  const [linkToken, setLinkToken] = useState<string | null>(null);
  useWipeOnLeaving(linkToken !== null);
  if (linkToken === null) return <CodeScreen onOpened={setLinkToken} />;
  return (
    <>
      {renderVisit(linkToken)}
      <VisitEnd />
    </>
  );
};
