import { useEffect } from "preact/hooks";
import { LazyOnce } from "../../../ui/LazyOnce.js";
import { bringLater } from "../at-hand.js";
import type { ComingProps } from "./ComingNotices.js";

const load = async () => (await import("./ComingNotices.js")).ComingNotices;

/** Most calls are between two: what tells of others comes with the first of them. */
export const Coming = (props: ComingProps) => {
  useEffect(() => bringLater(load), []);
  return (
    <div role="status">
      <LazyOnce isExtra isWanted={props.roster.length > 2} load={load} props={props} />
    </div>
  );
};
