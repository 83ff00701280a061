import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { type OnAnswer, useSending } from "../platform/sending.js";
import { Button } from "./Button.js";
import { Dialog } from "./Dialog.js";
import { Failure } from "./Failure.js";

interface ConfirmProps<Answer> {
  /** On the button that asks. */
  readonly label: ComponentChildren;
  readonly look?: "subtle" | "secondary";
  readonly title: string;
  /** What follows from it. */
  readonly text: string;
  /** On the button that does it. */
  readonly sure: string;
  readonly sureLook?: "danger" | "primary";
  readonly cancel: string;
  readonly act: () => Promise<Answer>;
  readonly onDone: OnAnswer<Answer>;
}

/** A button that asks before it acts. Where that fails the question stays, with the reason. */
export const Confirm = <Answer,>(props: ConfirmProps<Answer>) => {
  const { label, look = "secondary", title, text, sure, sureLook = "danger", cancel, act, onDone } = props;
  const [isAsking, setAsking] = useState(false);
  const { isBusy, error, send, forgetError } = useSending();
  const ask = (is: boolean) => {
    forgetError();
    setAsking(is);
  };
  const go = () =>
    send(act, (answer, sentAt) => {
      setAsking(false);
      onDone(answer, sentAt);
    });
  return (
    <>
      <Button look={look} onClick={() => ask(true)}>
        {label}
      </Button>
      {isAsking && (
        <Dialog title={title} onClose={() => ask(false)}>
          <p>{text}</p>
          {error !== null && <Failure error={error} />}
          <div class="balie-actions">
            <Button look={sureLook} isBusy={isBusy} onClick={go}>
              {sure}
            </Button>
            <Button onClick={() => ask(false)}>{cancel}</Button>
          </div>
        </Dialog>
      )}
    </>
  );
};
