/** What a key means for the microphone. With Control, so that typing, the browser's own keys and a screen reader's single letters go on as ever (WCAG 2.1.4). */
export type TalkKey = "turn" | "talk";
type Key = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "shiftKey" | "altKey" | "metaKey">;

/** By letter and not by place: on an AZERTY keyboard the M is elsewhere. */
export const talkKey = (key: Key): TalkKey | null => {
  if (!key.ctrlKey || key.altKey || key.metaKey) return null;
  if (key.shiftKey) return key.key.toLowerCase() === "m" ? "turn" : null;
  return key.code === "Space" ? "talk" : null;
};

/** Letting go of either of the two keys ends the talking. */
export const endsTalk = ({ key, code }: Pick<KeyboardEvent, "key" | "code">): boolean =>
  code === "Space" || key === "Control";
