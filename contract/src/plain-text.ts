import { z } from "zod";

/** One line of text: trimmed, without control characters (a line break in a name would reach mail headers). */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\u2028\u2029]*$/u);
