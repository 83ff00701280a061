export interface Mutation {
  /** What the guard does, in a few words. */
  name: string;
  /** A module below prosody-modules, or prosody/embedded.cfg.lua. */
  file: string;
  /** Exact source text, found once. */
  find: string;
  replace: string;
  /** A part of the title of the test that must notice. */
  test: string;
}

const auth = "mod_auth_counter_token.lua";
const muc = "mod_muc_counter_token.lua";
const control = "mod_counter_control.lua";

const inAuth: Omit<Mutation, "file">[] = [
  {
    name: "the signature is checked",
    find: "if not hashes.equals(to_base64url(hashes.hmac_sha256(secret, signed)), signature) then",
    replace: "if false then",
    test: "refused with a forged signature",
  },
  {
    name: "the algorithm is HS256",
    find: 'header.alg ~= "HS256"',
    replace: "false",
    test: "with algorithm none named over our signature",
  },
  {
    name: "HS384 is not HS256",
    find: 'header.alg ~= "HS256"',
    replace: 'header.alg == "none"',
    test: "with HS384 named over our signature",
  },
  { name: "the type is required", find: 'header.typ ~= "JWT"', replace: "false", test: "refused without a type" },
  {
    name: "the type is exact",
    find: 'header.typ ~= "JWT"',
    replace: 'tostring(header.typ):upper() ~= "JWT"',
    test: "with the type in lower case",
  },
  {
    name: "the token is required",
    find: "if not is_filled(token) then",
    replace: "if false then",
    test: "without a token",
  },
  {
    name: "claims are an object",
    find: 'return type(object) == "table" and object or nil;',
    replace: 'return type(object) == "table" and object or { typ = "JWT" };',
    test: "with claims that are no object",
  },
  { name: "the issuer is checked", find: "claims.iss ~= issuer", replace: "false", test: "with another issuer" },
  {
    name: "the issuer is required",
    find: "claims.iss ~= issuer",
    replace: "claims.iss and claims.iss ~= issuer",
    test: "without an issuer",
  },
  { name: "the audience is checked", find: "claims.aud ~= audience", replace: "false", test: "with another audience" },
  {
    name: "an audience array is refused",
    find: "claims.aud ~= audience",
    replace: '(type(claims.aud) == "table" and claims.aud[1] or claims.aud) ~= audience',
    test: "with the audience as an array",
  },
  {
    name: "the audience is required",
    find: "claims.aud ~= audience",
    replace: "claims.aud and claims.aud ~= audience",
    test: "without an audience",
  },
  { name: "the subject is checked", find: "claims.sub ~= module.host", replace: "false", test: "with another subject" },
  {
    name: "the subject names this host",
    find: "claims.sub ~= module.host",
    replace: 'claims.sub ~= module.host and claims.sub ~= "*"',
    test: "with every host as subject",
  },
  {
    name: "the subject is required",
    find: "claims.sub ~= module.host",
    replace: "claims.sub and claims.sub ~= module.host",
    test: "without a subject",
  },
  {
    name: "the expiry is required",
    find: 'if type(claims.exp) ~= "number" then return nil, "token expiry is missing"; end',
    replace: "claims.exp = claims.exp or math.huge",
    test: "without an expiry",
  },
  {
    name: "the expiry is a number",
    find: 'if type(claims.exp) ~= "number" then return nil, "token expiry is missing"; end',
    replace: "claims.exp = tonumber(claims.exp)",
    test: "with the expiry as text",
  },
  { name: "an expired token is refused", find: "now >= claims.exp", replace: "false", test: "after it expired" },
  {
    name: "there is no leeway",
    find: "now >= claims.exp",
    replace: "now >= claims.exp + 10",
    test: "after it expired",
  },
  { name: "the start is kept", find: "claims.nbf and now < claims.nbf", replace: "false", test: "before it is valid" },
  {
    name: "the start has no leeway",
    find: "claims.nbf and now < claims.nbf",
    replace: "claims.nbf and now < claims.nbf - 10",
    test: "before it is valid",
  },
  {
    name: "the start is a number",
    find: 'claims.nbf ~= nil and type(claims.nbf) ~= "number"',
    replace: "not tonumber(claims.nbf or 0)",
    test: "with the start as text",
  },
  {
    name: "the room is required",
    find: "if not is_filled(claims.room) then",
    replace: "if false then",
    test: "refused without a room",
  },
  {
    name: "the room is not empty",
    find: "if not is_filled(claims.room) then",
    replace: "if claims.room == nil then",
    test: "with an empty room",
  },
  {
    name: "the room is text",
    find: "if not is_filled(claims.room) then",
    replace: "if claims.room == nil then",
    test: "with a number as room",
  },
  { name: "no token is for every room", find: 'claims.room == "*"', replace: "false", test: "refused for every room" },
  {
    name: "the user is required",
    find: "if not is_filled(user_of(claims).id) then",
    replace: "if false then",
    test: "refused without a user id",
  },
  {
    name: "a user that is no object is no fault",
    find: 'return type(user) == "table" and user or {};',
    replace: "return user or {};",
    test: "with a number as user",
  },
  {
    name: "another site's page is refused",
    find: "allowed_origin and origin and origin ~= allowed_origin",
    replace: "false",
    test: "from a page of another site",
  },
  {
    name: "our own page is let in",
    find: "allowed_origin and origin and origin ~= allowed_origin",
    replace: "allowed_origin and origin",
    test: "from a page of our own site",
  },
  {
    name: "a stream is taken up under its own name",
    find: "name_to_resume(session, claims) or self.username",
    replace: "self.username",
    test: "takes up its stream again",
  },
  {
    name: "a stream is taken up by its own person",
    find: "and theirs.room == claims.room and user_of(theirs).id == user_of(claims).id then",
    replace: "then",
    test: "does not take up the stream of somebody else",
  },
  {
    name: "tokens are not logged",
    find: 'module:log("info", "connection refused: %s", refusal);',
    replace: 'module:log("info", "connection refused: %s %s", refusal, session.counter_token);',
    test: "neither its token nor its name in the log",
  },
];

