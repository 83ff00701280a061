import type { RefusalCode } from "@balie/contract/refusals";

/** As the contract says (largestDocumentBytes): what is larger need not travel to be refused. */
const largestBytes = 10 * 1024 * 1024;
/** What the file dialogue offers; what counts is the content, which the backend looks at. */
export const offeredFiles =
  ".pdf,.jpg,.jpeg,.png,.heic,.heif,application/pdf,image/jpeg,image/png,image/heic,image/heif";

/** What can be told of a file without sending it. */
export const faultOf = ({ size }: { readonly size: number }): RefusalCode | null =>
  size === 0 ? "document_empty" : size > largestBytes ? "document_too_large" : null;

export const formatSize = (bytes: number, language: string): string => {
  const isLarge = bytes >= 1_000_000;
  return new Intl.NumberFormat(language, {
    style: "unit",
    unit: isLarge ? "megabyte" : "kilobyte",
    maximumFractionDigits: isLarge ? 1 : 0,
  }).format(isLarge ? bytes / 1_000_000 : Math.max(1, bytes / 1000));
};
