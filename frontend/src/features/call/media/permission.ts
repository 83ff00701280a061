import type { MediaKind } from "../call.js";

const names = { audio: "microphone", video: "camera" } as const;

/** What the browser remembers of this page and such a device; null where it does not tell. Its `change` event says that the person thought better of it. */
export const permissionOf = async (kind: MediaKind): Promise<PermissionStatus | null> => {
  try {
    return await navigator.permissions.query({ name: names[kind] as PermissionName });
  } catch {
    return null;
  }
};
