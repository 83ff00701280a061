type Key = Pick<KeyboardEvent, "key" | "ctrlKey" | "shiftKey" | "altKey" | "metaKey">;

/** Of the function keys Chrome, Edge and Firefox leave F2 and F8 alone, and NVDA, JAWS, Narrator, Orca and VoiceOver take neither without a key of their own beside it.
    F2 and not F8: where a laptop gives the keys another meaning first, it changes the volume or the light, while F8 may take the network away. */
export const interpreterKey = "F2";

export const isInterpreterKey = ({ key, ctrlKey, shiftKey, altKey, metaKey }: Key): boolean =>
  key === interpreterKey && !ctrlKey && !shiftKey && !altKey && !metaKey;
