import type { AppointmentView } from "@balie/contract/appointments";

/** What the page shows. `early`: the waiting room is not open yet; `open`: it is; `running`: the meeting is in progress. */
export type Situation =
  | "early"
  | "open"
  | "running"
  | "ended"
  | "missed"
  | "cancelled_by_citizen"
  | "cancelled_by_office";

export const situationOf = (appointment: AppointmentView, now: number): Situation => {
  const { status, meeting } = appointment;
  if (status === "cancelled_by_citizen" || status === "cancelled_by_office") return status;
  if (meeting.status === "ended") return status === "no_show" ? "missed" : "ended";
  if (meeting.status === "in_progress" || meeting.status === "parked") return "running";
  if (status === "no_show") return "missed";
  if (now < Date.parse(appointment.opensAt)) return "early";
  return now < Date.parse(appointment.closesAt) ? "open" : "missed";
};

/** A page of the appointment: what stands in the browser's history besides the first. */
export type AppointmentStep = "overview" | "move";

/** The secret link's token, from /a/<token>. */
export const tokenIn = (pathname: string): string | null => /^\/a\/([A-Za-z0-9_-]{43})\/?$/.exec(pathname)?.[1] ?? null;
