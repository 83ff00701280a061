import { z } from "zod";

/** Every expected refusal. The code is the contract: pages translate it (locales/refusals), tests assert it. */
export const refusalCodes = [
  "invalid_input",
  "not_found",
  "unauthenticated",
  "forbidden",
  "cross_site",
  "too_many_requests",
  "too_large",
  "unsupported_media_type",
  "server_error",
  "not_set_up",
  "unavailable",
  "wrong_credentials",
  "welcome_unknown",
  "welcome_used",
  "welcome_expired",
  "slot_taken",
  "slot_not_offered",
  "link_unknown",
  "appointment_cancelled",
  "appointment_over",
  "too_late_to_change",
  "too_early",
  "not_admitted",
  "other_tab",
  "arrival_removed",
  "arrival_replaced",
  "meeting_ended",
  "meeting_not_ended",
  "meeting_not_in_progress",
  "admitted_by_colleague",
  "phone_not_asked",
  "calls_unavailable",
  "document_too_large",
  "document_empty",
  "document_type",
  "document_incomplete",
  "document_answered",
  "document_forgotten",
  "documents_full",
] as const;

export const refusalCode = z.enum(refusalCodes);
export type RefusalCode = (typeof refusalCodes)[number];

/** The body of every answer of 4xx and 5xx. `fields` names the faulty fields of `invalid_input`, as paths ("citizen.email"). */
export const refusalView = z.object({
  code: refusalCode,
  requestId: z.string(),
  fields: z.array(z.string()).optional(),
});
export type RefusalView = z.infer<typeof refusalView>;
