import { OwnMediaButtons } from "./CallControls.js";
import { OwnTile } from "./OwnTile.js";
import type { OwnMedia } from "./use-local-media.js";

/** While nobody else is there yet: one's own picture, and camera and microphone on or off. */
export const OwnDevices = ({ own }: { own: OwnMedia }) => (
  <div class="call-waiting">
    <OwnTile own={own} />
    <div class="call-controls">
      <OwnMediaButtons own={own} />
    </div>
  </div>
);
