import { Lazy } from "../../../ui/Lazy.js";
import type { CallState } from "../call.state.js";
import { InterpreterNotices } from "../interpreting/InterpreterNotices.js";
import { PhoneTile, type PhoneTileProps } from "../interpreting/PhoneTile.js";
import { usePinnedSigner } from "../interpreting/use-pinned-signer.js";
import type { Seeing } from "../seeing/use-seeing.js";
import { guestsTexts } from "./guests.texts.js";
import { WritingOnly } from "./WritingOnly.js";

/** The texts are loaded from here: the page of a call between two does not even know where they are. */
const areas = [guestsTexts];
const loadNotices = async () => Notices;
const loadTile = async () => PhoneTile;

interface NewsProps {
  readonly state: CallState;
  readonly seeing: Seeing;
}

export const News = (props: NewsProps) => <Lazy isExtra load={loadNotices} areas={areas} props={props} />;
export const Tile = (props: PhoneTileProps) => <Lazy load={loadTile} areas={areas} props={props} />;

const Notices = ({ state, seeing }: NewsProps) => {
  usePinnedSigner(state, seeing);
  return (
    <>
      <WritingOnly {...state} />
      <InterpreterNotices {...state} />
    </>
  );
};
