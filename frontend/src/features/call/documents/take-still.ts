import { type Frame, pixelsOf } from "./frame.rules.js";

/** What the camera sees at this moment, as large as it sends it. */
export const takeStill = (video: HTMLVideoElement): HTMLCanvasElement =>
  draw(video, 0, 0, video.videoWidth, video.videoHeight);

/** The framed part, as a JPEG. */
export const cutOut = (still: HTMLCanvasElement, frame: Frame): Promise<Blob> => {
  const { left, top, width, height } = pixelsOf(frame, still.width, still.height);
  const part = draw(still, left, top, width, height);
  return new Promise((resolve, reject) =>
    part.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/jpeg", 0.92),
  );
};

function draw(source: CanvasImageSource, left: number, top: number, width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  canvas.getContext("2d")!.drawImage(source, left, top, width, height, 0, 0, width, height);
  return canvas;
}
