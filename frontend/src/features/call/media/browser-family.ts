export type BrowserFamily = "Chrome" | "Firefox" | "Safari" | "Other";

/** Only for words of help: nothing works differently by it. Edge, Brave and Opera look like Chrome, and so do their settings. */
export const browserFamily = (userAgent: string): BrowserFamily => {
  if (/Firefox\/|FxiOS\//.test(userAgent)) return "Firefox";
  if (/Chrome\/|CriOS\/|EdgiOS\//.test(userAgent)) return "Chrome";
  return /Safari\//.test(userAgent) ? "Safari" : "Other";
};
