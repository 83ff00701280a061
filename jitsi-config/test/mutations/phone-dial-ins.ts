import { inModule } from "./mutation.js";

export const inPhoneDialIns = inModule("counter_phone.lib.lua", [
  {
    name: "a telephone that dials in is expected",
    find: 'if headers.JigasiCallDirection == "in" then return awaited_in(room_name); end',
    replace:
      'if headers.JigasiCallDirection == "in" then return awaited_in(room_name) or { room = room_name, user = { id = "x", name = "x", role = "x" }, call = "x" }; end',
    test: "the next one stays outside",
  },
  {
    name: "a telephone that dials in is expected in that room",
    find: "if call.room == room_name and is_awaited(call) and",
    replace: "if is_awaited(call) and",
    test: "unasked, and stays outside",
  },
  {
    name: "a telephone is expected for so long",
    find: "and now() < call.expected_until;",
    replace: ";",
    test: "too late, and stays outside",
  },
  {
    name: "what is expected once is over",
    find: "return call.expected_until ~= nil and not call.nick and not call.is_over",
    replace: "return call.expected_until ~= nil and not call.nick",
    test: "whom the backend has taken back",
  },
  {
    name: "one telephone for one expectation",
    find: "return call.expected_until ~= nil and not call.nick and",
    replace: "return call.expected_until ~= nil and",
    test: "the next one stays outside",
  },
  {
    name: "the first expected is the first",
    find: "call.expected_since < first.expected_since",
    replace: "call.expected_since > first.expected_since",
    test: "two after each other",
  },
  {
    name: "who dials in cannot come as a dial of ours",
    find: "or call.room ~= room_name or not call.to then",
    replace: "or call.room ~= room_name then",
    test: "unasked, and stays outside",
  },
  {
    name: "nobody is expected in a room that is not there",
    find: '\tif not control.live_room(room_name) then return reply(409, { error = "room_unknown" }); end\n\tcalls[call.call] = call;\n\treturn call.answer;\n',
    replace: "\tcalls[call.call] = call;\n\treturn call.answer;\n",
    test: "opens no room, neither expected",
  },
  {
    name: "an expectation that is over is not begun anew",
    find: "\t\tgive_up(calls[call.call]);\n",
    replace: "",
    test: "too late, and stays outside",
  },
  {
    name: "an expectation has an end",
    find: "not (seconds >= 1 and seconds <= longest_wait)",
    replace: "not (seconds >= 1)",
    test: "a wrong word or secret",
  },
  {
    name: "the direction of a call is told",
    find: 'return call.to and "out" or "in"',
    replace: 'return "out"',
    test: "who is expected, and is told of",
  },
]);
