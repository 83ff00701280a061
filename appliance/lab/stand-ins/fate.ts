/** What becomes of a call, by the last digit of the number that is dialled; the digit before it says after how many seconds.
    A SIP address is judged by its name: sip:tolk0@… is answered at once. */
export interface Fate {
  is: "answered" | "busy" | "unanswered" | "hangs_up" | "crashes";
  isAtOnce?: boolean;
  /** From the answer to the end, of a call that ends by itself. */
  seconds?: number;
}

/** What the gateway itself makes of a dial, before there is a leg. `late`: it calls, and answers, only after a while. */
export type GatewayFate = "calls" | "error" | "silence" | "late" | "wrong_reference";

const lastDigits = (number: string): string => number.replace(/@.*$/, "").slice(-2);

/** …0 is answered at once, …1 busy, …2 not answered, …n6 answered at once and loses its connection after n seconds, …n8 answered at
    once and hangs up after n seconds; the others are answered after a while. */
export function fateOf(number: string): Fate {
  const digits = lastDigits(number);
  const seconds = Number(digits[0]) || 0;
  switch (digits[1]) {
    case "0":
      return { is: "answered", isAtOnce: true };
    case "1":
      return { is: "busy" };
    case "2":
      return { is: "unanswered" };
    case "6":
      return { is: "crashes", seconds, isAtOnce: true };
    case "8":
      return { is: "hangs_up", seconds, isAtOnce: true };
    default:
      return { is: "answered" };
  }
}

/** …3 gets an error, …4 no answer at all, …5 a late one, …7 a reference to no leg of this room. */
export function gatewayFateOf(number: string): GatewayFate {
  const fates: Record<string, GatewayFate> = { 3: "error", 4: "silence", 5: "late", 7: "wrong_reference" };
  return fates[lastDigits(number)[1] ?? ""] ?? "calls";
}
