import { inModule } from "./mutation.js";

export const inFlood = inModule("counter_flood.lib.lua", [
  {
    name: "messages in a room are counted",
    find: "not talk:poll(1) or",
    replace: "",
    test: "is heard for sixty messages",
  },
  {
    name: "messages in a room are measured",
    find: "or #tostring(event.stanza) > largest_message",
    replace: "",
    test: "is refused a message of more than 64 kB",
  },
  {
    name: "private messages are counted",
    find: "	refuse(event);\n	return false;",
    replace: "",
    test: "is refused privately too",
  },
]);