const inMuc: Omit<Mutation, "file">[] = [
  {
    name: "a room opens only to its token",
    find: 'module:hook("muc-room-pre-create", admit_to_own_room_only, 99);\nmodule:hook("muc-occupant-pre-join", admit_to_own_room_only, 99);',
    replace: "",
    test: "opens only to a token that names it",
  },
  {
    name: "an open room stays closed to others",
    find: 'module:hook("muc-occupant-pre-join", admit_to_own_room_only, 99);',
    replace: "",
    test: "stays closed to another room's token",
  },
  {
    name: "a citizen is a member",
    find: 'is_moderator and "owner" or "member"',
    replace: '"owner"',
    test: "makes the clerk owner and the citizen member",
  },
  {
    name: "a clerk is owner",
    find: 'is_moderator and "owner" or "member"',
    replace: '"member"',
    test: "makes the clerk owner and the citizen member",
  },
  {
    name: "the first citizen does not own the room",
    find: "room:set_affiliation(true, jid.bare(event.stanza.attr.from), affiliation);",
    replace: "if is_moderator then room:set_affiliation(true, jid.bare(event.stanza.attr.from), affiliation); end",
    test: "makes the clerk owner and the citizen member",
  },
  {
    name: "the role follows the token",
    find: "event.occupant.role = room:get_default_role(affiliation);",
    replace: "",
    test: "makes the clerk owner and the citizen member",
  },
  {
    name: "only true makes a moderator",
    find: 'user.moderator == true or user.moderator == "true"',
    replace: "user.moderator",
    test: "takes the moderator claim as text too",
  },
  {
    name: "true may be text",
    find: 'user.moderator == true or user.moderator == "true"',
    replace: "user.moderator == true",
    test: "takes the moderator claim as text too",
  },
  {
    name: "a full room is full",
    find: "others >= max_participants",
    replace: "false",
    test: "tells a third it is full",
  },
  {
    name: "a ghost is replaced",
    find: "if user_id_of(occupant) == user.id then",
    replace: "if false then",
    test: "lets a reloaded page take its old place",
  },
  {
    name: "a ghost leaves first",
    find: '		room:set_role(true, nick, nil, "replaced by a newer connection");',
    replace: "		module:add_timer(0.2, function () room:set_role(true, nick, nil); end);",
    test: "lets a reloaded page take its old place",
  },
  {
    name: "the room survives its ghost",
    find: "room:set_persistent(true);",
    replace: "",
    test: "survives its only occupant reloading the page",
  },
  {
    name: "the room ends afterwards",
    find: "room:set_persistent(false);",
    replace: "",
    test: "ends after a reloaded page left too",
  },
  {
    name: "a ghost of the same address is gone",
    find: "		room:handle_normal_presence(event.origin, event.stanza); -- anew: the event may hold the ghost's own occupant\n		return true;",
    replace: "",
    test: "replaces a ghost even where the newcomer has its address and name",
  },
  {
    name: "no client sets affiliations",
    find: "if event.actor then event.allowed = false; end",
    replace: "",
    test: "a clerk in a room cannot make the citizen owner",
  },
  {
    name: "no client gives roles",
    find: 'if event.role then event.allowed, event.error, event.condition = false, "cancel", "not-allowed"; end',
    replace: "",
    test: "a clerk in a room cannot make the citizen moderator",
  },
  {
    name: "a citizen kicks nobody",
    find: 'if event.role then event.allowed, event.error, event.condition = false, "cancel", "not-allowed"; end',
    replace: "event.allowed = true;",
    test: "cannot kick the clerk",
  },
  {
    name: "nobody configures or destroys",
    find: '"iq-set/bare/http://jabber.org/protocol/muc#owner:query", ',
    replace: "",
    test: "cannot configure or destroy the room",
  },
  {
    name: "nobody registers an address",
    find: ', "iq/bare/jabber:iq:register:query"',
    replace: "",
    test: "cannot reserve an address",
  },
  { name: "nobody invites", find: '"muc-pre-invite", ', replace: "", test: "cannot invite anybody" },
  {
    name: "an address stays",
    find: "if event.orig_occupant.nick == event.dest_occupant.nick then return; end",
    replace: "if true then return; end",
    test: "cannot change his address",
  },
  {
    name: "the server vouches",
    find: 'module:hook("presence/"..target, sign_presence, 100);',
    replace: "",
    test: "is told by the server to everybody",
  },
  {
    name: "a client's identity and name are dropped",
    find: "	strip_claims_of_client(stanza);\n	if not claims",
    replace: "	if not claims",
    test: "comes from the token when the joining page claims otherwise",
  },
  {
    name: "a client's identity is dropped",
    find: "{ identity = true, nick = true,",
    replace: "{ nick = true,",
    test: "stays when a page later claims otherwise",
  },
  {
    name: "a client's name is dropped",
    find: "{ identity = true, nick = true,",
    replace: "{ identity = true,",
    test: "comes from the token when the joining page claims otherwise",
  },
  {
    name: "presence to the room is signed too",
    find: 'module:hook("presence/"..target, sign_presence, 100);',
    replace: 'if target == "full" then module:hook("presence/"..target, sign_presence, 100); end',
    test: "goes to the room instead of the occupant",
  },
  {
    name: "messages carry no names",
    find: 'module:hook("message/"..target, function (event) strip_claims_of_client(event.stanza); end, 100);',
    replace: "",
    test: "is never claimed in a message",
  },
  {
    name: "no name is an empty name",
    find: 'return type(value) == "string" and value or "";',
    replace: 'return value or "Somebody";',
    test: "is an empty name and role where the token has none",
  },
];

