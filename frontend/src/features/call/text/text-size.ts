import { useState } from "preact/hooks";
import { browserShelf } from "../../../platform/storage.js";

export const textSizes = ["normal", "large", "larger", "largest"] as const;
export type TextSize = (typeof textSizes)[number];

export interface TextSizeHandle {
  readonly value: TextSize;
  readonly choose: (size: TextSize) => void;
}

const shelf = browserShelf<TextSize>("text-size");

/** Of chat and real-time text; kept in this browser. */
export const useTextSize = (): TextSizeHandle => {
  const [value, setValue] = useState(() => textSizes.find((size) => size === shelf.read()) ?? "normal");
  return {
    value,
    choose: (size) => {
      shelf.write(size);
      setValue(size);
    },
  };
};
