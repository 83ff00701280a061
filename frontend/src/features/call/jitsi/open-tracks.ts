import type { MediaKind } from "../call.js";
import { cameraConstraints } from "../media/camera-constraints.js";
import type { Library, LocalTrack } from "./lib-jitsi-meet.js";

/** A device's number as the library takes it; left out: the browser's own choice. */
type DeviceId = string | { readonly exact: string } | undefined;

/** Opens devices by the library itself. Rejects with its JitsiTrackError when one of them can't be had. */
export const openTracks = (
  library: Library,
  kinds: readonly MediaKind[],
  { microphone, camera }: { readonly microphone: DeviceId; readonly camera: DeviceId },
): Promise<LocalTrack[]> =>
  library.createLocalTracks({
    devices: kinds,
    constraints: { video: cameraConstraints },
    micDeviceId: microphone,
    cameraDeviceId: camera,
  });
