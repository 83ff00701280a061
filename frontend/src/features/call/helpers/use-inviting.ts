import type { InvitedHelper } from "@balie/contract/helpers";
import { useRef, useState } from "preact/hooks";
import { Refusal } from "../../../platform/api.js";
import { useEasyMode } from "../../../platform/easy-mode.js";
import { randomUuid } from "../../../platform/random.js";
import { inviteHelper } from "./helpers.api.js";
import { type Draft, type DraftField, emptyDraft, faultsFromServer, faultsOf } from "./invitation.rules.js";

/** What is typed, what is wrong with it, and the sending. Whatever is typed makes another request of it: the same twice invites once. */
export const useInviting = (linkToken: string, onInvited: (helper: InvitedHelper) => void) => {
  const { isKiosk } = useEasyMode();
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  const [faults, setFaults] = useState<readonly DraftField[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const requestId = useRef(randomUuid());
  const type = (typed: Partial<Draft>) => {
    requestId.current = randomUuid();
    setDraft((before) => ({ ...before, ...typed }));
  };
  const object = (fields: readonly DraftField[]) => {
    setFaults(fields);
    if (fields.length > 0) setAttempt((before) => before + 1);
    return fields.length > 0;
  };
  const invite = () => {
    setError(null);
    const { name, relation, email } = draft;
    if (object(faultsOf(draft, isKiosk)) || relation === null) return;
    setBusy(true);
    const address = email.trim() || null;
    const input = {
      requestId: requestId.current,
      name: name.trim(),
      relation,
      email: address,
      hasConsented: true as const,
    };
    inviteHelper(linkToken, input)
      .then(onInvited, (fault: unknown) => {
        const isOurs = fault instanceof Refusal && fault.code === "invalid_input";
        if (!isOurs || !object(faultsFromServer(fault.fields))) setError(fault);
      })
      .finally(() => setBusy(false));
  };
  return { draft, needsMail: isKiosk, type, faults, attempt, isBusy, error, invite };
};
