import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { useLoaded } from "../../platform/loading.js";
import { type OnAnswer, useSending } from "../../platform/sending.js";
import { Button } from "../../ui/Button.js";
import { Dialog } from "../../ui/Dialog.js";
import { Failure } from "../../ui/Failure.js";
import { Spinner } from "../../ui/Spinner.js";

interface Choice {
  readonly clerkId: string;
  readonly name: string;
}

interface AskWords {
  /** On the button that opens the list. */
  readonly open: string;
  readonly title: string;
  readonly text: string;
  readonly loading: string;
  readonly nobody: string;
  readonly askOne: (name: string) => string;
  readonly close: string;
}

interface AskClerkProps<One extends Choice, Answer> {
  readonly words: AskWords;
  readonly fetchChoices: (signal: AbortSignal) => Promise<readonly One[]>;
  /** What one should know before asking this clerk. */
  readonly aboutOf: (one: One) => string;
  readonly isFree?: (one: One) => boolean;
  readonly onOpen?: () => void;
  /** Whether what stands above the list is in order; if not, it says so itself. */
  readonly mayAsk?: () => boolean;
  readonly ask: (clerkId: string) => Promise<Answer>;
  readonly onAsked: OnAnswer<Answer>;
  /** Above the list. */
  readonly children?: ComponentChildren;
}

/** A button of the clerk who leads, and behind it the clerks whom they can ask. */
export const AskClerk = <One extends Choice, Answer>(props: AskClerkProps<One, Answer>) => {
  const { words, onOpen, onAsked } = props;
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button
        onClick={() => {
          onOpen?.();
          setOpen(true);
        }}
      >
        {words.open}
      </Button>
      {isOpen && (
        <Dialog title={words.title} onClose={close}>
          <p>{words.text}</p>
          <Choices
            {...props}
            onAsked={(answer, sentAt) => {
              onAsked(answer, sentAt);
              close();
            }}
          />
          <div class="balie-actions">
            <Button onClick={close}>{words.close}</Button>
          </div>
        </Dialog>
      )}
    </>
  );
};

const Choices = <One extends Choice, Answer>(props: AskClerkProps<One, Answer>) => {
  const { words, fetchChoices, aboutOf, isFree = () => true, mayAsk = () => true, ask, onAsked, children } = props;
  const { loading, reload } = useLoaded("choices", fetchChoices);
  const { isBusy, error, send } = useSending();
  const [askedId, setAskedId] = useState<string | null>(null);
  const choose = (clerkId: string) => {
    if (isBusy || !mayAsk()) return;
    setAskedId(clerkId);
    send(() => ask(clerkId), onAsked);
  };
  if (loading.state === "loading") return <Spinner text={words.loading} />;
  if (loading.state === "failed") return <Failure error={loading.error} onRetry={reload} />;
  if (loading.value.length === 0) return <p>{words.nobody}</p>;
  return (
    <>
      {children}
      {error !== null && <Failure error={error} />}
      <ul class="console-colleagues">
        {loading.value.map((one) => (
          <li key={one.clerkId}>
            {isFree(one) ? (
              <>
                <Button
                  isBusy={isBusy && askedId === one.clerkId}
                  describedBy={`choice-${one.clerkId}`}
                  onClick={() => choose(one.clerkId)}
                >
                  {words.askOne(one.name)}
                </Button>
                <span id={`choice-${one.clerkId}`}>{aboutOf(one)}</span>
              </>
            ) : (
              <span>
                {one.name}: {aboutOf(one)}
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
};
