/** Markup that is safe as it stands: only `html` makes it. */
export class Html {
  constructor(readonly markup: string) {}
}

type Value = string | number | Html | readonly Html[] | null;

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character]!);

function toMarkup(value: Value): string {
  if (value === null) return "";
  if (value instanceof Html) return value.markup;
  if (typeof value === "string" || typeof value === "number") return escaped(String(value));
  return value.map((part) => part.markup).join("");
}

/** Markup from a template: whatever is filled in is escaped, for text and quoted attributes alike, unless it is markup itself. null is
    nothing. An address in an attribute needs a check of its scheme besides. */
export const html = (strings: TemplateStringsArray, ...values: Value[]): Html =>
  new Html(strings.reduce((markup, string, index) => `${markup}${toMarkup(values[index - 1] ?? null)}${string}`));

/** A person's own text, with its line breaks. */
export const lines = (text: string): Html =>
  new Html(
    text
      .split(/\r\n|\r|\n/)
      .map((line) => escaped(line))
      .join("<br>\n"),
  );
