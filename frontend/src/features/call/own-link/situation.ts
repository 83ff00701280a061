import type { OwnLinkView } from "@balie/contract/own-link";

/** What the page shows. `early`: the waiting room is not open yet; `open`: it is; `running`: the meeting is in progress. `withdrawn`: they are no more wanted. */
export type Situation = "early" | "open" | "running" | "ended" | "missed" | "cancelled" | "removed" | "withdrawn";

type Known = Pick<OwnLinkView, "state" | "isCancelled" | "meetingStatus" | "opensAt" | "closesAt">;

export const situationOf = (invitation: Known, now: number): Situation => {
  const { state, isCancelled, meetingStatus, opensAt, closesAt } = invitation;
  if (isCancelled) return "cancelled";
  if (meetingStatus === "ended") return "ended";
  if (state === "removed" || state === "withdrawn") return state;
  if (meetingStatus === "in_progress" || meetingStatus === "parked") return "running";
  if (now < Date.parse(opensAt)) return "early";
  return now < Date.parse(closesAt) ? "open" : "missed";
};

/** The link's token: a helper's from /h/<token>, of an interpreter's reservation from /i/<token>, of an interpreter's way into a meeting from /t/<token>. */
export const tokenIn = (pathname: string, page: "h" | "i" | "t"): string | null => {
  const [, letter, token] = /^\/([hit])\/([A-Za-z0-9_-]{43})\/?$/.exec(pathname) ?? [];
  return token && letter === page ? token : null;
};
