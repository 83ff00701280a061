import { inModule } from "./mutation.js";

export const inControlBoot = inModule("mod_counter_control.lua", [
  {
    name: "an ended room is not opened again by a dial",
    find: "if refusal_of(room_name) then return nil; end",
    replace: "",
    test: "no room that was ended",
  },
  {
    name: "the secret is long",
    find: 'assert(#secret >= 32, "counter_control_secret must have 32 characters or more");',
    replace: "",
    test: "does not load the module with a short secret",
  },
  {
    name: "the webhook is an address",
    find: 'assert(webhook:match("^https?://[^/]"), "counter_control_webhook must be an http or https address");',
    replace: "",
    test: "does not load the module with a webhook that is no address",
  },
  {
    name: "closed is closed",
    find: 'if not events.is_open() then return "wait"',
    replace: 'if false then return "wait"',
    test: "lets nobody in before",
  },
  {
    name: "only 200 opens",
    find: "local answer = code == 200 and parse_boot_answer(body);",
    replace: "local answer = parse_boot_answer(body);",
    test: 'asks again when it is answered {"status":201',
  },
  {
    name: "an empty answer does not open",
    find: 'type(answer) ~= "table" or type(answer.refused) ~= "table" or type(answer.ended) ~= "table"',
    replace: 'type(answer) ~= "table"',
    test: 'asks again when it is answered {"status":200}',
  },
  {
    name: "an answer without ended rooms does not open",
    find: ' or type(answer.ended) ~= "table" then',
    replace: " then answer.ended = answer.ended or {}; end if false then",
    test: '{"status":200,"body":{"refused":[]}}',
  },
  {
    name: "a refusal names its user",
    find: "if not room_name or not is_filled(refusal.user) then return nil; end",
    replace: 'refusal.user = refusal.user or "";',
    test: '{"refused":[{"room":"room"}]',
  },
  {
    name: "boot refusals are kept",
    find: "for _, refusal in ipairs(answer.refused) do remove_user(refusal.room, refusal.user); end",
    replace: "",
    test: "refuses whom the backend remembers as removed",
  },
  {
    name: "ended rooms are kept",
    find: "for _, room_name in ipairs(answer.ended) do end_room(room_name); end",
    replace: "",
    test: "refuses whom the backend remembers as removed",
  },
  {
    name: "a missed removal is done",
    find: "for _, refusal in ipairs(answer.refused) do remove_user(refusal.room, refusal.user); end",
    replace: "for _, refusal in ipairs(answer.refused) do refuse_user(refusal.room, refusal.user); end",
    test: "boots anew, still knows who is there, and does what it missed",
  },
  {
    name: "boot is tried again",
    find: "module:add_timer(pause, function () announce(attempt + 1); end);",
    replace: "",
    test: "finds a backend that starts later",
  },
  {
    name: "those inside are known after a reload",
    find: "			watch(room, occupant, prosody.full_sessions[occupant.jid]);\n",
    replace: "",
    test: "boots anew, still knows who is there",
  },
  {
    name: "a telephone too waits for the backend",
    find: "\treturn refusal_of(room_name, event.counter_leg.user.id);",
    replace: "\treturn nil;",
    test: "stays out while Prosody has not heard",
  },
  {
    name: "a telephone is refused like anybody",
    find: "\treturn refusal_of(room_name, event.counter_leg.user.id);",
    replace: "\treturn refusal_of(room_name, nil);",
    test: "stays out of a room that the backend refuses it",
  },
]);
