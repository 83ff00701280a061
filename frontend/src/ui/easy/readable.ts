const blocks = "h1, h2, h3, p, li, dt, dd, legend, label, summary, button, a.utrecht-button";
const unread = ".easy-bar, .easy-read, .balie-only-heard, [aria-hidden=true]";

/** What can be seen of a screen, in its order, piece by piece; a button by what it is called. */
export const readableIn = (screen: HTMLElement, nameButton: (name: string) => string): readonly string[] =>
  [...screen.querySelectorAll<HTMLElement>(blocks)]
    .filter((each) => each.checkVisibility() && !each.closest(unread) && !each.querySelector(blocks))
    .map((each) => ({ each, text: (each.textContent ?? "").replace(/\s+/g, " ").trim() }))
    .filter(({ text }) => text !== "")
    .map(({ each, text }) => (each.matches("button, a") ? nameButton(text) : text));
