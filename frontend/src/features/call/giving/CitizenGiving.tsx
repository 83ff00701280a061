import { LazyOnce } from "../../../ui/LazyOnce.js";
import { givingTexts } from "./giving.texts.js";
import type { ShownAndGivenProps } from "./ShownAndGiven.js";

const load = async () => (await import("./ShownAndGiven.js")).ShownAndGiven;

/** Loaded with the first thing that the clerk shows or gives. */
export const CitizenGiving = (props: ShownAndGivenProps) => (
  <LazyOnce
    isWanted={props.page !== null || props.documents.length > 0}
    load={load}
    areas={[givingTexts]}
    props={props}
  />
);
