import { inModule } from "./mutation.js";

export const inControlEvents = inModule("mod_counter_control.lua", [
  {
    name: "created comes first",
    find: "	emit_created(room_name);\n	emit {",
    replace: "	emit {",
    test: "of a whole call in order",
  },
  {
    name: "left comes before destroyed",
    find: "end, 0); -- before",
    replace: "end, -100); -- before",
    test: "of a whole call in order",
  },
  {
    name: "no names are sent",
    find: "nick = jid.resource(occupant.nick), role = occupant.role,",
    replace:
      "nick = jid.resource(occupant.nick), role = occupant.role, name = occupant:get_presence():get_child_text('nick', 'http://jabber.org/protocol/nick'),",
    test: "who joined, without name or address",
  },
  {
    name: "a lost connection is told apart",
    find: 'origin and origin.destroyed and not origin.counter_said_goodbye and "connection_lost" or "left"',
    replace: '"left"',
    test: "without stream management",
  },
  {
    name: "a goodbye is no lost connection",
    find: "event.session.counter_said_goodbye = event.reason == false;",
    replace: "",
    test: "that somebody left who hung up",
  },
  {
    name: "a replacement is told apart",
    find: 'if last then last.leaves_because = "replaced"; end',
    replace: "",
    test: "replaced by their own reloaded page",
  },
  {
    name: "a removal is told apart",
    find: 'codes["307"] and "removed" or nil',
    replace: "nil",
    test: "removed by the clerk",
  },
  {
    name: "an end is told apart",
    find: 'room.destroying and "ended" or last.leaves_because',
    replace: "last.leaves_because",
    test: "that everybody left an ended room",
  },
  {
    name: "only roles and affiliations are told",
    find: "if not is_news(room, occupant, last) then return; end",
    replace: "",
    test: "that a role changed, and not that somebody muted",
  },
  {
    name: "a leg is told of, though it is a service's",
    find: "return phone.is_seated(occupant.nick) or not is_service(occupant.jid);",
    replace: "return not is_service(occupant.jid);",
    test: "is told of the leg as of anybody",
  },
  {
    name: "a telephone's status is a change",
    find: "return (telephone and telephone.status) ~= last.phone.status;",
    replace: "return false;",
    test: "is told of the leg as of anybody",
  },
]);
