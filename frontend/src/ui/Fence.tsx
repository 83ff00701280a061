import type { ComponentChildren } from "preact";
import { useErrorBoundary, useRef } from "preact/hooks";
import { Failure } from "./Failure.js";

/** Keeps a fault while drawing to the part that it is in: there it is told, and drawn anew on a click; the rest of the page goes on. A fault that comes back asks for a fresh page. */
export const Fence = ({ children }: { children: ComponentChildren }) => {
  const [fault, forget] = useErrorBoundary();
  const hasTried = useRef(false);
  if (fault === undefined) return <>{children}</>;
  const again = () => {
    if (hasTried.current) return location.reload();
    hasTried.current = true;
    forget();
  };
  return <Failure error={fault} onRetry={again} />;
};
