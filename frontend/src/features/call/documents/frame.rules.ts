/** The part of a picture that is shown, in parts of its width and height. */
export type Frame = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
export type Corner = "topLeft" | "topRight" | "bottomLeft" | "bottomRight";
export type Point = { readonly x: number; readonly y: number };

export const corners: readonly Corner[] = ["topLeft", "topRight", "bottomLeft", "bottomRight"];
export const newFrame: Frame = { left: 0.1, top: 0.1, right: 0.9, bottom: 0.9 };
/** Less cannot be read, nor its corners be told apart. */
const leastPart = 0.1;

export const pointOf = (frame: Frame, corner: Corner): Point => ({
  x: isLeft(corner) ? frame.left : frame.right,
  y: isTop(corner) ? frame.top : frame.bottom,
});

/** The frame with this corner there, or as near as the picture's edge and the opposite corner allow. */
export const withCorner = (frame: Frame, corner: Corner, { x, y }: Point): Frame => ({
  left: isLeft(corner) ? between(0, x, frame.right - leastPart) : frame.left,
  right: isLeft(corner) ? frame.right : between(frame.left + leastPart, x, 1),
  top: isTop(corner) ? between(0, y, frame.bottom - leastPart) : frame.top,
  bottom: isTop(corner) ? frame.bottom : between(frame.top + leastPart, y, 1),
});

const arrows: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** The frame after a key on a corner: an arrow moves it a little, with Shift a lot; null: not a key of ours. */
export const afterKey = (frame: Frame, corner: Corner, key: string, isFar: boolean): Frame | null => {
  const way = arrows[key];
  if (!way) return null;
  const step = isFar ? 0.1 : 0.02;
  const { x, y } = pointOf(frame, corner);
  return withCorner(frame, corner, { x: x + way.x * step, y: y + way.y * step });
};

/** In whole pixels of a picture of this size. */
export const pixelsOf = (frame: Frame, width: number, height: number) => {
  const [left, top] = [Math.round(frame.left * width), Math.round(frame.top * height)];
  return {
    left,
    top,
    width: Math.max(1, Math.round(frame.right * width) - left),
    height: Math.max(1, Math.round(frame.bottom * height) - top),
  };
};

const isLeft = (corner: Corner) => corner === "topLeft" || corner === "bottomLeft";
const isTop = (corner: Corner) => corner === "topLeft" || corner === "topRight";
const between = (least: number, value: number, most: number) => Math.min(most, Math.max(least, value));
