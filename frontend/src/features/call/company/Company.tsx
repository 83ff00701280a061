import { LazyOnce } from "../../../ui/LazyOnce.js";
import type { CallState } from "../call.state.js";
import type { Seeing } from "../seeing/use-seeing.js";

const loadNews = async () => (await import("./company-parts.js")).News;
export const loadPhoneTile = async () => (await import("./company-parts.js")).Tile;

/** Most calls are between two: what tells of others comes with the first of them. */
export const Company = ({ state, seeing }: { state: CallState; seeing: Seeing }) => (
  <div role="status">
    <LazyOnce isExtra isWanted={state.roster.length > 2} load={loadNews} props={{ state, seeing }} />
  </div>
);
