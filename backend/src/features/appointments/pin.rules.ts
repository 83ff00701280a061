const digits = 8;

/** A PIN out of 256 random bits, each as likely as the others. */
export const spellPin = (bits: Uint8Array): string =>
  (bits.reduce((number, byte) => number * 256n + BigInt(byte), 0n) % 10n ** BigInt(digits))
    .toString()
    .padStart(digits, "0");

/** As people read it and say it. */
export const inPairs = (pin: string): string => (pin.match(/\d{1,2}/g) ?? []).join(" ");

/** What was typed on a telephone, with the hash key that ends it or without; null: no PIN at all. */
export function readPin(typed: string): string | null {
  const pin = typed.replace(/[\s#-]/g, "");
  return /^[0-9]{8}$/.test(pin) ? pin : null;
}
