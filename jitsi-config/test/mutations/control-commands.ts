import { inModule } from "./mutation.js";

export const inControlCommands = inModule("mod_counter_control.lua", [
  {
    name: "a removed person leaves",
    find: "for _, nick in ipairs(nicks) do room:set_role(true, nick, nil, reason); end",
    replace: "",
    test: "a removal: the person leaves",
  },
  {
    name: "a removed person stays out",
    find: "	refuse_user(room_name, user);\n	local room, nicks",
    replace: "	local room, nicks",
    test: "a removal: the person leaves",
  },
  {
    name: "a removal concerns one person",
    find: "if users and user and is_in_force(users[user])",
    replace: "if users",
    test: "a removal that concerns nobody else",
  },
  {
    name: "only the named person is removed",
    find: "if description.user == user then",
    replace: "if true then",
    test: "a removal: the person leaves",
  },
  {
    name: "an ended room stays ended",
    find: "	ended_rooms[room_name] = os.time() + refuse_seconds;\n",
    replace: "",
    test: "an end: everybody leaves",
  },
  {
    name: "an ended room is emptied",
    find: "	room:destroy(nil, reason);\n",
    replace: "",
    test: "an end: everybody leaves",
  },
  {
    name: "refusals expire",
    find: "return expires_at ~= nil and os.time() < expires_at;",
    replace: "return expires_at ~= nil;",
    test: "ends when no token of its time can be valid",
  },
  {
    name: "an existing room is guarded too",
    find: 'module:hook("muc-occupant-pre-join", guard_entrance, 100);',
    replace: "",
    test: "a removal: the person leaves",
  },
  {
    name: "a new room is guarded too",
    find: 'module:hook("muc-room-pre-create", guard_entrance, 100);\nmodule:hook("muc-occupant-pre-join", guard_entrance, 100);',
    replace: "",
    test: "an end of a room that is not there",
  },
  {
    name: "commands need the secret",
    find: 'if not equals(event.request.headers.authorization or "", authorization) then',
    replace: "if false then",
    test: "refused without the secret or with a wrong one",
  },
  {
    name: "commands name their room",
    find: 'if not room_name then return reply(400, { error = "room_missing" }); end',
    replace: 'room_name = room_name or "none";',
    test: "hears what was wrong",
  },
  {
    name: "a room name is text",
    find: "local prepped = is_filled(value) and jid",
    replace: "local prepped = value and jid",
    test: "hears what was wrong",
  },
  {
    name: "a removal names its user",
    find: "if not is_filled(request.user) then",
    replace: "if false then",
    test: "hears what was wrong",
  },
  {
    name: "JSON is an object",
    find: 'if type(request) ~= "table" then return reply(400',
    replace: "if request == nil then return reply(400",
    test: "hears what was wrong",
  },
  {
    name: "bodies have an end",
    find: "if #body > largest_body then",
    replace: "if false then",
    test: "no more than 64 kB",
  },
  {
    name: "room names are spelled as Prosody does",
    find: "return prepped and jid.node(prepped);",
    replace: "return value;",
    test: "with the room's name in any case",
  },
]);
