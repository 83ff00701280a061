import "@utrecht/link-css/dist/index.css";
import "@utrecht/skip-link-css/dist/index.css";
import "./theme.css";
import "./page.css";
import type { ComponentChildren } from "preact";
import { useTexts } from "../platform/language.js";
import { useMunicipality } from "../platform/municipality.js";
import { LanguageSwitcher } from "./LanguageSwitcher.js";
import { uiTexts } from "./texts.js";

interface PageProps {
  /** The call and the console use the whole width. */
  readonly isWide?: boolean;
  readonly children: ComponentChildren;
}

export const Page = ({ isWide, children }: PageProps) => {
  const t = useTexts(uiTexts);
  const municipality = useMunicipality();
  const { name = "", phone = null } = municipality.state === "loaded" ? municipality.value : {};
  return (
    <>
      {/* biome-ignore lint/a11y/useValidAnchor: it does lead to the content, only without an entry in the history. */}
      <a class="utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#content" onClick={skip}>
        {t("skipToContent")}
      </a>
      <header class="balie-header">
        <div class="balie-header-inside">
          <a class="balie-brand" href="/">
            <span class="balie-logo" aria-hidden="true" />
            <span>
              <strong>{name}</strong> <span class="balie-product">{t("productName")}</span>
            </span>
          </a>
          <LanguageSwitcher />
        </div>
      </header>
      <main id="content" class={isWide ? "balie-main balie-main--wide" : "balie-main"} tabIndex={-1}>
        {children}
      </main>
      <footer class="balie-footer">
        {phone && (
          <p>
            {t("needHelp", { municipality: name })} <PhoneLink phone={phone} />
          </p>
        )}
      </footer>
    </>
  );
};

/** Without an entry in the history, which belongs to the steps of a page. */
function skip(event: Event): void {
  event.preventDefault();
  document.getElementById("content")?.focus();
}

export const PhoneLink = ({ phone }: { phone: string }) => (
  <a class="utrecht-link" href={`tel:${phone.replace(/[^+\d]/g, "")}`}>
    {phone}
  </a>
);
