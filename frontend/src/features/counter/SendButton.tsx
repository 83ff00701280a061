import type { ComponentChildren } from "preact";
import { type OnAnswer, useSending } from "../../platform/sending.js";
import { Button } from "../../ui/Button.js";
import { Failure } from "../../ui/Failure.js";

interface SendButtonProps<Answer> {
  readonly act: () => Promise<Answer>;
  readonly onDone: OnAnswer<Answer>;
  readonly children: ComponentChildren;
}

/** A button that acts at once. Where that fails the reason stands below it. */
export const SendButton = <Answer,>({ act, onDone, children }: SendButtonProps<Answer>) => {
  const { isBusy, error, send } = useSending();
  return (
    <>
      <Button isBusy={isBusy} onClick={() => send(act, onDone)}>
        {children}
      </Button>
      {error !== null && <Failure error={error} />}
    </>
  );
};
