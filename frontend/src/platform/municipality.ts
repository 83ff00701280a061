import type { MunicipalityView } from "@balie/contract/municipality";
import { get } from "./api.js";
import { type Loading, useLoaded } from "./loading.js";

export const useMunicipality = (): Loading<MunicipalityView> =>
  useLoaded("municipality", (signal) => get<MunicipalityView>("/api/municipality", { signal })).loading;
