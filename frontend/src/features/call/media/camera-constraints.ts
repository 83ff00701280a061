/** What every opening of a camera asks for, all of it `ideal`, so that no camera is refused for being slow or small. The pictures a second are what browsers give anyhow: where nothing is said of them, the
    current lib-jitsi-meet demands fifteen at least when it opens a camera anew (RTCUtils.js, getConstraints). */
export const cameraConstraints = {
  width: { ideal: 1280 },
  height: { ideal: 720 },
  frameRate: { ideal: 30 },
} as const satisfies MediaTrackConstraints;
