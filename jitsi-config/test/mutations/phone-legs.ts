import { inModule } from "./mutation.js";

export const inPhoneLegs = inModule("counter_phone.lib.lua", [
  {
    name: "a gateway that does not say so is a telephone",
    find: "return initiator_of(stanza) ~= nil or is_gateway(jid.bare(stanza.attr.from));",
    replace: "return initiator_of(stanza) ~= nil;",
    test: "does not say that it is one",
  },
  {
    name: "a telephone is announced",
    find: '\tif not call then\n\t\ttell_refused(stanza);\n\t\treturn "Nobody announced this call";\n\tend',
    replace: "\tif not call then return nil; end",
    test: "stays outside, and the backend is told",
  },
  {
    name: "a leg that was held is known again",
    find: " or session.counter_legs and session.counter_legs[jid.node(stanza.attr.to)];",
    replace: ";",
    test: "another module holds at the door",
  },
  {
    name: "a telephone is announced for its room",
    find: "or call.room ~= room_name or",
    replace: "or",
    test: "one of another room",
  },
  {
    name: "a telephone that calls in is none of ours",
    find: 'if headers.JigasiCallDirection == "in" then return awaited_in(room_name); end\n',
    replace: "",
    test: "calls in under the name of a call of ours",
  },
  {
    name: "a call has one leg",
    find: "if call.is_over or call.nick or",
    replace: "if call.is_over or",
    test: "stays outside beside the leg of its call",
  },
  {
    name: "a call that is over lets no leg in",
    find: "if call.is_over or call.nick or",
    replace: "if call.nick or",
    test: "when its call was hung up before it came",
  },
  {
    name: "a telephone opens no room",
    find: "or not event.occupant then return",
    replace: "then return",
    test: "opens no room with a call of ours",
  },
  {
    name: "refused telephones are counted",
    find: "\tif not may_tell(refusals_told) then return; end\n",
    replace: "",
    test: "twenty times at once",
  },
  {
    name: "a room that is not told of is not named",
    find: "room = control.is_told_room(room_name) and room_name or nil };\nend\n\n-- What",
    replace: "room = room_name };\nend\n\n-- What",
    test: "opens no room",
  },
  {
    name: "the gateway's name for a leg goes",
    find: "\tnick = true, identity",
    replace: "\tidentity",
    test: "by the backend's word alone, in coming",
  },
  {
    name: "the gateway's identity for a leg goes",
    find: " identity = true,",
    replace: "",
    test: "by the backend's word alone, in coming",
  },
  {
    name: "what holds the number goes",
    find: "or address and tostring(tag):find(address, 1, true) then",
    replace: "then",
    test: "nobody but the gateway learns the number",
  },
  {
    name: "numbers in a status go",
    find: 'function (found)\n\t\treturn select(2, found:gsub("%d", "")) >= 6 and "…" or nil;',
    replace: "function ()\n\t\treturn nil;",
    test: "nobody but the gateway learns the number",
  },
  {
    name: "addresses in a status go",
    find: 'text:gsub("sips?:%S+", "…")',
    replace: "text",
    test: "nobody but the gateway learns the number",
  },
  {
    name: "a status has an end",
    find: "if #masked <= longest_status then return masked; end",
    replace: "if true then return masked; end",
    test: "no more than two hundred letters",
  },
  {
    name: "a status ends with a whole letter",
    find: '(masked:sub(1, longest_status):gsub("[\\192-\\255][\\128-\\191]*$", ""))',
    replace: "masked:sub(1, 199)",
    test: "no more than two hundred letters",
  },
  {
    name: "a leg's changes are dressed",
    find: 'module:hook("muc-occupant-pre-change", dress_again, 50);\n',
    replace: "",
    test: "by the backend's word alone, in coming",
  },
  {
    name: "a leg's leaving is dressed",
    find: 'module:hook("muc-occupant-pre-leave", dress_again, 50);\n',
    replace: "",
    test: "by the backend's word alone, in coming",
  },
  {
    name: "a page is no telephone",
    find: '\tstanza:maptags(function (tag) return tag.name ~= "initiator" and tag or nil; end);\n',
    replace: "",
    test: "plays a telephone is shown as what it is",
  },
  {
    name: "a telephone's changes are paced",
    find: "\tif pause <= 0 then return tell_now(); end",
    replace: "\tif true then return tell_now(); end",
    test: "told of ten times a second",
  },
  {
    name: "a paced change is told in the end",
    find: "\tmodule:add_timer(pause, tell_now);\n",
    replace: "",
    test: "told of ten times a second",
  },
  {
    name: "a leg is known after a reload",
    find: "\tcalls[call.call], legs[occupant.nick], call.nick = call, call, occupant.nick;\n",
    replace:
      "\tif not call.nick then calls[call.call], legs[occupant.nick], call.nick = call, call, occupant.nick; end\n",
    test: "known again after the module was reloaded",
  },
]);
