import type { Language } from "@balie/contract/locales/languages";

/** A mail as a feature composes it, without anything of SMTP. */
export type Mail = {
  to: { name: string; address: string };
  language: Language;
  subject: string;
  text: string;
  html: string;
  /** An invitation for the recipient's calendar: RFC 6047 wants its method in the Content-Type too. */
  calendar?: { method: "REQUEST" | "CANCEL"; content: string };
};
