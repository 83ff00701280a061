import { z } from "zod";

/** GET /api/municipality */
export const municipalityView = z.object({
  name: z.string(),
  timeZone: z.string(),
  phone: z.string().nullable(),
  /** false where no Prosody runs: the pages then say that video calls are not possible here. */
  hasCalls: z.boolean(),
  /** How long a document is kept after its meeting. */
  documentDays: z.number().int(),
  /** What a citizen without internet calls; null: nobody can dial in here. */
  dialInNumber: z.string().nullable(),
});
export type MunicipalityView = z.infer<typeof municipalityView>;
