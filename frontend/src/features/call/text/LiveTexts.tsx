import { useTexts } from "../../../platform/language.js";
import type { CallParticipant } from "../call.js";
import type { TextState } from "./text.state.js";
import { textTexts } from "./text.texts.js";
import { useWriterName } from "./use-writer-name.js";

interface LiveTextsProps {
  readonly people: readonly CallParticipant[];
  readonly live: TextState["live"];
}

/** What the others are writing now. It changes with every letter, so a screen reader is not told of it by itself: it hears once that somebody lets them read along, finds the text under the
    writer's name, and hears the line when it is sent. */
export const LiveTexts = ({ people, live }: LiveTextsProps) => {
  const t = useTexts(textTexts);
  const nameOf = useWriterName();
  const writers = people.filter(({ id }) => live[id]);
  return (
    <>
      <div class="balie-only-heard" role="status">
        {writers.map((writer) => (
          <p key={writer.id}>{t("liveBegun", { name: nameOf(writer) })}</p>
        ))}
      </div>
      {writers.map((writer) => {
        const text = live[writer.id]?.text;
        if (!text) return null;
        const label = `live-text-${writer.id}`;
        return (
          <section key={writer.id} class="text-live" aria-labelledby={label} aria-live="off">
            <p id={label} class="balie-small">
              {t("liveBy", { name: nameOf(writer) })}
            </p>
            <p class="call-message-text" dir="auto">
              {text}
            </p>
          </section>
        );
      })}
    </>
  );
};
