import type { AllowDialInInput, AllowedDialIn, DialInList, DialInView } from "@balie/contract/dial-in";
import type { Roster } from "@balie/contract/guests";
import { useEffect, useRef, useState } from "preact/hooks";
import { useLoaded } from "../../../platform/loading.js";
import { tabShelf } from "../../../platform/storage.js";
import { allowDialIn, fetchDialIns, withdrawDialIn } from "./dial-in.api.js";
import { openDialIns, peopleKey, withDialIn } from "./dial-in.view.js";

export interface DialIns {
  readonly list: DialInList;
  readonly pinOf: (dialInId: string) => string | null;
  /** What this tab asked with: the same again tells the same PIN, after a reload of the page too. */
  readonly requestIdOf: (dialInId: string) => string | null;
  readonly allow: (input: AllowDialInInput) => Promise<AllowedDialIn>;
  readonly withdraw: (dialInId: string) => Promise<void>;
}

const requestShelf = (dialInId: string) => tabShelf<string>(`dial-in.${dialInId}`);

const lookAgainMs = 20_000;

/** Who may dial in, anew with each news of who is in the meeting, and now and then while a PIN is open: its time ends without news. Null while, or when, nobody knows. PINs are kept in the page alone. */
export const useDialIns = (meetingId: string, people: Roster): DialIns | null => {
  const { loading, reload, put } = useLoaded(meetingId, (signal) => fetchDialIns(meetingId, signal));
  const [pins, setPins] = useState<ReadonlyMap<string, string>>(new Map());
  const key = peopleKey(people);
  const known = useRef(key);
  useEffect(() => {
    if (known.current !== key) reload("quietly");
    known.current = key;
  }, [key]);
  const list = loading.state === "loaded" ? loading.value : null;
  const hasOpen = list !== null && openDialIns(list).length > 0;
  useEffect(() => {
    if (!hasOpen) return;
    const timer = setInterval(() => reload("quietly"), lookAgainMs);
    return () => clearInterval(timer);
  }, [hasOpen, reload]);
  const latest = useRef(list);
  latest.current = list;
  if (!list) return null;
  const keep = (dialIn: DialInView) => {
    put(withDialIn(latest.current ?? list, dialIn));
    // An older answer that is still on its way is dropped by this.
    reload("quietly");
  };
  return {
    list,
    pinOf: (id) => pins.get(id) ?? null,
    requestIdOf: (id) => requestShelf(id).read(),
    allow: async (input) => {
      const allowed = await allowDialIn(input);
      const { pin, number: _, ...dialIn } = allowed;
      requestShelf(allowed.id).write(input.requestId);
      setPins((before) => new Map(before).set(allowed.id, pin));
      keep(dialIn);
      return allowed;
    },
    withdraw: async (id) => keep(await withdrawDialIn(meetingId, id)),
  };
};
