import { type ComponentChildren, createContext } from "preact";
import { useContext, useLayoutEffect, useState } from "preact/hooks";
import { browserShelf } from "./storage.js";

export interface EasyMode {
  readonly isEasy: boolean;
  /** What this screen is not about shows as well. */
  readonly showsMore: boolean;
  /** On a computer that many people use one after another. */
  readonly isKiosk: boolean;
  readonly choose: (isEasy: boolean) => void;
  readonly showMore: (showsMore: boolean) => void;
}

/** Pages without the switch, such as the console. */
const never: EasyMode = {
  isEasy: false,
  showsMore: false,
  isKiosk: false,
  choose: () => undefined,
  showMore: () => undefined,
};
const Context = createContext(never);

export const useEasyMode = (): EasyMode => useContext(Context);

const choice = browserShelf<boolean>("easy");

/** `isKiosk`: easy from the start, whatever this browser remembers. */
export const EasyModeProvider = ({ isKiosk = false, children }: { isKiosk?: boolean; children: ComponentChildren }) => {
  const [isEasy, setEasy] = useState(() => firstChoice() || isKiosk);
  const [showsMore, showMore] = useState(false);
  const choose = (wish: boolean) => {
    choice.write(wish);
    setEasy(wish);
    showMore(false);
  };
  useLayoutEffect(() => {
    if (isEasy) document.documentElement.dataset["easy"] = showsMore ? "more" : "less";
    else document.documentElement.removeAttribute("data-easy");
  }, [isEasy, showsMore]);
  return <Context.Provider value={{ isEasy, showsMore, isKiosk, choose, showMore }}>{children}</Context.Provider>;
};

/** ?easy in the link, else what was chosen before. The link's word is kept and leaves the address: switched off, it stays off at the next load. */
const firstChoice = (): boolean => {
  const address = new URL(location.href);
  if (!address.searchParams.has("easy")) return choice.read() === true;
  address.searchParams.delete("easy");
  history.replaceState(history.state, "", address);
  choice.write(true);
  return true;
};
