import { z } from "zod";

const roomsAnswer = z.object({
  boot: z.string(),
  seq: z.number(),
  rooms: z.array(
    z.object({ room: z.string(), occupants: z.array(z.object({ nick: z.string(), user: z.string().nullish() })) }),
  ),
});
export type RoomsNow = z.infer<typeof roomsAnswer>;

/** Our Prosody module's commands (jitsi-config/README.md), each safe to repeat. They reject when Prosody does not answer within 5 s. */
export type CounterControl = {
  /** Puts a person out of the room and refuses their tokens for it from now on. */
  remove: (room: string, userId: string) => Promise<void>;
  /** Ends the room and refuses it to everyone from now on. */
  end: (room: string) => Promise<void>;
  rooms: () => Promise<RoomsNow>;
};

export function createCounterControl(url: string, secret: string): CounterControl {
  const call = async (command: string, body?: object): Promise<unknown> => {
    const answer = await fetch(`${url}/${command}`, {
      method: body ? "POST" : "GET",
      headers: { Authorization: `Bearer ${secret}`, "Content-Type": "application/json" },
      signal: AbortSignal.timeout(5_000),
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!answer.ok) throw new Error(`counter_control ${command} answered ${answer.status}`);
    return answer.json();
  };
  return {
    remove: async (room, userId) => void (await call("remove", { room, user: userId })),
    end: async (room) => void (await call("end", { room })),
    rooms: async () => roomsAnswer.parse(await call("rooms")),
  };
}
