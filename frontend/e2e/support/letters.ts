import type { Page } from "playwright-core";

interface Noted {
  /** When so many letters stood there first. */
  readonly letters: Record<number, number>;
}
declare const window: Window & Noted;

/** Notes when each letter is typed in one page and drawn in the other; both read the clock of the machine. */
export const watchLetters = async (writer: Page, reader: Page) => {
  await writer.evaluate(() => {
    Object.assign(window, { letters: {} });
    document.addEventListener(
      "input",
      ({ target }) => {
        const { length } = (target as HTMLTextAreaElement).value;
        window.letters[length] ??= performance.timeOrigin + performance.now();
      },
      true,
    );
  });
  await reader.evaluate(() => {
    Object.assign(window, { letters: {} });
    const look = () => {
      const length = document.querySelector("section[aria-labelledby^=live-text] [dir=auto]")?.textContent?.length ?? 0;
      const now = performance.timeOrigin + performance.now();
      for (let seen = length; seen > 0 && !(seen in window.letters); seen--) window.letters[seen] = now;
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  const lettersOf = (page: Page) => page.evaluate(() => window.letters);
  return {
    /** In milliseconds, shortest first. */
    delays: async (): Promise<number[]> => {
      const [typed, seen] = await Promise.all([lettersOf(writer), lettersOf(reader)]);
      return Object.entries(typed)
        .map(([length, at]) => (seen[Number(length)] ?? Number.POSITIVE_INFINITY) - at)
        .sort((one, other) => one - other);
    },
  };
};