const inControl: Omit<Mutation, "file">[] = [
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
    name: "rooms start closed",
    find: "local is_open = false;",
    replace: "local is_open = true;",
    test: "lets nobody in before",
  },
  {
    name: "closed is closed",
    find: 'if not is_open then return "wait"',
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
    name: "events wait for the boot answer",
    find: "if is_sending or not is_open then return; end",
    replace: "if is_sending then return; end",
    test: "boots anew, still knows who is there, and does what it missed",
  },
  {
    name: "boot is tried again",
    find: "module:add_timer(pause, function () announce(attempt + 1); end);",
    replace: "",
    test: "finds a backend that starts later",
  },
  {
    name: "the boot sends the secret",
    find: '["Authorization"] = authorization };',
    replace: '["Authorization"] = "Bearer x" };',
    test: "is told with the secret",
  },
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
    find: "if last.role == now.role and last.affiliation == now.affiliation then return; end",
    replace: "",
    test: "that a role changed, and not that somebody muted",
  },
  {
    name: "a failed delivery is tried again",
    find: "module:add_timer(pause, function () send(event, attempt + 1, on_done); end);",
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
  { name: "one event at a time", find: "	is_sending = true;\n", replace: "", test: "one event at a time" },
  {
    name: "the queue has an end",
    find: "if #queue <= queue_limit then return; end",
    replace: "if true then return; end",
    test: "the oldest events go",
  },
  { name: "a gap is marked", find: "queue[1].gap = true;", replace: "", test: "the oldest events go" },
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
  {
    name: "those inside are known after a reload",
    find: "			watch(room, occupant, prosody.full_sessions[occupant.jid]);\n",
    replace: "",
    test: "boots anew, still knows who is there",
  },
];

const inFlood: Omit<Mutation, "file">[] = [
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
];

const inFile = (file: string) => (mutation: Omit<Mutation, "file">) => ({ ...mutation, file });

export const mutations: Mutation[] = [
  ...inAuth.map(inFile(auth)),
  ...inMuc.map(inFile(muc)),
  ...inControl.map(inFile(control)),
  ...inFlood.map(inFile("counter_flood.lib.lua")),
];
