import { type Entry, openXmppSession } from "./xmpp-session.js";

export type Entrances = {
  /** As browsers come in. */
  publicAddress: string;
  /** Past Caddy, within the appliance. */
  insideAddress: string;
  domain: string;
};

/** By the way of browsers; when nothing answers there, past Caddy, so that the two are told apart. */
export async function enterProsody({ publicAddress, insideAddress, domain }: Entrances, token: string) {
  const outside = await openXmppSession({ address: publicAddress, domain, token });
  if (outside.outcome !== "not_reached") return { entry: outside, address: publicAddress, failure: undefined };
  const entry: Entry = await openXmppSession({ address: insideAddress, domain, token });
  return { entry, address: insideAddress, failure: outside.failure };
}
