import type { InterpreterView, TestCallList } from "@balie/contract/interpreters";
import { useEffect, useState } from "preact/hooks";
import { useLanguage, useTexts } from "../../../platform/language.js";
import { randomUuid } from "../../../platform/random.js";
import { useSending } from "../../../platform/sending.js";
import { formatDay, formatTime } from "../../../platform/time.js";
import { Button } from "../../../ui/Button.js";
import { Confirm } from "../../../ui/Confirm.js";
import { Failure } from "../../../ui/Failure.js";
import { keepFocus } from "../../../ui/keep-focus.js";
import { beginTestCall, withdrawTestCall } from "./roster.api.js";
import { rosterTexts } from "./roster.texts.js";
import { isRunning, type SeenCall, type TestCalls } from "./use-test-calls.js";

interface TestCallProps {
  readonly interpreter: InterpreterView;
  readonly tests: TestCalls;
}

/** Asks before it rings somebody; while it rings, the button hangs up. */
export const TestCall = ({ interpreter: { id, name, address }, tests }: TestCallProps) => {
  const t = useTexts(rosterTexts);
  const running = tests.calls.find(({ interpreterId, state }) => interpreterId === id && isRunning(state));
  // Each question is a call of its own; asked once more after a lost answer it is the same.
  const [requestId, setRequestId] = useState(randomUuid);
  if (running) return <HangUp id={running.id} name={name} put={tests.put} />;
  return (
    <Confirm
      label={
        <>
          {t("testCall")} <span class="balie-only-heard">({name})</span>
        </>
      }
      look="subtle"
      title={t("testTitle", { name })}
      text={t("testText", { address })}
      sure={t("testSure")}
      sureLook="primary"
      cancel={t("cancel")}
      act={() => beginTestCall(id, requestId)}
      onDone={(list) => {
        setRequestId(randomUuid());
        tests.put(list);
      }}
    />
  );
};

interface HangUpProps {
  readonly id: string;
  readonly name: string;
  readonly put: (list: TestCallList) => void;
}

const HangUp = ({ id, name, put }: HangUpProps) => {
  const t = useTexts(rosterTexts);
  const { isBusy, error, send } = useSending();
  useEffect(() => keepFocus, []);
  return (
    <>
      <Button look="danger" isBusy={isBusy} onClick={() => send(() => withdrawTestCall(id), put)}>
        {t("testStop")} <span class="balie-only-heard">({name})</span>
      </Button>
      {error !== null && <Failure error={error} />}
    </>
  );
};

interface TestStandingProps {
  readonly interpreter: InterpreterView;
  readonly calls: readonly SeenCall[];
  readonly timeZone: string;
}

/** How the call goes that this page saw, or what the last one came to. */
export const TestStanding = ({ interpreter: { id, lastTest }, calls, timeZone }: TestStandingProps) => {
  const t = useTexts(rosterTexts);
  const { language } = useLanguage();
  const call = calls.find(({ interpreterId }) => interpreterId === id);
  if (call) return <span class="roster-test">{t("testIs", { step: t(`test_${call.state}`) })}</span>;
  if (!lastTest) return null;
  const date = `${formatDay(lastTest.at, language, timeZone)} ${formatTime(lastTest.at, language, timeZone)}`;
  const step = t(`test_${lastTest.result === "connected" ? "ended" : lastTest.result}`);
  return <span class="roster-test">{t("lastTest", { date, step })}</span>;
};
