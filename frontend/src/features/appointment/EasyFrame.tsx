import type { ComponentChildren } from "preact";
import { EasyModeProvider, useEasyMode } from "../../platform/easy-mode.js";
import { useTexts } from "../../platform/language.js";
import { Button } from "../../ui/Button.js";
import { easyTexts } from "../../ui/easy/easy.texts.js";
import { keepFocus } from "../../ui/keep-focus.js";
import { Lazy } from "../../ui/Lazy.js";
import { appointmentTexts } from "./appointment.texts.js";

const loadBar = async () => (await import("../../ui/easy/EasyBar.js")).EasyBar;

/** The same page, easy or ordinary. What it holds stays the same through the switch, so that no call is lost by it. */
export const EasyFrame = ({ isKiosk, children }: { isKiosk?: boolean; children: ComponentChildren }) => (
  <EasyModeProvider isKiosk={isKiosk ?? false}>
    <EasyTop />
    {children}
  </EasyModeProvider>
);

const EasyTop = () => {
  const t = useTexts(appointmentTexts);
  const { isEasy, choose } = useEasyMode();
  if (isEasy) return <Lazy load={loadBar} areas={[easyTexts]} props={{}} />;
  return (
    <div class="balie-easy-switch">
      <Button
        onClick={() => {
          choose(true);
          keepFocus();
        }}
      >
        {t("easyScreen")}
      </Button>
    </div>
  );
};
