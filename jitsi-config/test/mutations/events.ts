import { inModule } from "./mutation.js";

export const inEvents = inModule("counter_events.lib.lua", [
  {
    name: "a failed delivery is tried again",
    find: "module:add_timer(pause, function () send(events, attempt + 1, on_done); end);",
    replace: "on_done();",
    test: "later when it was away",
  },
  { name: "500 is tried again", find: "code >= 500 or", replace: "", test: "again after it answered 500" },
  { name: "401 is tried again", find: "code == 401 or ", replace: "", test: "again after it answered 401" },
  { name: "408 is tried again", find: "code == 408 or ", replace: "", test: "again after it answered 408" },
  { name: "429 is tried again", find: " or code == 429", replace: "", test: "again after it answered 429" },
  {
    name: "422 is not tried again",
    find: "return code < 400 or",
    replace: "return code < 500 or",
    test: "nothing again that it called wrong",
  },
  {
    name: "one request at a time",
    find: "if is_sending or is_due or",
    replace: "if is_due or",
    test: "in one request at a time",
  },
  {
    name: "what belongs together waits for each other",
    find: "math.max(asked_at + seconds_between_requests - monotonic(), 0)",
    replace: "60",
    test: "of what belongs together at once",
  },
  {
    name: "a request has an end",
    find: "#events < most_together and queue:peek()",
    replace: "queue:peek()",
    test: "of what belongs together at once",
  },
  {
    name: "what is wrong takes nobody along",
    find: "if events[2] then return send_apart(events, 1, on_done); end",
    replace: "",
    test: "nothing again that it called wrong, and all that came with it",
  },
  {
    name: "the queue has an end",
    find: "if not is_full then return; end",
    replace: "if true then return; end",
    test: "the oldest events go",
  },
  { name: "a gap is marked", find: "queue:peek().gap = true;", replace: "", test: "the oldest events go" },
  {
    name: "rooms start closed",
    find: "local is_open = false;",
    replace: "local is_open = true;",
    test: "lets nobody in before",
  },
  {
    name: "events wait for the boot answer",
    find: "is_due or not is_open or not",
    replace: "is_due or not",
    test: "boots anew, still knows who is there, and does what it missed",
  },
  {
    name: "the boot sends the secret",
    find: ', ["Authorization"] = authorization,',
    replace: ",",
    test: "is told with the secret",
  },
]);
