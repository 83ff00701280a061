import { z } from "zod";

/** What became of one device in the citizen's check. `off`: the person chose to do without. */
export const deviceState = z.enum(["works", "blocked", "missing", "busy", "failed", "off"]);
/** Whether a relay is reached; `unknown`: there is none, or it was not tried. */
export const pathState = z.enum(["open", "closed", "unknown"]);

/** POST /api/appointment/device-check (link token) → deviceCheckView. Again replaces the answer. */
export const deviceCheckInput = z.object({
  camera: deviceState,
  microphone: deviceState,
  /** null: not asked, or not answered. */
  heardSound: z.boolean().nullable(),
  /** A TURN relay by UDP, and one by TLS on the port of web pages. */
  udp: pathState,
  tls: pathState,
  /** kbit/s, as measured; null: not measured. */
  downKbps: z.number().int().min(0).max(10_000_000).nullable(),
  upKbps: z.number().int().min(0).max(10_000_000).nullable(),
});
export type DeviceCheckInput = z.infer<typeof deviceCheckInput>;

/** `ready`; `limited`: it will do, with less (see the reasons); `may_need_phone`: no conversation by video is likely. */
export const deviceVerdict = z.enum(["ready", "limited", "may_need_phone"]);
export type DeviceVerdict = z.infer<typeof deviceVerdict>;
export const deviceReason = z.enum(["no_microphone", "no_camera", "no_sound", "no_path", "slow_line", "too_slow_line"]);
export type DeviceReason = z.infer<typeof deviceReason>;

export const deviceCheckView = z.object({
  verdict: deviceVerdict,
  reasons: z.array(deviceReason),
  checkedAt: z.iso.datetime(),
});
export type DeviceCheckView = z.infer<typeof deviceCheckView>;

/** POST /api/appointment/relays (link token): a few minutes of the TURN relays that calls use, to try whether they are reached. Empty without a bridge. */
export const relayList = z.object({
  relays: z.array(
    z.object({ url: z.string(), way: z.enum(["udp", "tls"]), username: z.string(), credential: z.string() }),
  ),
});
export type RelayList = z.infer<typeof relayList>;

/** POST /api/appointment/line-sample (link token): what is sent is thrown away; what comes back has `reply` characters. For measuring how fast the line is. */
export const lineSampleInput = z.object({ sent: z.string().max(60_000), reply: z.number().int().min(0).max(200_000) });
export const lineSample = z.object({ sample: z.string() });
