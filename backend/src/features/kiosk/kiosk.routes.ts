import { kioskOpened, kioskOpeningInput, kioskWipeInput } from "@balie/contract/kiosk";
import type { Config } from "../../config.js";
import { route } from "../../platform/http/route.js";
import { arrivalCookie } from "../meetings/find-arrival.js";
import { helperCookie, interpreterCookie } from "../meetings/own-link-cookie.js";
import { openByCode } from "./open-by-code.js";

/** For the computer of a library or a town hall, which many people use one after another. */
export const kioskRoutes = (config: Pick<Config, "APP_SECRET">) => [
  route({
    method: "POST",
    path: "/api/kiosk/opening",
    access: "anyone",
    // A library has one address for all its computers. What the limit for all together means, kiosk-code.rules.ts reckons.
    limit: { name: "kiosk", points: 20, seconds: 600, pointsInAll: 60 },
    input: kioskOpeningInput,
    output: kioskOpened,
    run: (context, input) => openByCode(context, input, config.APP_SECRET),
  }),
  route({
    method: "POST",
    path: "/api/kiosk/wipe",
    access: "anyone",
    input: kioskWipeInput,
    output: null,
    // The header does it all where a browser knows it, and it only does over HTTPS.
    run: async (_, __, http) => {
      http.clearSiteData();
      const ours = [arrivalCookie(""), helperCookie(""), interpreterCookie("")];
      for (const name of http.cookieNames())
        if (ours.some((prefix) => name.startsWith(prefix))) http.clearCookie(name, "/api/");
    },
  }),
];
