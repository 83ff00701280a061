import { randomBytes } from "node:crypto";
import {
  deviceCheckInput,
  deviceCheckView,
  lineSample,
  lineSampleInput,
  relayList,
} from "@balie/contract/device-checks";
import { z } from "zod";
import type { Config } from "../../config.js";
import { makeTurnCredentials } from "../../platform/calls/turn-credentials.js";
import { route } from "../../platform/http/route.js";
import { viewDeviceCheck } from "./device-check.view.js";
import { keepDeviceCheck } from "./keep-device-check.js";

/** Only to see whether a relay answers: nobody needs it longer than a check takes. */
const relaySeconds = 120;

export function deviceCheckRoutes({ TURN_URLS, TURN_CREDENTIALS }: Config) {
  return [
    route({
      method: "POST",
      path: "/api/appointment/device-check",
      access: "link",
      limit: { name: "device-check", points: 60, seconds: 600 },
      input: deviceCheckInput,
      output: deviceCheckView,
      run: async (context, input) => viewDeviceCheck(await keepDeviceCheck(context, input)),
    }),
    route({
      method: "POST",
      path: "/api/appointment/relays",
      access: "link",
      limit: { name: "relays", points: 20, seconds: 600 },
      input: z.object({}),
      output: relayList,
      run: async ({ now }) => {
        if (!TURN_CREDENTIALS) return { relays: [] };
        const { username, password } = makeTurnCredentials(TURN_CREDENTIALS, "check", relaySeconds, now);
        const wayOf = (url: string) => (url.startsWith("turns:") ? ("tls" as const) : ("udp" as const));
        return { relays: TURN_URLS.map((url) => ({ url, way: wayOf(url), username, credential: password })) };
      },
    }),
    route({
      method: "POST",
      path: "/api/appointment/line-sample",
      access: "link",
      limit: { name: "line-sample", points: 120, seconds: 600 },
      input: lineSampleInput,
      output: lineSample,
      // Random, so that nothing on the way makes it smaller.
      run: async (_context, { reply }) => ({
        sample: randomBytes(Math.ceil(reply * 0.75))
          .toString("base64url")
          .slice(0, reply),
      }),
    }),
  ];
}
