import type { Plugin } from "vite";

/** What every page's HTML has, around what each page's own file says: its title, its script, whether it may be found. */
export const frame = (): Plugin => ({
  name: "balie-frame",
  transformIndexHtml: {
    order: "pre",
    handler: (html) =>
      html.replace("<head>", () => `<head>${head}`).replace("<body></body>", () => `<body>${body}</body>`),
  },
});

const head = `
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="referrer" content="no-referrer" />
    <meta name="format-detection" content="telephone=no" />
    <link rel="icon" href="/theme/icon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/theme/municipality.css" />`;

const body = `
    <div id="app"></div>
    <noscript>
      <p lang="nl">Deze pagina heeft JavaScript nodig. Zet JavaScript aan, of bel of bezoek uw gemeente.</p>
      <p lang="fr">Cette page a besoin de JavaScript. Activez JavaScript, ou contactez votre commune par téléphone.</p>
      <p lang="de">Diese Seite braucht JavaScript. Schalten Sie JavaScript ein oder rufen Sie Ihre Gemeinde an.</p>
      <p lang="en">This page needs JavaScript. Turn on JavaScript, or call or visit your municipality.</p>
    </noscript>
  `;
