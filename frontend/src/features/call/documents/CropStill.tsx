import { useEffect, useRef } from "preact/hooks";
import { useTexts } from "../../../platform/language.js";
import { documentTexts } from "./documents.texts.js";
import { afterKey, type Corner, corners, type Frame, pointOf, withCorner } from "./frame.rules.js";

interface CropStillProps {
  readonly still: HTMLCanvasElement;
  readonly frame: Frame;
  readonly onChange: (frame: Frame) => void;
}

const names = {
  topLeft: "cornerTopLeft",
  topRight: "cornerTopRight",
  bottomLeft: "cornerBottomLeft",
  bottomRight: "cornerBottomRight",
} as const satisfies Record<Corner, string>;
const percent = (part: number) => `${part * 100}%`;

/** A still with a frame whose four corners are dragged, or moved by arrows. */
export const CropStill = ({ still, frame, onChange }: CropStillProps) => {
  const t = useTexts(documentTexts);
  const box = useRef<HTMLDivElement>(null);
  const picture = useRef<HTMLDivElement>(null);
  useEffect(() => {
    picture.current?.prepend(still);
  }, [still]);
  const drag = (event: PointerEvent, corner: Corner) => {
    const area = box.current?.getBoundingClientRect();
    if (!area || !(event.currentTarget as Element).hasPointerCapture(event.pointerId)) return;
    const at = { x: (event.clientX - area.left) / area.width, y: (event.clientY - area.top) / area.height };
    onChange(withCorner(frame, corner, at));
  };
  const size = {
    width: Math.round((frame.right - frame.left) * 100),
    height: Math.round((frame.bottom - frame.top) * 100),
  };
  return (
    <>
      <div class="document-crop" ref={box}>
        <div class="document-still" ref={picture} role="img" aria-label={t("cropPicture")}>
          <div
            class="document-frame"
            style={{
              left: percent(frame.left),
              top: percent(frame.top),
              right: percent(1 - frame.right),
              bottom: percent(1 - frame.bottom),
            }}
          />
        </div>
        {corners.map((corner) => {
          const { x, y } = pointOf(frame, corner);
          return (
            <button
              key={corner}
              type="button"
              class="document-corner"
              style={{ left: percent(x), top: percent(y) }}
              aria-label={t(names[corner])}
              aria-describedby="crop-size"
              onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
              onPointerMove={(event) => drag(event, corner)}
              onKeyDown={(event) => {
                const next = afterKey(frame, corner, event.key, event.shiftKey);
                if (!next) return;
                event.preventDefault();
                onChange(next);
              }}
            />
          );
        })}
      </div>
      <p id="crop-size" class="balie-small" role="status">
        {t("frameSize", size)}
      </p>
    </>
  );
};
