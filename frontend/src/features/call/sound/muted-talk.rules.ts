/** Ten looks a second at a microphone that is switched off. */
export type Talk = { readonly recent: readonly boolean[]; readonly quietLooks: number; readonly isTalking: boolean };

export const noTalk: Talk = { recent: [], quietLooks: 0, isTalking: false };

const loudFrom = 0.12;
const looksInMind = 10;
/** Less is a cough or a door. */
const loudLooks = 4;
/** The warning stays long enough to be read. */
const quietLooksAfter = 50;

export const afterLook = (talk: Talk, level: number): Talk => {
  const isLoud = level >= loudFrom;
  const recent = [...talk.recent, isLoud].slice(-looksInMind);
  const quietLooks = isLoud ? 0 : talk.quietLooks + 1;
  const begins = recent.filter(Boolean).length >= loudLooks;
  return { recent, quietLooks, isTalking: begins || (talk.isTalking && quietLooks < quietLooksAfter) };
};
