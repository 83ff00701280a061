/** The microphone that was unplugged while it was in use. `isAway`: it is off the list; browsers take it off a moment after its track has ended. */
export type LostMicrophone = { readonly id: string; readonly isAway: boolean };

export const afterMicrophones = (lost: LostMicrophone, ids: readonly string[]): LostMicrophone =>
  ids.includes(lost.id) ? lost : { ...lost, isAway: true };

export const isBack = (lost: LostMicrophone, ids: readonly string[]): boolean => lost.isAway && ids.includes(lost.id);
