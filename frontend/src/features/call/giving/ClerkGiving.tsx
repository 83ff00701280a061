import "./giving.css";
import type { QueueEntry } from "@balie/contract/meetings";
import { useTexts } from "../../../platform/language.js";
import type { OnAnswer } from "../../../platform/sending.js";
import { GiveDocument } from "./GiveDocument.js";
import { GivenDocuments } from "./GivenDocuments.js";
import { givingTexts } from "./giving.texts.js";
import { PreparedPages } from "./PreparedPages.js";

export interface ClerkGivingProps {
  readonly entry: QueueEntry;
  readonly onChange: OnAnswer<QueueEntry>;
  /** Writes a message in the chat of the call; left out where there is no call. */
  readonly say?: (text: string) => void;
}

/** What the clerk shows and gives to the citizen in the call, and what became of it, also just after it. */
export const ClerkGiving = ({ entry, onChange, say }: ClerkGivingProps) => {
  const t = useTexts(givingTexts);
  return (
    <section class="giving" aria-labelledby="giving-title">
      <h2 id="giving-title" class="call-small-heading">
        {t("clerkTitle")}
      </h2>
      {say && entry.pages.length > 0 && <PreparedPages {...{ entry, onChange, say }} />}
      {entry.status === "in_progress" && <GiveDocument {...{ entry, onChange }} />}
      <GivenDocuments {...{ entry, onChange }} />
    </section>
  );
};
