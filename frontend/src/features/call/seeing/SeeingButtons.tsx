import { useState } from "preact/hooks";
import { useTexts } from "../../../platform/language.js";
import { Button } from "../../../ui/Button.js";
import { Lazy } from "../../../ui/Lazy.js";
import { CallIcon } from "../CallIcon.js";
import { seeingTexts } from "./seeing.texts.js";
import type { Seeing } from "./use-seeing.js";

const loadPanel = async () => (await import("./LookPanel.js")).LookPanel;

/** Sharing a screen, and how to look at the call. */
export const SeeingButtons = ({ seeing }: { seeing: Seeing }) => {
  const s = useTexts(seeingTexts);
  const [isOpen, setOpen] = useState(false);
  const { sharing } = seeing;
  return (
    <>
      {sharing.isPossible && (
        <Button class="call-control" isBusy={sharing.isBusy} onClick={() => void sharing.toggle()}>
          <CallIcon name={sharing.isOn ? "screenOff" : "screen"} />
          <span>{s(sharing.isOn ? "shareStop" : "share")}</span>
        </Button>
      )}
      <Button class="call-control" onClick={() => setOpen(!isOpen)}>
        <CallIcon name="look" />
        <span>{s(isOpen ? "lookClose" : "lookOpen")}</span>
      </Button>
      {isOpen && (
        <div class="seeing-panel">
          <Lazy load={loadPanel} props={{ seeing }} />
        </div>
      )}
    </>
  );
};
