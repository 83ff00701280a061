import "./giving.css";
import type { GivenDocument } from "@balie/contract/documents";
import type { PreparedPage } from "@balie/contract/services";
import { useTexts } from "../../../platform/language.js";
import { AnsweredDocument } from "../documents/AnsweredDocument.js";
import { useGone } from "../documents/use-gone.js";
import { GivenNotice } from "./GivenNotice.js";
import { givingTexts } from "./giving.texts.js";
import { ShownPage } from "./ShownPage.js";

export interface ShownAndGivenProps {
  readonly arrivalId: string;
  readonly page: PreparedPage | null;
  readonly documents: readonly GivenDocument[];
}

/** What the clerk shows and gives, as the citizen has it. */
export const ShownAndGiven = ({ arrivalId, page, documents }: ShownAndGivenProps) => {
  const t = useTexts(givingTexts);
  const takenBack = useGone(documents);
  return (
    <section class="giving" aria-label={t("title")}>
      <ShownPage key={page?.url} page={page} />
      {documents.map((document) => (
        <GivenNotice key={document.id} {...{ arrivalId, document }} />
      ))}
      {takenBack.map(({ id, name }) => (
        <AnsweredDocument key={id}>{t("givenBack", { name })}</AnsweredDocument>
      ))}
    </section>
  );
};
