import type { Language } from "@balie/contract/locales/languages";
import { Html, html, lines } from "./html.js";

/** A piece of a letter. The plain and the HTML version are drawn from the same pieces, so they say the same. */
export type Piece =
  | { piece: "heading" | "paragraph" | "important"; text: string }
  | { piece: "facts"; facts: { label: string; value: string }[] }
  | { piece: "list"; entries: string[] }
  | { piece: "button"; label: string; url: string; hint: string }
  /** Web addresses, shown in full. */
  | { piece: "links"; urls: string[] };

export type Letter = { language: Language; subject: string; pieces: Piece[] };

export const renderText = ({ pieces }: Letter): string => `${pieces.map(textOf).join("\n\n")}\n`;

function textOf(piece: Piece): string {
  switch (piece.piece) {
    case "facts":
      return piece.facts.map(({ label, value }) => `${label}: ${value}`).join("\n");
    case "list":
      return piece.entries.map((entry) => `- ${entry}`).join("\n");
    case "button":
      return `${piece.label}:\n${piece.url}`;
    case "links":
      return piece.urls.join("\n");
    default:
      return piece.text;
  }
}

/** No images, nothing remote, nothing that tracks. Text and ground keep the reader's own colours, light or dark; up to 600 px wide, and it
    reads at 360. Styles stand on the elements, as many mail programs drop style sheets. */
export function renderHtml({ language, subject, pieces }: Letter): string {
  return html`<!doctype html>
<html lang="${language}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${subject}</title>
</head>
<body style="margin:0;padding:0">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:24px 16px">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px"><tr>
<td align="left" style="font-family:Arial,Helvetica,sans-serif;font-size:17px;line-height:1.5;overflow-wrap:anywhere">
${pieces.map(htmlOf)}</td>
</tr></table>
</td></tr></table>
</body>
</html>
`.markup;
}

function htmlOf(piece: Piece): Html {
  switch (piece.piece) {
    case "heading":
      return html`<h2 style="margin:28px 0 8px;font-size:19px">${piece.text}</h2>\n`;
    case "important":
      return html`<p style="margin:0 0 16px;font-size:19px;font-weight:bold">${piece.text}</p>\n`;
    case "paragraph":
      return html`<p style="margin:0 0 16px">${lines(piece.text)}</p>\n`;
    case "facts":
      return html`<p style="margin:0 0 16px;padding-left:12px;border-left:4px solid #3b82b5">${factLines(piece.facts)}</p>\n`;
    case "list":
      return html`<ul style="margin:0 0 16px;padding-left:24px">${piece.entries.map((entry) => html`<li>${entry}</li>`)}</ul>\n`;
    case "button":
      return html`<p style="margin:24px 0 8px"><a href="${webAddress(piece.url)}" style="display:inline-block;padding:12px 24px;background-color:#005b96;color:#ffffff;font-weight:bold;text-decoration:none;border-radius:4px">${piece.label}</a></p>
<p style="margin:0 0 16px;font-size:15px">${piece.hint}<br>${webLink(piece.url)}</p>\n`;
    case "links":
      return html`<ul style="margin:0 0 16px;padding-left:24px">${piece.urls.map((url) => html`<li>${webLink(url)}</li>`)}</ul>\n`;
  }
}

const factLines = (facts: { label: string; value: string }[]): Html[] =>
  facts.map(
    ({ label, value }, index) => html`${index > 0 ? new Html("<br>\n") : null}<strong>${label}:</strong> ${value}`,
  );

const webLink = (url: string): Html => html`<a href="${webAddress(url)}" style="word-break:break-all">${url}</a>`;

/** @throws for anything but http and https: a link in our mail opens a page, and nothing else. */
function webAddress(url: string): string {
  if (!/^https?:\/\//i.test(url)) throw new Error("A link in a mail has to be a web address.");
  return url;
}
