-- Telephones in the rooms: the backend dials and hangs up through a gateway (jigasi), and nobody else does; who dials in
-- comes in where the backend expects it. Part of mod_counter_control; the wire contract is in ../README.md.
--
--   counter_control_brewery        where the gateways wait (default jigasibrewery@internal-<this host>)
--   counter_control_dial_timeout   how many seconds a gateway may take to answer a dial (default 12)
--
-- A number or address that is dialled stays between the backend and the gateway, one that dials in with the gateway: what a leg says of itself in its room is
-- replaced by what the backend said of it.
local st, jid = require "util.stanza", require "util.jid";
local new_id, now = require "util.id".medium, require "util.time".monotonic;
local throttle = require "util.throttle";

local brewery = module:get_option_string("counter_control_brewery", "jigasibrewery@internal-"..module.host);
local dial_timeout = module:get_option_number("counter_control_dial_timeout", 12);

local rayo, colibri = "urn:xmpp:rayo:1", "http://jitsi.org/protocol/colibri";
local jigasi, nickname = "http://jitsi.org/protocol/jigasi", "http://jabber.org/protocol/nick";
local call_header = "CounterCall"; -- a gateway repeats unknown headers in the leg's <initiator>: so a leg is known again
local longest_status, seconds_between_changes = 200, 0.1;
local longest_wait = 300; -- seconds for a telephone that is to dial in

-- Call id → { call, room, user, to or expected_until, answer, nick, is_over, forget_at }. One that is over stays refused: the gateway may
-- still have been at it.
local calls = {};
local legs = {}; -- the occupant's address in its room → its call

local function is_filled(value) return type(value) == "string" and value ~= ""; end

local function is_line(value) return is_filled(value) and not value:match("%c"); end -- else it might not be XML

-- control: what mod_counter_control lends: emit, is_service, user_id_of, live_room, open_room, is_told_room, reply, refuse_seconds
return function (control)

local reply = control.reply;

local function refused(condition) return reply(502, { error = "refused", condition = condition }); end

-- ── What becomes of a call ──────────────────────────────────────────────────────────────────────

local function put_out(call)
	if not call.nick or legs[call.nick] ~= call then return false; end -- else its name may be somebody else's by now
	control.live_room(call.room):set_role(true, call.nick, nil);
	return true;
end

local function finish(call, answer)
	if not call.is_over then
		call.is_over, call.answer, call.forget_at = true, answer, os.time() + control.refuse_seconds;
	end
	return call.answer;
end

local function is_awaited(call)
	return call.expected_until ~= nil and not call.nick and not call.is_over and now() < call.expected_until;
end

local function give_up(call)
	if call.expected_until and not call.nick and not is_awaited(call) then finish(call, refused("not_come")); end
end

module:add_timer(60, function ()
	for id, call in pairs(calls) do
		give_up(call);
		if call.is_over and os.time() >= call.forget_at then calls[id] = nil; end
	end
	return 60;
end);

module:hook("muc-occupant-left", function (event)
	local call = legs[event.occupant.nick];
	if not call then return; end
	legs[event.occupant.nick] = nil;
	finish(call, refused("ended"));
end, -100);

-- ── The backend dials ───────────────────────────────────────────────────────────────────────────

