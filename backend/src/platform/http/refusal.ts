import type { RefusalCode } from "@balie/contract/refusals";

/** An expected refusal. The code is the contract: pages translate it, tests assert it. `fields` names faulty input, as paths; `retryAfterSeconds`: when it is worth asking again. */
export class Refusal extends Error {
  override name = "Refusal";
  constructor(
    readonly status: number,
    readonly code: RefusalCode,
    readonly more: { fields?: string[]; retryAfterSeconds?: number } = {},
  ) {
    super(code);
  }
}
