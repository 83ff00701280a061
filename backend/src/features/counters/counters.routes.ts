import { type MunicipalityView, municipalityView } from "@balie/contract/municipality";
import { z } from "zod";
import { route } from "../../platform/http/route.js";
import { loadMunicipality } from "./load-municipality.js";

export const counterRoutes = (settings: Pick<MunicipalityView, "hasCalls" | "documentDays" | "dialInNumber">) => [
  route({
    method: "GET",
    path: "/api/municipality",
    access: "anyone",
    input: z.object({}),
    output: municipalityView,
    run: async ({ db }) => {
      const { name, timeZone, phone } = await loadMunicipality(db);
      return { name, timeZone, phone, ...settings };
    },
  }),
];
