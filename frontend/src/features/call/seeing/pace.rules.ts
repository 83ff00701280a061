/** How much smaller than the camera's a signer's picture is sent, and for how long it has been smooth. */
export interface Pace {
  readonly scale: number;
  readonly smoothRounds: number;
}

export const fullPace: Pace = { scale: 1, smoothRounds: 0 };

const leastFramesPerSecond = 22;
const smallestScale = 4;
const roundsBeforeLarger = 15;

/** Hands must keep moving (20 frames per second at the other side): what comes late is sent smaller at once, and larger again only after it
    has been smooth for long. A camera that is slow itself, as in the dark, does not get faster by being smaller. */
export const nextPace = ({ scale, smoothRounds }: Pace, sentPerSecond: number, cameraPerSecond: number): Pace => {
  const isBehind = sentPerSecond < Math.min(leastFramesPerSecond, cameraPerSecond * 0.85);
  if (isBehind) return { scale: Math.min(scale * 1.5, smallestScale), smoothRounds: 0 };
  if (scale > 1 && smoothRounds >= roundsBeforeLarger) return { scale: Math.max(scale / 1.5, 1), smoothRounds: 0 };
  return { scale, smoothRounds: smoothRounds + 1 };
};