local function is_number(to)
	return is_filled(to) and #to <= 120
		and (to:match("^%+[1-9]%d%d%d%d%d%d+$") ~= nil and #to <= 16 or to:match("^sip:[%w._+-]+@[%w.-]+$") ~= nil);
end

local function read_user(user)
	if type(user) ~= "table" then return nil; end
	if not is_line(user.id) or not is_line(user.name) or not is_line(user.role) then return nil; end
	return { id = user.id, name = user.name, role = user.role };
end

local own_headers = { jvbroomname = true, jvbroompassword = true, [call_header:lower()] = true };

local function read_headers(headers)
	local read = {};
	for name, value in pairs(type(headers) == "table" and headers or {}) do
		if not is_filled(name) or not name:match("^[%w-]+$") or own_headers[name:lower()] then return nil; end
		if not is_line(value) then return nil; end
		read[name] = value;
	end
	return read;
end

local function read_call_id(request) return is_line(request.call) and #request.call <= 100 and request.call or nil; end

local function read_dial(room_name, request)
	local call = { room = room_name, call = read_call_id(request), to = request.to, user = read_user(request.user) };
	call.headers = read_headers(request.headers);
	if not call.call then return nil, "call_missing"; end
	if not is_number(call.to) then return nil, "number_malformed"; end
	if not call.user then return nil, "user_missing"; end
	if not call.headers then return nil, "headers_malformed"; end
	return call;
end

local function stats_of(occupant)
	local presence, read = occupant:get_presence(), {};
	local stats = presence and presence:get_child("stats", colibri);
	for stat in (stats or st.stanza("stats")):childtags("stat") do read[stat.attr.name] = stat.attr.value; end
	return read;
end

local function each_gateway(do_with)
	local host = prosody.hosts[jid.host(brewery)];
	local room = host and host.modules.muc and host.modules.muc.get_room_from_jid(brewery);
	if not room then return; end
	for _, occupant in room:each_occupant() do
		local stats = stats_of(occupant);
		-- Whoever else got into that room and called themselves a gateway would be told whom we dial.
		if stats.supports_sip == "true" and control.is_service(occupant.jid) then do_with(occupant, stats); end
	end
end

local function pick_gateway()
	local best, least;
	each_gateway(function (occupant, stats)
		local load = tonumber(stats.stress_level) or tonumber(stats.participants) or 0;
		if stats.graceful_shutdown ~= "true" and (not best or load < least) then best, least = occupant.jid, load; end
	end);
	return best;
end

-- A gateway obeys only the bare address of the brewery, and there the answer comes back.
local function ask(gateway, call)
	local iq = st.iq({ type = "set", id = new_id(), from = brewery, to = gateway })
		:tag("dial", { xmlns = rayo, from = "counter", to = call.to });
	for name, value in pairs(call.headers) do iq:tag("header", { xmlns = rayo, name = name, value = value }):up(); end
	for name, value in pairs { JvbRoomName = jid.join(call.room, module.host), [call_header] = call.call } do
		iq:tag("header", { xmlns = rayo, name = name, value = value }):up();
	end
	return module:context(jid.host(brewery)):send_iq(iq, nil, dial_timeout);
end

-- The leg is in the room before its gateway answers, so a reference to anything else is a fault of the gateway.
local function judge_reference(call, result)
	if call.is_over then return call.answer; end
	local reference = result.stanza:get_child("ref", rayo);
	if not call.nick or not reference or reference.attr.uri ~= "xmpp:"..call.nick then
		finish(call, refused("wrong_reference"));
		put_out(call);
		return call.answer;
	end
	call.answer = reply(200, { nick = jid.resource(call.nick) });
	return call.answer;
end

local function judge_failure(call, failure)
	local condition = type(failure) == "table" and failure.condition or "undefined-condition";
	if condition == "remote-server-timeout" then finish(call, reply(504, { error = "gateway_silent" }));
	else finish(call, refused(condition)); end
	put_out(call);
	return call.answer;
end

local commands = {};

function commands.dial(room_name, request)
	local call, fault = read_dial(room_name, request);
	if not call then return reply(400, { error = fault }); end
	if calls[call.call] then return calls[call.call].answer; end
	if not request.opens and not control.live_room(room_name) then return reply(409, { error = "room_unknown" }); end
	local gateway = pick_gateway();
	if not gateway then return reply(503, { error = "no_gateway" }); end
	if request.opens and not control.open_room(room_name) then return reply(409, { error = "room_unknown" }); end
	calls[call.call] = call;
	call.answer = ask(gateway, call):next(function (result) return judge_reference(call, result); end,
		function (failure) return judge_failure(call, failure); end);
	return call.answer;
end

function commands.hangup(room_name, request)
	local id = read_call_id(request);
	if not id then return reply(400, { error = "call_missing" }); end
	calls[id] = calls[id] or { call = id, room = room_name };
	finish(calls[id], refused("hung_up"));
	return reply(200, { ended = put_out(calls[id]) });
end

-- ── The backend expects somebody who dials in ───────────────────────────────────────────────────

local function read_expectation(room_name, request)
	local call = { room = room_name, call = read_call_id(request), user = read_user(request.user) };
	local seconds = request.seconds;
	if not call.call then return nil, "call_missing"; end
	if not call.user then return nil, "user_missing"; end
	if type(seconds) ~= "number" or not (seconds >= 1 and seconds <= longest_wait) then return nil, "seconds_malformed"; end
	call.expected_since, call.expected_until, call.answer = now(), now() + seconds, reply(200, {});
	return call;
end

function commands.expect(room_name, request)
	local call, fault = read_expectation(room_name, request);
	if not call then return reply(400, { error = fault }); end
	if calls[call.call] then
		give_up(calls[call.call]);
		return calls[call.call].answer;
	end
	if not control.live_room(room_name) then return reply(409, { error = "room_unknown" }); end
	calls[call.call] = call;
	return call.answer;
end

-- A gateway says nothing of a call that comes in by which it could be told from another: the first expected is the first.
local function awaited_in(room_name)
	local first;
	for _, call in pairs(calls) do
		if call.room == room_name and is_awaited(call) and (not first or call.expected_since < first.expected_since) then
			first = call;
		end
	end
	return first;
end

-- ── A leg comes in ──────────────────────────────────────────────────────────────────────────────

local function headers_of(initiator)
	local read = {};
	for _, header in ipairs(initiator.tags) do read[header.attr.name or ""] = header.attr.value; end
	return read;
end

local function is_gateway(bare_jid)
	local is_found = false;
	each_gateway(function (occupant) is_found = is_found or occupant.bare_jid == bare_jid; end);
	return is_found;
end

local function initiator_of(stanza) return stanza:get_child("initiator", jigasi); end

-- Also a gateway that does not say so, for it may come in unasked.
local function is_leg(stanza)
	if not control.is_service(stanza.attr.from) then return false; end
	return initiator_of(stanza) ~= nil or is_gateway(jid.bare(stanza.attr.from));
end

local function call_of(stanza)
	local initiator = initiator_of(stanza);
	local headers = initiator and headers_of(initiator) or {};
	local room_name = jid.node(stanza.attr.to);
	if headers.JigasiCallDirection == "in" then return awaited_in(room_name); end
	local call = calls[headers[call_header] or ""];
	if not call or call.room ~= room_name or not call.to then return nil; end
	return call;
end

local function may_tell(told)
	told:update(); -- poll alone lets what came in between stand twice
	return told:poll(1);
end

local refusals_told = throttle.create(20, 60);

local function tell_refused(stanza)
	module:log("warn", "a telephone that nobody announced was refused");
	if not may_tell(refusals_told) then return; end
	local room_name = jid.node(stanza.attr.to);
	control.emit { event = "phone_refused", room = control.is_told_room(room_name) and room_name or nil };
end

-- What the room gets of a leg. Its own words go where they name it, and whatever holds the dialled number.
local own_words = {
	nick = true, identity = true, ["display-name"] = true, initiator = true, email = true, status = true,
	["stats-id"] = true, ["avatar-url"] = true,
};

local function without_numbers(text)
	local masked = text:gsub("sips?:%S+", "…"):gsub("%+?%d[%d ()/.-]*%d", function (found)
		return select(2, found:gsub("%d", "")) >= 6 and "…" or nil;
	end);
	if #masked <= longest_status then return masked; end
	return (masked:sub(1, longest_status):gsub("[\192-\255][\128-\191]*$", "")); -- not half a letter
end

local function direction_of(call) return call.to and "out" or "in"; end

local function dress(stanza, call)
	local status = stanza:get_child_text("status");
	local address = call.to and call.to:gsub("^sip:", ""):gsub("^%+", "");
	stanza:maptags(function (tag)
		if own_words[tag.name] or address and tostring(tag):find(address, 1, true) then return nil; end
		return tag;
	end);
	if stanza.attr.type ~= nil then return; end
	stanza:text_tag("nick", call.user.name, { xmlns = nickname });
	stanza:tag("identity"):tag("user")
		:text_tag("id", call.user.id):text_tag("name", call.user.name):text_tag("role", call.user.role):up():up();
	stanza:tag("initiator", { xmlns = jigasi })
		:tag("header", { xmlns = rayo, name = "JigasiCallDirection", value = direction_of(call) }):up():up();
	if is_filled(status) then stanza:text_tag("status", without_numbers(status)); end
end

local function leg_of(occupant)
	local session = prosody.full_sessions[occupant.jid];
	return session and session.counter_legs and session.counter_legs[jid.node(occupant.nick)];
end

--- Lets a leg in, dressed, or says why not.
local function refusal_of(event)
	local stanza, session = event.stanza, event.origin;
	-- Jitsi's own modules hold who comes for a while; then the same stanza comes again, dressed.
	local call = call_of(stanza) or session.counter_legs and session.counter_legs[jid.node(stanza.attr.to)];
	if not call then
		tell_refused(stanza);
		return "Nobody announced this call";
	end
	if call.is_over or call.nick or not event.occupant then return "This call is over"; end
	session.counter_legs = session.counter_legs or {}; -- there it outlives a reload of this module
	session.counter_legs[call.room] = call;
	event.counter_leg = call; -- for mod_muc_counter_token, which knows token holders only
	dress(stanza, call);
end

local function seat(occupant)
	local call = leg_of(occupant);
	if not call then return nil; end
	calls[call.call], legs[occupant.nick], call.nick = call, call, occupant.nick;
	return call;
end
module:hook("muc-occupant-joined", function (event) seat(event.occupant); end);

local function dress_again(event)
	local call = legs[event.occupant and event.occupant.nick or event.orig_occupant.nick];
	if call then dress(event.stanza, call); end
end
module:hook("muc-occupant-pre-change", dress_again, 50);
module:hook("muc-occupant-pre-leave", dress_again, 50);

-- A page makes nobody believe that it is a telephone.
local function strip_initiator(event)
	local stanza = event.stanza;
	if not initiator_of(stanza) or control.is_service(stanza.attr.from) then return; end
	stanza:maptags(function (tag) return tag.name ~= "initiator" and tag or nil; end);
end
for _, target in ipairs { "bare", "full" } do module:hook("presence/"..target, strip_initiator, 100); end

-- ── Nobody else dials ───────────────────────────────────────────────────────────────────────────

local function room_of(session, to)
	local claims = session.counter_claims; -- our token module; the other is Jitsi's
	local own = claims and claims.room or session.jitsi_meet_room;
	local room_name = jid.host(to) == module.host and jid.node(to) or own;
	return type(room_name) == "string" and control.is_told_room(room_name) and room_name or nil;
end

local dials_told = setmetatable({}, { __mode = "k" }); -- by session
local all_dials_told = throttle.create(120, 60);

local function tell_dial(session, to)
	dials_told[session] = dials_told[session] or throttle.create(6, 60);
	if not may_tell(dials_told[session]) or not may_tell(all_dials_told) then return; end
	module:log("warn", "a client's own dial was refused");
	control.emit { event = "dial_refused", room = room_of(session, to), user = control.user_id_of(session) };
end

local function refuse_rayo(event)
	local session, stanza = event.origin, event.stanza;
	local request = stanza.tags[1];
	if session.type ~= "c2s" or not request or request.attr.xmlns ~= rayo then return; end
	if stanza.attr.type ~= "set" and stanza.attr.type ~= "get" then return; end -- a gateway's answer
	if request.name == "dial" then tell_dial(session, stanza.attr.to); end
	session.send(st.error_reply(stanza, "auth", "forbidden", "The counter dials"));
	return true;
end

local function watch_dials(host)
	if prosody.hosts[host].type ~= "local" then return; end
	for _, target in ipairs { "full", "bare", "host" } do
		module:hook_object_event(prosody.hosts[host].events, "pre-iq/"..target, refuse_rayo, 1000);
	end
end
for host in pairs(prosody.hosts) do watch_dials(host); end
module:hook_global("host-activated", watch_dials);

-- ── What the backend is told ────────────────────────────────────────────────────────────────────

--- @return the leg's user id and what the backend is told of the telephone, or nil for who is none
local function describe(occupant)
	local call, presence = leg_of(occupant), occupant:get_presence();
	if not call then return nil; end
	local status = presence and presence:get_child_text("status");
	return call.user.id, { call = call.call, direction = direction_of(call), status = status };
end

-- A change is told at once, and then what is newest, ten times a second at most.
local told_at, is_waiting = {}, {};

local function pace(nick, tell)
	if is_waiting[nick] then return; end
	local pause = (told_at[nick] or 0) + seconds_between_changes - now();
	local function tell_now()
		is_waiting[nick] = nil;
		if not legs[nick] then told_at[nick] = nil; return; end
		told_at[nick] = now();
		tell();
	end
	if pause <= 0 then return tell_now(); end
	is_waiting[nick] = true;
	module:add_timer(pause, tell_now);
end

module:hook("muc-occupant-left", function (event) told_at[event.occupant.nick] = nil; end, -101);

--- Knows again whose leg this is, when the module was loaded in mid-call.
local function recall(occupant)
	local call = seat(occupant);
	if not call then return false; end
	if not call.is_over then call.answer = reply(200, { nick = jid.resource(call.nick) }); end
	return true;
end

return {
	commands = commands, is_leg = is_leg, refusal_of = refusal_of, recall = recall, describe = describe, pace = pace,
	is_seated = function (nick) return legs[nick] ~= nil; end,
};

end
