import type { DocumentType } from "@balie/contract/documents";

const endings: Record<DocumentType, string> = {
  "application/pdf": "pdf",
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/heic": "heic",
  "image/heif": "heif",
};
const longestStem = 80;

/** Under which name a clerk saves what a citizen sent: without a path, without signs that a system or an eye could misread (control, direction, reserved ones), and with
    the ending of what it is, whatever it was called. */
export function nameDocument(original: string, type: DocumentType): string {
  const last = original.normalize("NFC").split(/[/\\]/).at(-1)!;
  const stem = last
    .replace(/[\p{C}\p{Zl}\p{Zp}<>:"|?*%;]/gu, "")
    .replace(/\.[A-Za-z0-9]{1,5}$/, "")
    .replace(/[\s.]+/gu, " ")
    .trim();
  return `${[...stem].slice(0, longestStem).join("").trim() || "document"}.${endings[type]}`;
}
