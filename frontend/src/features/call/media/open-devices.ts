import type { MediaKind } from "../call.js";

/** "" is the browser's own choice; null: use none. */
export type DeviceChoice = { readonly microphone: string | null; readonly camera: string | null };

export type DeviceProblem = "blocked" | "missing" | "busy" | "insecure" | "other";
export type OpenedDevices = {
  /** May be empty. */
  readonly stream: MediaStream;
  readonly problems: Readonly<Partial<Record<MediaKind, DeviceProblem>>>;
};

/** Opens what was chosen, or what of it can be had. Asks the person once; never rejects. */
export const openDevices = async (choice: DeviceChoice): Promise<OpenedDevices> => {
  const wanted = constraintsOf(choice);
  const kinds = (["audio", "video"] as const).filter((kind) => wanted[kind]);
  if (kinds.length === 0) return { stream: new MediaStream(), problems: {} };
  if (!navigator.mediaDevices?.getUserMedia) return failed(kinds, "insecure");
  try {
    return { stream: await navigator.mediaDevices.getUserMedia(wanted), problems: {} };
  } catch (fault) {
    const problem = problemOf(fault);
    // A refusal holds for both; else one of the two may still work.
    return problem === "blocked" || kinds.length === 1 ? failed(kinds, problem) : openEach(wanted);
  }
};

const openEach = async (wanted: MediaStreamConstraints): Promise<OpenedDevices> => {
  const tracks: MediaStreamTrack[] = [];
  const problems: Partial<Record<MediaKind, DeviceProblem>> = {};
  for (const kind of ["audio", "video"] as const)
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
    width: { ideal: 1280 },
    height: { ideal: 720 },
    ...(camera ? { deviceId: { ideal: camera } } : {}),
  },
});

const problems: Readonly<Record<string, DeviceProblem>> = {
  NotAllowedError: "blocked",
  SecurityError: "blocked",
  NotFoundError: "missing",
  OverconstrainedError: "missing",
  NotReadableError: "busy",
  AbortError: "busy",
};

const problemOf = (fault: unknown): DeviceProblem =>
  fault instanceof DOMException ? (problems[fault.name] ?? "other") : "other";

export const stopStream = (stream: MediaStream | null): void => {
  for (const track of stream?.getTracks() ?? []) track.stop();
};
