/** One cookie per invitation, and per interpreter's link. Here, for the kiosk's wipe must know them too. */
export const helperCookie = (helperId: string): string => `balie_helper_${helperId}`;
export const interpreterCookie = (linkId: string): string => `balie_interpreter_${linkId}`;
