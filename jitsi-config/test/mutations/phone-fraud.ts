import { inModule } from "./mutation.js";

export const inPhoneFraud = inModule("counter_phone.lib.lua", [
  {
    name: "clients' dials are refused",
    find: 'if session.type ~= "c2s" or not request or request.attr.xmlns ~= rayo then return; end',
    replace: "if true then return; end",
    test: "a clerk who tries is refused",
  },
  {
    name: "all of Rayo is refused",
    find: "request.attr.xmlns ~= rayo then",
    replace: 'request.attr.xmlns ~= rayo or request.name ~= "dial" then',
    test: "presses the keys of a call",
  },
  {
    name: "a gateway may answer",
    find: '\tif stanza.attr.type ~= "set" and stanza.attr.type ~= "get" then return; end -- a gateway\'s answer\n',
    replace: "",
    test: "is told of the leg as of anybody",
  },
  {
    name: "refused dials are told",
    find: 'if request.name == "dial" then tell_dial(session, stanza.attr.to); end',
    replace: "",
    test: "a citizen who tries is refused and recorded",
  },
  {
    name: "refused dials are counted",
    find: "if not may_tell(dials_told[session]) or",
    replace: "if",
    test: "two thousand tries are told of six times",
  },
  {
    name: "dials to a full address are refused",
    find: 'for _, target in ipairs { "full", "bare", "host" } do',
    replace: 'for _, target in ipairs { "bare", "host" } do',
    test: "a citizen who tries is refused",
  },
  {
    name: "dials to a bare address are refused",
    find: 'for _, target in ipairs { "full", "bare", "host" } do',
    replace: 'for _, target in ipairs { "full", "host" } do',
    test: "a citizen who tries is refused",
  },
  {
    name: "dials to a host address are refused",
    find: 'for _, target in ipairs { "full", "bare", "host" } do',
    replace: 'for _, target in ipairs { "full", "bare" } do',
    test: "a citizen who tries is refused",
  },
]);
