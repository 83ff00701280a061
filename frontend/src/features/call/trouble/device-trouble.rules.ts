import type { MediaKind } from "../call.js";
import type { DeviceProblem } from "../media/device-problem.rules.js";
import type { DeviceProblems } from "../media/open-devices.js";
import type { Revival } from "../media/reviver.js";

export const mediaKinds = ["audio", "video"] as const;

export type Revivals = Readonly<Record<MediaKind, Revival>>;
export const allWell: Revivals = { audio: "well", video: "well" };

/** `problem`: can't be had. `lost`: had stopped by itself, and does not come back. `trying`: is being opened anew. */
export type DeviceState =
  | { readonly is: "trying" }
  | { readonly is: "lost"; readonly problem: DeviceProblem | null }
  | { readonly is: "problem"; readonly problem: DeviceProblem };

/** null: nothing to say. */
export const deviceStateOf = (kind: MediaKind, problems: DeviceProblems, revivals: Revivals): DeviceState | null => {
  const problem = problems[kind] ?? null;
  if (revivals[kind] === "trying") return { is: "trying" };
  if (revivals[kind] === "lost") return { is: "lost", problem };
  return problem && { is: "problem", problem };
};

export const hasTrouble = (problems: DeviceProblems, revivals: Revivals): boolean =>
  mediaKinds.some((kind) => deviceStateOf(kind, problems, revivals) !== null);
