import { Refused } from "./xmpp-client.js";

/** The refusal a promise ends in; it is a fault when it does not. */
export async function refusalOf(attempt: Promise<unknown>): Promise<Refused> {
  try {
    await attempt;
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
  throw new Error("was not refused");
}
