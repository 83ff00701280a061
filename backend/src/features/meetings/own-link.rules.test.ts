import { expect } from "chai";
import { isHeld } from "./own-link.rules.js";

const now = new Date("2026-11-23T09:00:00Z");
const seen = (secondsAgo: number) => new Date(now.getTime() - secondsAgo * 1_000);

describe("somebody's own link", () => {
  const cases: [string, Parameters<typeof isHeld>[0], boolean][] = [
    ["is free before anybody came", { state: "invited", seenAt: null }, false],
    ["is held while its page waits", { state: "waiting", seenAt: seen(59) }, true],
    ["is free when that page fell silent", { state: "waiting", seenAt: seen(60) }, false],
    ["is free when that page was closed", { state: "waiting", seenAt: null }, false],
    ["is free when they went away", { state: "left", seenAt: null }, false],
    ["stays held by whom the clerk let in, page or no page", { state: "admitted", seenAt: null }, true],
  ];
  for (const [title, link, expected] of cases) it(title, () => expect(isHeld(link, now)).to.equal(expected));
});
