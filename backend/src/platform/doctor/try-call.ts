import { randomBytes } from "node:crypto";
import { createElement, type Element } from "ltx";
import type { CounterControl } from "../calls/counter-control.js";
import { type CallPerson, type CallSettings, mintCallToken } from "../calls/mint-call-token.js";
import { describeFailure } from "./describe-failure.js";
import { doctorsRoom } from "./doctors-room.js";
import { type Entrances, enterProsody } from "./enter-prosody.js";
import { knockAtMedia, type MediaAnswer, type MediaCandidate, mediaCandidatesIn } from "./knock-at-media.js";
import { conditionIn, isOffer, type XmppSession } from "./xmpp-session.js";

export type CallTrial =
  | { reached: "nothing"; why: string }
  | { reached: "no_focus"; condition: string }
  | { reached: "not_in_room"; condition: string; text: string }
  | { reached: "no_offer"; saysNoBridge: boolean }
  | { reached: "offer"; candidates: MediaCandidate[]; answers: MediaAnswer[] };

type Trial = {
  entrances: Entrances;
  settings: CallSettings;
  mucDomain: string;
  control: Pick<CounterControl, "end">;
  now: Date;
  /** How long jicofo may take for its offer. */
  offerLimitMs: number;
};

const focus = "http://jitsi.org/protocol/focus";
const people: CallPerson[] = [
  { userId: "doctor-clerk", name: "Doctor", role: "clerk" },
  { userId: "doctor-citizen", name: "Doctor", role: "citizen" },
];

/** Two people in a room of their own, up to the bridge's addresses; the room is ended afterwards, however it went.
    Source: lib-jitsi-meet moderator.ts and strophe.jingle.js; jicofo invites when two are in. */
export async function tryCall(trial: Trial): Promise<CallTrial> {
  const name = doctorsRoom();
  const sessions: XmppSession[] = [];
  try {
    for (const person of people) {
      const { entry } = await enterProsody(
        trial.entrances,
        await mintCallToken(trial.settings, person, name, trial.now),
      );
      if (entry.outcome !== "let_in") return { reached: "nothing", why: entry.outcome };
      sessions.push(entry.session);
    }
    return await callIn(`${name}@${trial.mucDomain}`, sessions, trial);
  } catch (failure) {
    return { reached: "nothing", why: describeFailure(failure) };
  } finally {
    for (const session of sessions) session.close();
    await trial.control.end(name).catch(() => undefined);
  }
}

async function callIn(room: string, sessions: XmppSession[], { settings, offerLimitMs }: Trial): Promise<CallTrial> {
  const refusal = await openRoom(sessions[0]!, room, settings.domain);
  if (refusal !== undefined) return { reached: "no_focus", condition: refusal };
  for (const session of sessions) {
    const answer = await session.join(room, randomBytes(4).toString("hex"));
    const error = answer.attrs["type"] === "error" ? answer.getChild("error") : undefined;
    if (error) return { reached: "not_in_room", condition: conditionIn(error), text: error.getChildText("text") ?? "" };
  }
  const fromFocus = ({ attrs }: Element) => attrs["from"] === `${room}/focus`;
  const offers = await Promise.all(
    sessions.map((session) =>
      session.hear((stanza) => fromFocus(stanza) && (isOffer(stanza) || saysNoBridge(stanza)), offerLimitMs),
    ),
  );
  const offer = offers.find((one) => one && isOffer(one));
  if (!offer || !offers.every((one) => one && isOffer(one)))
    return { reached: "no_offer", saysNoBridge: offers.some((one) => one && saysNoBridge(one)) };
  const candidates = mediaCandidatesIn(offer);
  // Only while the call stands does the bridge know its names.
  return { reached: "offer", candidates, answers: await knockAtMedia(candidates) };
}

/** jicofo opens a room when it is asked to; it may need a moment. @returns why not, or undefined. */
async function openRoom(session: XmppSession, room: string, domain: string): Promise<string | undefined> {
  const request = () =>
    createElement("conference", { xmlns: focus, room, "machine-uid": randomBytes(8).toString("hex") });
  for (let attempt = 1; attempt <= 3; attempt++) {
    const answer = await session
      .ask(`focus.${domain}`, "set", request())
      .catch((failure: unknown) => describeFailure(failure));
    if (typeof answer === "string") return answer;
    if (answer.attrs["type"] === "error") return conditionIn(answer.getChild("error"));
    if (answer.getChild("conference")?.attrs["ready"] === "true") return undefined;
  }
  return "jicofo is not ready";
}

/** Source: jitsi-xmpp-extensions BridgeNotAvailablePacketExt. */
const saysNoBridge = (stanza: Element) => stanza.getChild("bridgeNotAvailable") !== undefined;
