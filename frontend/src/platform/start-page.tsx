import type { ComponentChild } from "preact";
import { render } from "preact";
import { type Area, LanguageProvider, loadAreas, preferredLanguage } from "./language.js";

/** Draws the page once its texts are there, so that nobody sees another language first. */
// biome-ignore lint/suspicious/noExplicitAny: areas of every kind of texts.
export const startPage = async (areas: readonly Area<any>[], page: () => ComponentChild): Promise<void> => {
  const root = document.getElementById("app")!;
  const language = preferredLanguage();
  document.documentElement.lang = language;
  try {
    await loadAreas(areas, language);
  } catch (error) {
    root.append(failure());
    throw error;
  }
  render(<LanguageProvider initial={language}>{page()}</LanguageProvider>, root);
};

/** The texts themselves did not come: these sentences cannot be in the catalogue. */
function failure(): HTMLElement {
  const paragraph = document.createElement("p");
  paragraph.setAttribute("role", "alert");
  paragraph.className = "balie-start-failure";
  paragraph.textContent =
    "De pagina kon niet laden. Probeer opnieuw. · La page n’a pas pu se charger. Réessayez. · " +
    "Die Seite konnte nicht laden. Versuchen Sie es noch einmal. · The page could not load. Please try again.";
  return paragraph;
}
