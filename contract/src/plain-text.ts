import { z } from "zod";

/** One line of text: trimmed, without control characters (a line break in a name would reach mail headers). */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\u2028\u2029]*$/u);

/** Several lines of text, or none: trimmed, without any other control character (PostgreSQL keeps no NUL). */
export const paragraph = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^(?:[^\p{Cc}]|[\n\r\t])*$/u);
