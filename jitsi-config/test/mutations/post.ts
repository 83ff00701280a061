import { inModule } from "./mutation.js";

export const inPost = inModule("counter_post.lib.lua", [
  {
    name: "the connection is kept",
    find: "if open then write(); else dial(); end",
    replace: "open = nil; dial();",
    test: "over one connection, and over a new one",
  },
  {
    name: "a kept connection that ends is no failure",
    find: "if asked.is_repeatable then asked.is_repeatable = false; return dial(); end",
    replace: "",
    test: "again at once when the connection that was kept ends",
  },
  {
    name: "what ends twice is a failure",
    find: "if asked.is_repeatable then asked.is_repeatable = false; return dial(); end",
    replace: "if asked then return dial(); end",
    test: "again at once when the connection that was kept ends",
  },
  {
    name: "an unreachable backend is a failure",
    find: "function listener.onfail() settle(0); end",
    replace: "function listener.onfail() end",
    test: "later when it was away, with nothing lost",
  },
]);
