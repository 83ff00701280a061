import "./easy.css";
import { useEffect } from "preact/hooks";
import { useEasyMode } from "../../platform/easy-mode.js";
import { useTexts } from "../../platform/language.js";
import { Button } from "../Button.js";
import { keepFocus } from "../keep-focus.js";
import { easyTexts } from "./easy.texts.js";
import { onScreenChange } from "./on-screen-change.js";
import { ReadAloud } from "./ReadAloud.js";

/** On top of every easy screen: hearing it, seeing more of it, and the way back to the ordinary one. */
export const EasyBar = () => {
  const t = useTexts(easyTexts);
  const { showsMore, showMore, choose } = useEasyMode();
  useEffect(() => onScreenChange(() => showMore(false)), []);
  const leave = () => {
    choose(false);
    keepFocus();
  };
  return (
    <section class="easy-bar" aria-label={t("bar")}>
      <ReadAloud />
      <Button onClick={() => showMore(!showsMore)}>{t(showsMore ? "less" : "more")}</Button>
      {showsMore && <Button onClick={leave}>{t("off")}</Button>}
    </section>
  );
};
