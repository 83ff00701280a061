import { inModule } from "./mutation.js";

export const inJson = inModule("counter_json.lib.lua", [
  {
    name: "a word that is no plain one is quoted with care",
    find: `if text:find('[%c"\\\\]') then return quote_with_care(text); end`,
    replace: "",
    test: "who joined under a name that is no plain word",
  },
]);
