import type { AcceptWelcomeInput } from "@balie/contract/clerks";
import { useState } from "preact/hooks";
import { Refusal } from "../../platform/api.js";
import { acceptWelcome } from "./welcome.api.js";

/** The link is unknown, used or too old: nothing on the page can mend that. */
export const isDead = (error: unknown): boolean => error instanceof Refusal && error.code.startsWith("welcome_");

/** Sends what the clerk chose; signed in, the page goes on to the console. */
export const useAcceptance = (token: string) => {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const accept = (input: AcceptWelcomeInput) => {
    if (isBusy) return;
    setBusy(true);
    setError(null);
    acceptWelcome(token, input).then(
      () => location.replace("/console"),
      (fault: unknown) => {
        setBusy(false);
        setError(fault);
      },
    );
  };
  return { isBusy, error, accept };
};
