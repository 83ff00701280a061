import type { MediaKind } from "../call.js";
import { cameraConstraints } from "./camera-constraints.js";
import { type DeviceProblem, problemOf } from "./device-problem.rules.js";
import { permissionOf } from "./permission.js";

/** "" is the browser's own choice; null: use none. */
export type DeviceChoice = { readonly microphone: string | null; readonly camera: string | null };

export type DeviceProblems = Readonly<Partial<Record<MediaKind, DeviceProblem>>>;
export type OpenedDevices = {
  /** May be empty. */
  readonly stream: MediaStream;
  readonly problems: DeviceProblems;
};

const both = ["audio", "video"] as const;

/** Opens what was chosen, or what of it can be had. Asks the person once; never rejects. */
export const openDevices = async (choice: DeviceChoice): Promise<OpenedDevices> => {
  const wanted = constraintsOf(choice);
  const kinds = both.filter((kind) => wanted[kind]);
  if (kinds.length === 0) return { stream: new MediaStream(), problems: {} };
  if (!navigator.mediaDevices?.getUserMedia) return failed(kinds, "insecure");
  try {
    return { stream: await navigator.mediaDevices.getUserMedia(wanted), problems: {} };
  } catch (fault) {
    const problem = problemOf(fault);
    if (kinds.length === 1) return failed(kinds, problem);
    return problem === "blocked" || problem === "system" ? openAllowed(wanted, problem) : openEach(wanted, kinds);
  }
};

/** A refusal of both may be meant for one; but nobody is asked twice. */
const openAllowed = async (wanted: MediaStreamConstraints, problem: DeviceProblem): Promise<OpenedDevices> => {
  const states = await Promise.all(both.map(async (kind) => (await permissionOf(kind))?.state));
  const allowed = both.filter((_, index) => states[index] === "granted");
  const opened = await openEach(wanted, allowed);
  const refused = failed(
    both.filter((kind) => !allowed.includes(kind)),
    problem,
  );
  return { ...opened, problems: { ...refused.problems, ...opened.problems } };
};

const openEach = async (wanted: MediaStreamConstraints, kinds: readonly MediaKind[]): Promise<OpenedDevices> => {
  const tracks: MediaStreamTrack[] = [];
  const problems: Partial<Record<MediaKind, DeviceProblem>> = {};
  for (const kind of kinds)
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ [kind]: wanted[kind] });
      tracks.push(...stream.getTracks());
    } catch (fault) {
      problems[kind] = problemOf(fault);
    }
  return { stream: new MediaStream(tracks), problems };
};

const failed = (kinds: readonly MediaKind[], problem: DeviceProblem): OpenedDevices => ({
  stream: new MediaStream(),
  problems: Object.fromEntries(kinds.map((kind) => [kind, problem])),
});

/** Wishes, not demands: a chosen device that is gone gives way to another one. */
const constraintsOf = ({ microphone, camera }: DeviceChoice): MediaStreamConstraints => ({
  audio: microphone !== null && (microphone ? { deviceId: { ideal: microphone } } : true),
  video: camera !== null && {
    ...cameraConstraints,
    ...(camera ? { deviceId: { ideal: camera } } : {}),
  },
});

export const stopStream = (stream: MediaStream | null): void => {
  for (const track of stream?.getTracks() ?? []) track.stop();
};
