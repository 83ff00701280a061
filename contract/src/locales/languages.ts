/** The languages of the pages and mails, the default first. No zod here: pages import this file. */
export const languages = ["nl", "fr", "de", "en"] as const;
export type Language = (typeof languages)[number];
