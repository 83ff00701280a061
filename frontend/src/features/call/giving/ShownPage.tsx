import type { PreparedPage } from "@balie/contract/services";
import { useState } from "preact/hooks";
import { useLocalised, useTexts } from "../../../platform/language.js";
import { Button } from "../../../ui/Button.js";
import { keepFocus } from "../../../ui/keep-focus.js";
import { Notice } from "../../../ui/Notice.js";
import { givingTexts } from "./giving.texts.js";

/** Never opens by itself: the citizen presses, and the call goes on in this tab. */
export const ShownPage = ({ page }: { readonly page: PreparedPage | null }) => {
  const t = useTexts(givingTexts);
  const local = useLocalised();
  const [isClosed, setClosed] = useState(false);
  if (!page || isClosed) return null;
  const title = local(page.title);
  const close = () => {
    setClosed(true);
    keepFocus();
  };
  return (
    <>
      <p class="balie-only-heard" role="status">
        {t("page")}: {title}
      </p>
      <Notice kind="info" icon="later">
        <h2 class="call-small-heading">{t("page")}</h2>
        <p class="giving-what">{title}</p>
        <p class="balie-small">{t("pageOn", { host: new URL(page.url).host })}</p>
        <div class="giving-ways">
          <a
            class="utrecht-button utrecht-button--primary-action balie-button-link"
            href={page.url}
            target="_blank"
            rel="noopener noreferrer"
          >
            {t("pageOpen")} <span class="balie-only-heard">: {title}</span>
          </a>
          <Button look="subtle" onClick={close}>
            {t("close")}
          </Button>
        </div>
      </Notice>
    </>
  );
};
