import type { TestCallList, TestCallView } from "@balie/contract/interpreters";
import { useEffect, useRef, useState } from "preact/hooks";
import { openLive } from "../../../platform/live.js";

export type SeenCall = TestCallView;
export interface TestCalls {
  /** Those that this page saw running, each interpreter's newest, as they are now. */
  readonly calls: readonly SeenCall[];
  /** What an action answered. */
  readonly put: (list: TestCallList) => void;
}

export const isRunning = (state: TestCallView["state"]): boolean => state === "dialling" || state === "connected";

/** Test calls, this administrator's and others', while the page is open. `reload`: one is over and stands on the roster, or the server no longer answers as to a clerk. */
export const useTestCalls = (reload: () => void): TestCalls => {
  const [calls, setCalls] = useState<readonly TestCallView[]>([]);
  const running = useRef(new Set<string>());
  const seen = useRef(new Set<string>());
  const [put] = useState(() => (list: TestCallList) => {
    for (const { id, state } of list.calls) {
      if (isRunning(state)) {
        running.current.add(id);
        seen.current.add(id);
      } else if (running.current.delete(id)) reload();
    }
    setCalls(list.calls.filter(({ id }) => seen.current.has(id)));
  });
  useEffect(
    () => openLive({ url: "/api/test-calls/events", on: { "test-calls": put }, onRefused: reload }),
    [put, reload],
  );
  return { calls, put };
};
