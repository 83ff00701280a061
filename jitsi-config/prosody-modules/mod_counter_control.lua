-- Tells the backend who is in which room (counter_events.lib.lua), lets the backend remove a person or end a room, bounds
-- how much anybody says there (counter_flood.lib.lua), and dials for the backend alone (counter_phone.lib.lua). Load it on
-- the MUC component, in embedded mode and in the appliance alike. The wire contract is in ../README.md.
--
--   counter_control_secret           required, 32 characters or more; both directions send it as a Bearer token
--   counter_control_webhook          required; gets the events as JSON POSTs
--   counter_control_refuse_seconds   how long a removed person or an ended room stays refused (default 900);
--                                    must outlast every token, for nothing else holds them back
--   counter_control_queue_limit      events kept while the backend is away (default 5000)
--
-- Works on Prosody 0.12 and 13. Logs carry no names, user ids, rooms or tokens.
local st, jid, json = require "util.stanza", require "util.jid", require "util.json";
local array, equals = require "util.array", require "util.hashes".equals;
local usermanager = require "core.usermanager";

local secret = assert(module:get_option_string("counter_control_secret"), "counter_control_secret is required");
assert(#secret >= 32, "counter_control_secret must have 32 characters or more");
local webhook = assert(module:get_option_string("counter_control_webhook"), "counter_control_webhook is required");
assert(webhook:match("^https?://[^/]"), "counter_control_webhook must be an http or https address");
local refuse_seconds = module:get_option_number("counter_control_refuse_seconds", 900);
local queue_limit = module:get_option_number("counter_control_queue_limit", 5000);

local authorization = "Bearer "..secret;
local longest_boot_retry, largest_body = 2, 64 * 1024;

local in_json = module:require "counter_json";

module:depends("http");
local muc = module:depends("muc");
module:require "counter_flood";

local events = module:require "counter_events"(webhook, authorization, queue_limit);
local emit = events.emit;

-- ── Who is in the rooms ─────────────────────────────────────────────────────────────────────────
-- Prosody hands out copies of occupants and forgets a leaver's session before it tells of the leaving, so what the
-- backend was told is kept here: room name → occupant's nick → description.

local told = {};

local function user_id_of(session)
	local claims = session and session.counter_claims; -- our token module; the other is Jitsi's
	local user = claims and claims.context and claims.context.user or session and session.jitsi_meet_context_user;
	local id = type(user) == "table" and user.id;
	return type(id) == "string" and id or nil;
end

local function is_service(real_jid) -- jicofo and its like, never a token holder; by role alone, for in the appliance its services have claims and a user too
	local bare = jid.bare(real_jid);
	if not usermanager.get_jid_role then return usermanager.is_admin(bare, module.host); end -- Prosody 0.12
	local role = usermanager.get_jid_role(bare, module.host);
	return role ~= nil and (role.name == "prosody:admin" or role.name == "prosody:operator");
end

local function is_unwatched(room_name) return room_name:sub(1, 2) == "__"; end -- jicofo's health checks

local phone; -- counter_phone.lib.lua

local function affiliation_in(room, occupant) return room:get_affiliation(occupant.bare_jid) or "none"; end

local function describe(room, occupant)
	local user, telephone = phone.describe(occupant);
	return {
		nick = jid.resource(occupant.nick), role = occupant.role,
		affiliation = affiliation_in(room, occupant),
		user = user or user_id_of(prosody.full_sessions[occupant.jid]), phone = telephone,
	};
end

local function remember(room, occupant)
	local name = jid.node(room.jid);
	told[name] = told[name] or {};
	told[name][occupant.nick] = describe(room, occupant);
	return told[name][occupant.nick];
end

local function live_room(room_name) return muc.get_room_from_jid(jid.join(room_name, module.host)); end

local function reply(code, body)
	return { status_code = code, headers = { content_type = "application/json" }, body = json.encode(body) };
end

local refusal_of;

-- For a call that no meeting waits for: whoever is alone there ends with the room.
local function open_room(room_name)
	if refusal_of(room_name) then return nil; end
	return live_room(room_name) or muc.create_room(jid.join(room_name, module.host));
end

phone = module:require "counter_phone" {
	emit = emit, reply = reply, live_room = live_room, open_room = open_room, is_service = is_service, user_id_of = user_id_of;
	is_told_room = function (room_name) return told[room_name] ~= nil; end;
	refuse_seconds = refuse_seconds;
};

-- "created" always comes first and "destroyed" last, though Prosody tells of the first occupant before the room.
local function emit_created(room_name)
	if told[room_name] or is_unwatched(room_name) then return; end
	told[room_name] = {};
	emit { event = "created", room = room_name };
end

module:hook("muc-room-created", function (event) emit_created(jid.node(event.room.jid)); end, -100);

module:hook("muc-room-destroyed", function (event)
	local room_name = jid.node(event.room.jid);
	if not told[room_name] then return; end
	told[room_name] = nil;
	emit { event = "destroyed", room = room_name };
end, -100);

-- A client that closes its stream says goodbye; one whose connection merely ends does not.
local watched_hosts = {};

local function watch_goodbyes(host)
	if not prosody.hosts[host] or watched_hosts[host] then return; end
	watched_hosts[host] = true;
	module:hook_object_event(prosody.hosts[host].events, "pre-session-close", function (event)
		event.session.counter_said_goodbye = event.reason == false;
	end);
end

local function watch(room, occupant, origin)
	if origin then watch_goodbyes(origin.host); end
	return remember(room, occupant);
end

-- Jitsi's own services are not told of, except a telephone's leg, which sits there for a person.
local function is_told_of(occupant) return phone.is_seated(occupant.nick) or not is_service(occupant.jid); end

for room in muc.live_rooms() do -- the module was loaded in mid-call: the backend asks for the rooms after "boot"
	for _, occupant in room:each_occupant() do
		phone.recall(occupant);
		if not is_unwatched(jid.node(room.jid)) and is_told_of(occupant) then
			watch(room, occupant, prosody.full_sessions[occupant.jid]);
		end
	end
end

module:hook("muc-occupant-joined", function (event)
	local room_name = jid.node(event.room.jid);
	if is_unwatched(room_name) or not is_told_of(event.occupant) then return; end
	emit_created(room_name);
	emit { event = "joined", room = room_name, occupant = watch(event.room, event.occupant, event.origin) };
end, -100);

local function told_of(room, nick)
	local occupants = told[jid.node(room.jid)];
	return occupants and occupants[nick];
end

module:hook("counter-occupant-replaced", function (event)
	local last = told_of(event.room, event.nick);
	if last then last.leaves_because = "replaced"; end
end);

local function reason_in(presence_x)
	local codes = {};
	for status in presence_x:childtags("status") do codes[status.attr.code] = true; end
	if codes["333"] then return "connection_lost"; end -- may stand beside 307
	return codes["307"] and "removed" or nil;
end

local function is_news(room, occupant, last)
	if occupant.role ~= last.role or affiliation_in(room, occupant) ~= last.affiliation then return true; end
	if not last.phone then return false; end
	local _, telephone = phone.describe(occupant);
	return (telephone and telephone.status) ~= last.phone.status;
end

local function emit_changed(room, description)
	emit { event = "changed", room = jid.node(room.jid), occupant = description };
end

module:hook("muc-broadcast-presence", function (event) -- every mute click comes by: tell only what matters
	local room, occupant = event.room, event.occupant;
	local last = told_of(room, occupant.nick);
	if not last then return; end
	if not occupant.role then -- leaving
		last.leaves_because = last.leaves_because or reason_in(event.x);
		return;
	end
	if not is_news(room, occupant, last) then return; end
	local described = remember(room, occupant);
	if not described.phone then return emit_changed(room, described); end
	phone.pace(occupant.nick, function () emit_changed(room, told_of(room, occupant.nick)); end);
end, -100);

module:hook("muc-occupant-left", function (event)
	local room, nick, origin = event.room, event.occupant.nick, event.origin;
	local last = told_of(room, nick);
	if not last then return; end
	told[jid.node(room.jid)][nick] = nil;
	local reason = room.destroying and "ended" or last.leaves_because;
	if not reason then
		reason = origin and origin.destroyed and not origin.counter_said_goodbye and "connection_lost" or "left";
	end
	last.leaves_because = nil;
	emit { event = "left", room = jid.node(room.jid), occupant = last, reason = reason };
end, 0); -- before mod_muc destroys the emptied room

-- ── Whom we refuse ──────────────────────────────────────────────────────────────────────────────
-- A removal must outlive the removed connection: the person's token is still valid.

local refused_users, ended_rooms = {}, {}; -- room name → user id → until; room name → until

local function is_in_force(expires_at) return expires_at ~= nil and os.time() < expires_at; end

local function refuse_user(room_name, user)
	refused_users[room_name] = refused_users[room_name] or {};
	refused_users[room_name][user] = os.time() + refuse_seconds;
end

local function forget_expired()
	for room_name, users in pairs(refused_users) do
		for user, expires_at in pairs(users) do
			if not is_in_force(expires_at) then users[user] = nil; end
		end
		if next(users) == nil then refused_users[room_name] = nil; end
	end
	for room_name, expires_at in pairs(ended_rooms) do
		if not is_in_force(expires_at) then ended_rooms[room_name] = nil; end
	end
	return 60;
end
module:add_timer(60, forget_expired);

function refusal_of(room_name, user)
	if not events.is_open() then return "wait", "service-unavailable", "The counter is starting, try again"; end
	if is_in_force(ended_rooms[room_name]) then return "auth", "forbidden", "This conversation has ended"; end
	local users = refused_users[room_name];
	if users and user and is_in_force(users[user]) then return "auth", "forbidden", "You were removed from this conversation"; end
end

local function refusal_at_entrance(event)
	local stanza = event.stanza;
	local room_name = jid.node(stanza.attr.to);
	if not is_service(stanza.attr.from) then return refusal_of(room_name, user_id_of(event.origin)); end
	if not phone.is_leg(stanza) then return nil; end
	local text = phone.refusal_of(event);
	if text then return "auth", "forbidden", text; end
	return refusal_of(room_name, event.counter_leg.user.id);
end

local function guard_entrance(event)
	local stanza = event.stanza;
	local kind, condition, text = refusal_at_entrance(event);
	if not kind then return; end
	module:log("info", "join refused: %s", text);
	event.origin.send(st.error_reply(stanza, kind, condition, text));
	return true;
end
module:hook("muc-room-pre-create", guard_entrance, 100);
module:hook("muc-occupant-pre-join", guard_entrance, 100);

-- ── What the backend commands ───────────────────────────────────────────────────────────────────

local function remove_user(room_name, user, reason)
	refuse_user(room_name, user);
	local room, nicks = live_room(room_name), {};
	for nick, description in pairs(room and told[room_name] or {}) do
		if description.user == user then nicks[#nicks+1] = nick; end
	end
	for _, nick in ipairs(nicks) do room:set_role(true, nick, nil, reason); end
	return #nicks;
end

local function end_room(room_name, reason)
	ended_rooms[room_name] = os.time() + refuse_seconds;
	local room = live_room(room_name);
	if not room then return false; end
	room:set_persistent(false); -- else a tombstone would stay
	room:destroy(nil, reason);
	return true;
end

local function is_filled(value) return type(value) == "string" and value ~= ""; end

local function reason_or_none(value) return is_filled(value) and value or nil; end

local function room_name_in(value) -- as Prosody spells it, or nil where it is no room's local part
	local prepped = is_filled(value) and jid.prep(value.."@"..module.host);
	return prepped and jid.node(prepped);
end

local commands = { dial = phone.commands.dial, expect = phone.commands.expect, hangup = phone.commands.hangup };

function commands.remove(room_name, request)
	if not is_filled(request.user) then return reply(400, { error = "user_missing" }); end
	return reply(200, { removed = remove_user(room_name, request.user, reason_or_none(request.reason)) });
end

commands["end"] = function (room_name, request)
	return reply(200, { ended = end_room(room_name, reason_or_none(request.reason)) });
end

local function list_rooms()
	local rooms = array();
	for room_name, occupants in pairs(told) do
		local listed = array();
		for _, description in pairs(occupants) do listed:push(description); end
		rooms:push { room = room_name, occupants = listed };
	end
	local boot, seq = events.position();
	return reply(200, { boot = boot, seq = seq, rooms = rooms });
end

local function guarded(handler)
	return function (event, path)
		if not equals(event.request.headers.authorization or "", authorization) then
			return reply(401, { error = "unauthorized" });
		end
		return handler(event.request.body or "", path);
	end
end

module:provides("http", {
	cors = { enabled = false }; -- no page has any business here
	route = {
		["GET /*"] = guarded(function (_, path)
			if path ~= "rooms" then return reply(404, { error = "no_such_command" }); end
			return list_rooms();
		end);
		["POST /*"] = guarded(function (body, path)
			local command = commands[path];
			if not command then return reply(404, { error = "no_such_command" }); end
			if #body > largest_body then return reply(413, { error = "body_too_large" }); end
			local request = json.decode(body);
			if type(request) ~= "table" then return reply(400, { error = "malformed_json" }); end
			local room_name = room_name_in(request.room);
			if not room_name then return reply(400, { error = "room_missing" }); end
			return command(room_name, request);
		end);
	};
});

-- ── Opening ─────────────────────────────────────────────────────────────────────────────────────
-- A restarted Prosody remembers nobody's removal; the backend does. Until it has told us, nobody comes in.

local boot_event = in_json(events.numbered { event = "boot" });

local function parse_boot_answer(body)
	local answer = type(body) == "string" and json.decode(body);
	if type(answer) ~= "table" or type(answer.refused) ~= "table" or type(answer.ended) ~= "table" then return nil; end
	local parsed = { refused = {}, ended = {} };
	for _, refusal in ipairs(answer.refused) do
		local room_name = type(refusal) == "table" and room_name_in(refusal.room);
		if not room_name or not is_filled(refusal.user) then return nil; end
		table.insert(parsed.refused, { room = room_name, user = refusal.user });
	end
	for _, room in ipairs(answer.ended) do
		local room_name = room_name_in(room);
		if not room_name then return nil; end
		table.insert(parsed.ended, room_name);
	end
	return parsed;
end

local function open_with(answer)
	for _, refusal in ipairs(answer.refused) do remove_user(refusal.room, refusal.user); end
	for _, room_name in ipairs(answer.ended) do end_room(room_name); end
	module:log("info", "the backend has answered, rooms are open");
	events.open();
end

local function announce(attempt)
	events.post(boot_event, function (code, body)
		local answer = code == 200 and parse_boot_answer(body);
		if answer then return open_with(answer); end
		local pause = math.min(0.25 * 2 ^ (attempt - 1), longest_boot_retry);
		module:log(attempt == 1 and "info" or "warn",
			"rooms stay closed: the backend has not answered (HTTP %d%s)", code, code == 200 and ", answer not understood" or "");
		module:add_timer(pause, function () announce(attempt + 1); end);
	end);
end
announce(1);
