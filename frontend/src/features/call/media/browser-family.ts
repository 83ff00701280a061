export type BrowserFamily = "Chrome" | "Firefox" | "Safari" | "Other";

/** Only for words of help: nothing works differently by it. Edge, Brave and Opera look like Chrome, and so do their settings. */
export const browserFamily = (userAgent: string): BrowserFamily => {
  if (/Firefox\/|FxiOS\//.test(userAgent)) return "Firefox";
  if (/Chrome\/|CriOS\/|EdgiOS\//.test(userAgent)) return "Chrome";
  return /Safari\//.test(userAgent) ? "Safari" : "Other";
};

export type SystemFamily = "Ios" | "Android" | "Mac" | "Windows" | "Other";

/** The same: for words of help alone. An iPad says that it is a Mac, but only it is touched with several fingers. */
export const systemFamily = (userAgent: string, touchPoints: number): SystemFamily => {
  if (/iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && touchPoints > 1)) return "Ios";
  if (/Android/.test(userAgent)) return "Android";
  if (/Macintosh/.test(userAgent)) return "Mac";
  return /Windows/.test(userAgent) ? "Windows" : "Other";
};
