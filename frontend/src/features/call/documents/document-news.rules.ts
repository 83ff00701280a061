import type { DocumentView } from "@balie/contract/documents";

/** Ids of what is answered, in the order in which this page heard of it: a refusal has no time of its own. What came together goes by when it was sent. */
export const inOrderOfAnswers = (heard: readonly string[], documents: readonly DocumentView[]): readonly string[] => {
  const answered = documents
    .filter(({ state }) => state === "sent" || state === "declined")
    .sort((one, other) => moment(one) - moment(other));
  const ids = new Set(answered.map(({ id }) => id));
  return [...new Set([...heard.filter((id) => ids.has(id)), ...ids])];
};

const moment = ({ sentAt }: DocumentView): number => (sentAt === null ? 0 : Date.parse(sentAt));
