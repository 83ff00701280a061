import { useEffect, useRef, useState } from "preact/hooks";
import { useDeviceList } from "../media/device-list.js";

/** `gone`: the chosen speaker was unplugged. `back`: it is there again, under this name. */
export type SpeakerNews = { readonly kind: "gone" } | { readonly kind: "back"; readonly name: string };

/** The chosen speaker while it is plugged in, else the browser's own choice. */
export const useSpeaker = (chosen: string): { readonly speaker: string; readonly news: SpeakerNews | null } => {
  const { speakers } = useDeviceList(true);
  const [news, setNews] = useState<SpeakerNews | null>(null);
  const there = speakers.find(({ id }) => id === chosen);
  const wasThere = useRef<string | null>(null);
  const isThere = there !== undefined;
  useEffect(() => {
    const wasHeard = wasThere.current === chosen;
    if (isThere) wasThere.current = chosen;
    if (!chosen || (!isThere && !wasHeard)) return setNews(null);
    if (!isThere) return setNews({ kind: "gone" });
    setNews((before) => (before && wasHeard ? { kind: "back", name: there.label } : null));
  }, [chosen, isThere]);
  return { speaker: isThere ? chosen : "", news };
};
