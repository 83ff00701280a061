import type { GivenDocumentView } from "@balie/contract/documents";

/** Of what was given, what the citizen fetched last. */
export const openedLast = (given: readonly GivenDocumentView[]): GivenDocumentView | undefined =>
  given
    .filter(({ openedAt }) => openedAt !== null)
    .sort((one, other) => moment(one) - moment(other))
    .at(-1);

const moment = ({ openedAt }: GivenDocumentView): number => Date.parse(openedAt ?? "");
