import { useState } from "preact/hooks";

/** Those that were there a moment ago and are not any more: whoever was busy with one must hear why it is gone. */
export const useGone = <One extends { readonly id: string }>(there: readonly One[]): readonly One[] => {
  const [known, setKnown] = useState(there);
  const gone = known.filter(({ id }) => !there.some((one) => one.id === id));
  const isNew = there.some((one) => !known.includes(one));
  if (isNew) setKnown([...gone, ...there]);
  return gone;
};
