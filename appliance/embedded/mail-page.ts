// The mail catcher's page. The script builds every element by textContent, so no mail can bring markup into it; a mail's own
// HTML shows only inside a sandboxed frame, served under a policy of its own.

export const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Mail · Balie</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/mail.css">
<script src="/mail.js" defer></script>
</head>
<body>
<header>
  <h1>Mail</h1>
  <p id="count" role="status">Loading…</p>
  <button id="clear" type="button">Delete all</button>
</header>
<main>
  <nav aria-label="Mails"><ol id="list"></ol></nav>
  <article id="mail" tabindex="-1"><p>Balie's mails arrive here instead of at people's addresses. Choose one to read it.</p></article>
</main>
<noscript><p>This page needs JavaScript; the mails themselves are files in .balie/mail.</p></noscript>
</body>
</html>
`;

export const STYLE = `
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: flex; flex-direction: column; font: 1rem/1.5 system-ui, sans-serif; color: #1b1b1b; background: #fff; }
header { display: flex; gap: 1rem; align-items: center; padding: .5rem 1rem; border-bottom: 1px solid #767676; }
h1 { font-size: 1.25rem; margin: 0; } #count { margin: 0 auto 0 0; }
main { flex: 1; display: grid; grid-template-columns: minmax(16rem, 24rem) 1fr; min-height: 0; }
nav { border-right: 1px solid #767676; overflow: auto; } ol { list-style: none; margin: 0; padding: 0; }
nav a { display: block; padding: .5rem 1rem; color: inherit; text-decoration: none; border-bottom: 1px solid #d0d0d0; overflow-wrap: anywhere; }
nav a:hover { background: #f0f4fa; } nav a[aria-current] { background: #dce7f7; border-left: .3rem solid #0b4f9e; }
nav strong, nav span { display: block; } nav span { font-size: .875rem; color: #474747; }
article { padding: 1rem; display: flex; flex-direction: column; gap: .75rem; overflow: auto; overflow-wrap: anywhere; }
article h2 { margin: 0; font-size: 1.125rem; } article:focus { outline: none; }
iframe { flex: 1; min-height: 28rem; width: 100%; border: 1px solid #767676; background: #fff; }
pre { white-space: pre-wrap; margin: 0; font: inherit; } details pre { font: .8125rem/1.5 ui-monospace, monospace; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; margin: 0; } dt { color: #474747; } dd { margin: 0; }
button { font: inherit; padding: .25rem .75rem; } ul { margin: 0; }
:focus-visible { outline: 3px solid #0b4f9e; outline-offset: -3px; }
@media (max-width: 45rem) { main { grid-template-columns: 1fr; } nav { border-right: 0; max-height: 40vh; } }
`;

export const SCRIPT = `
"use strict";
const list = document.getElementById("list");
const mail = document.getElementById("mail");
const count = document.getElementById("count");
let known = "";

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
function openId() { return decodeURIComponent(location.hash.slice(1)); }
function linked(text) {
  return text.split(/(https?:\\/\\/[^\\s<>"]+)/).map((part, index) =>
    index % 2 ? element("a", { href: part, target: "_blank", rel: "noopener noreferrer" }, part) : part);
}

async function refresh() {
  try {
    const response = await fetch("/api/messages", { headers: known ? { "If-None-Match": known } : {} });
    if (response.status === 304) return;
    known = response.headers.get("ETag") ?? "";
    draw(await response.json());
  } catch {
    known = "";
    count.textContent = "Balie does not run at the moment.";
  }
}
function draw(mails) {
  count.textContent = mails.length === 0 ? "No mails yet" : mails.length === 1 ? "1 mail" : mails.length + " mails";
  const drawn = new Map([...list.children].map((row) => [row.dataset.id, row]));
  const rows = mails.map((one) => drawn.get(one.id) ?? rowOf(one));
  const kept = new Set(rows);
  for (const row of [...list.children]) if (!kept.has(row)) row.remove();
  rows.forEach((row, index) => { if (list.children[index] !== row) list.insertBefore(row, list.children[index] ?? null); });
  mark();
}
function rowOf(one) {
  const row = element("li", {}, element("a", { href: "#" + encodeURIComponent(one.id) },
    element("strong", {}, one.subject || "(no subject)"),
    element("span", {}, "to " + (one.to || "nobody")),
    element("span", {}, new Date(one.date).toLocaleString())));
  row.dataset.id = one.id;
  return row;
}
function mark() {
  for (const row of list.children) {
    if (row.dataset.id === openId()) row.firstChild.setAttribute("aria-current", "true");
    else row.firstChild.removeAttribute("aria-current");
  }
}
async function open() {
  mark();
  const id = openId();
  if (!id) return;
  const response = await fetch("/api/messages/" + encodeURIComponent(id));
  if (!response.ok) { mail.replaceChildren(element("p", {}, "This mail is not here any more.")); return; }
  const shown = await response.json();
  const base = "/api/messages/" + encodeURIComponent(id);
  const facts = element("dl", {});
  for (const [name, value] of [["From", shown.from], ["To", shown.to], ["Date", new Date(shown.date).toLocaleString()]]) {
    facts.append(element("dt", {}, name), element("dd", {}, value));
  }
  const parts = [element("h2", {}, shown.subject || "(no subject)"), facts];
  if (shown.attachments.length) {
    parts.push(element("ul", { "aria-label": "Attachments" }, ...shown.attachments.map((one, index) => element("li", {},
      element("a", { href: base + "/attachments/" + index, download: one.name }, one.name),
      " (" + one.type + ", " + one.bytes + " bytes)"))));
  }
  if (shown.hasHtml) {
    parts.push(element("iframe", { src: base + "/html", title: "The mail", referrerpolicy: "no-referrer",
      sandbox: "allow-popups allow-popups-to-escape-sandbox" }));
  }
  parts.push(element("details", shown.hasHtml ? {} : { open: "" }, element("summary", {}, "Text"), element("pre", {}, ...linked(shown.text))));
  parts.push(element("details", {}, element("summary", {}, "Headers"), element("pre", {}, shown.headers)));
  parts.push(element("p", {}, element("a", { href: base + "/raw", download: id + ".eml" }, "Download as .eml")));
  mail.replaceChildren(...parts);
}
document.getElementById("clear").addEventListener("click", async () => {
  await fetch("/api/messages", { method: "DELETE" });
  location.hash = "";
  mail.replaceChildren();
  await refresh();
});
addEventListener("hashchange", open);
refresh().then(open);
setInterval(() => { if (!document.hidden) refresh(); }, 1500);
document.addEventListener("visibilitychange", () => { if (!document.hidden) refresh(); });
`;
