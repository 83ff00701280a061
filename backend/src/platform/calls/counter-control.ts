import { z } from "zod";

/** A telephone in a room. `status` is the gateway's own word: "Initializing Call" from its coming on, "Connected" once answered, and at the end a free text for some seconds. */
export const telephone = z.object({
  call: z.string().max(100),
  direction: z.enum(["out", "in"]),
  status: z.string().max(400).optional(),
});
export type Telephone = z.infer<typeof telephone>;
export const roomOccupant = z.object({
  /** The client's own choice: an XMPP resource has 1023 bytes at most (RFC 7622, 3.4). */
  nick: z.string().max(1_023),
  user: z.string().max(200).nullish(),
  phone: telephone.optional(),
});
export type RoomOccupant = z.infer<typeof roomOccupant>;

const roomsAnswer = z.object({
  boot: z.string(),
  seq: z.number(),
  rooms: z.array(z.object({ room: z.string(), occupants: z.array(roomOccupant) })),
});
export type RoomsNow = z.infer<typeof roomsAnswer>;

/** `call` is our id of the telephone call; `to` a number in E.164 or a SIP address; `user` is who sits in the room, by the server's word; `opens`: nobody need be in the room before. */
export type Dial = {
  room: string;
  call: string;
  to: string;
  user: { id: string; name: string; role: string };
  opens?: true;
};

/** The next telephone that dials into the room within so many seconds is this person's. */
export type Expected = Omit<Dial, "to" | "opens"> & { seconds: number };

/** `ringing`: the telephone is in the room under this nick, and what becomes of it the events tell. `gone`: it was in the room and has left it, also of this the events tell, sooner or later than this
    answer. `refused`: by the telephone network or its gateway. `silent`: the gateway did not answer in time. `no_room`: nobody is in the room. After `gone`, `refused` and `silent` the same call is never
    dialled again, and its telephone stays outside. */
export type DialAnswer =
  | { is: "ringing"; nick: string }
  | { is: "gone" | "refused" | "no_gateway" | "silent" | "no_room" };

/** Our Prosody module's commands (jitsi-config/README.md), each safe to repeat. They reject when Prosody does not answer within 5 s, `dial` within 15 s. */
export type CounterControl = {
  /** Puts a person out of the room and refuses their tokens for it from now on. */
  remove: (room: string, userId: string) => Promise<void>;
  /** Ends the room and refuses it to everyone from now on. */
  end: (room: string) => Promise<void>;
  rooms: () => Promise<RoomsNow>;
  dial: (dial: Dial) => Promise<DialAnswer>;
  /** Puts the telephone of a call out of the room; one that still comes stays outside. */
  hangUp: (room: string, call: string) => Promise<void>;
  /** Whoever dials in without being expected stays outside. */
  expect: (leg: Expected) => Promise<void>;
};

const ringing = z.object({ nick: z.string() });
const refusal = z.object({ condition: z.string() });
const whyNot = new Map<number, DialAnswer>([
  [409, { is: "no_room" }],
  [503, { is: "no_gateway" }],
  [504, { is: "silent" }],
]);

export function createCounterControl(url: string, secret: string): CounterControl {
  const ask = (command: string, body: object | undefined, patienceMs = 5_000): Promise<Response> =>
    fetch(`${url}/${command}`, {
      method: body ? "POST" : "GET",
      headers: { Authorization: `Bearer ${secret}`, "Content-Type": "application/json" },
      signal: AbortSignal.timeout(patienceMs),
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  const call = async (command: string, body?: object): Promise<unknown> => {
    const answer = await ask(command, body);
    if (!answer.ok) throw new Error(`counter_control ${command} answered ${answer.status}`);
    return answer.json();
  };
  return {
    remove: async (room, userId) => void (await call("remove", { room, user: userId })),
    end: async (room) => void (await call("end", { room })),
    rooms: async () => roomsAnswer.parse(await call("rooms")),
    dial: async (dial) => {
      const answer = await ask("dial", dial, 15_000);
      if (answer.ok) return { is: "ringing", ...ringing.parse(await answer.json()) };
      if (answer.status === 502) {
        const { condition } = refusal.parse(await answer.json());
        return { is: condition === "ended" ? "gone" : "refused" };
      }
      await answer.body?.cancel();
      const reason = whyNot.get(answer.status);
      if (!reason) throw new Error(`counter_control dial answered ${answer.status}`);
      return reason;
    },
    hangUp: async (room, phoneCall) => void (await call("hangup", { room, call: phoneCall })),
    expect: async (leg) => void (await call("expect", leg)),
  };
}
