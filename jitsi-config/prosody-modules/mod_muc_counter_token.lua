-- Admits to a room whoever's token names it, and says who they are. Embedded mode only, beside mod_auth_counter_token.
-- A telephone's leg has no token: counter_phone.lib.lua has admitted it before (event.counter_leg) and says who it is.
--
--   counter_max_participants   how many people a room holds (default 8, as in the appliance)
--
-- The token decides, nobody else: "context.user.moderator" makes an owner, everyone else is a member, and no client
-- changes affiliations, gives roles, configures, destroys, invites or registers. An owner may still kick.
local st, jid = require "util.stanza", require "util.jid";

local max_participants = module:get_option_number("counter_max_participants", 8);

local function refuse(event, kind, condition, text)
	event.origin.send(st.error_reply(event.stanza, kind, condition, text));
	return true;
end

local function claims_of(event) return event.origin and event.origin.counter_claims; end

-- ── Who gets in ─────────────────────────────────────────────────────────────────────────────────

local function admit_to_own_room_only(event)
	if event.counter_leg then return; end
	local claims = claims_of(event);
	if claims and claims.room:lower() == jid.node(event.stanza.attr.to) then return; end
	module:log("info", "join refused: the token names another room");
	return refuse(event, "cancel", "not-allowed", "Room and token do not match");
end
module:hook("muc-room-pre-create", admit_to_own_room_only, 99);
module:hook("muc-occupant-pre-join", admit_to_own_room_only, 99);

local function user_id_of(occupant)
	local session = prosody.full_sessions[occupant.jid];
	return session and session.counter_claims and session.counter_claims.context.user.id;
end

-- A reloaded page comes back while its old connection is still being waited for; the old one must go first, or the
-- other side would see three people for a moment and lose the call.
local function replace(room, ghosts)
	room:set_persistent(true); -- an emptied room would be destroyed under the newcomer's feet
	for _, nick in ipairs(ghosts) do
		module:fire_event("counter-occupant-replaced", { room = room, nick = nick });
		room:set_role(true, nick, nil, "replaced by a newer connection");
	end
	room:set_persistent(false);
end

module:hook("muc-occupant-pre-join", function (event)
	if event.counter_leg then return; end
	local room, user = event.room, claims_of(event).context.user;
	local ghosts, others = {}, 0;
	for nick, occupant in room:each_occupant() do
		if user_id_of(occupant) == user.id then ghosts[#ghosts+1] = nick; else others = others + 1; end
	end
	if others >= max_participants then return refuse(event, "wait", "service-unavailable", "Room is full"); end
	if #ghosts > 0 then
		replace(room, ghosts);
		room:handle_normal_presence(event.origin, event.stanza); -- anew: the event may hold the ghost's own occupant
		return true;
	end
	local is_moderator = user.moderator == true or user.moderator == "true";
	local affiliation = is_moderator and "owner" or "member";
	room:set_affiliation(true, jid.bare(event.stanza.attr.from), affiliation);
	event.occupant.role = room:get_default_role(affiliation);
end, 90);

-- ── Who they are ────────────────────────────────────────────────────────────────────────────────
-- lib-jitsi-meet shows <nick/> as the display name and hands <identity/> to the page (participant.getIdentity()), in
-- the form of Jitsi's mod_presence_identity. Both come from the token alone, so nobody can call himself the clerk.

local vouched_by_server = { identity = true, nick = true, ["display-name"] = true, addresses = true };

local function strip_claims_of_client(stanza)
	stanza:maptags(function (tag) return not vouched_by_server[tag.name] and tag or nil; end);
end

local function text_or_empty(value) return type(value) == "string" and value or ""; end

local function sign_presence(event)
	local stanza, claims = event.stanza, claims_of(event);
	strip_claims_of_client(stanza);
	if not claims or stanza.attr.type ~= nil then return; end
	local user = claims.context.user;
	stanza:tag("identity")
		:tag("user")
			:text_tag("id", user.id)
			:text_tag("name", text_or_empty(user.name))
			:text_tag("role", text_or_empty(user.role))
		:up()
	:up();
	stanza:text_tag("nick", text_or_empty(user.name), { xmlns = "http://jabber.org/protocol/nick" });
end

for _, target in ipairs { "bare", "full" } do
	module:hook("presence/"..target, sign_presence, 100);
	module:hook("message/"..target, function (event) strip_claims_of_client(event.stanza); end, 100);
end

-- ── What nobody does ────────────────────────────────────────────────────────────────────────────

module:hook("muc-occupant-pre-change", function (event) -- a nick is an occupant's address: events are told by it
	if event.orig_occupant.nick == event.dest_occupant.nick then return; end
	return refuse(event, "cancel", "not-allowed", "The address in a room cannot be changed");
end, 90);

module:hook("muc-pre-set-affiliation", function (event)
	if event.actor then event.allowed = false; end -- without an actor it is the server itself
end);

module:hook("muc-pre-set-role", function (event)
	if event.role then event.allowed, event.error, event.condition = false, "cancel", "not-allowed"; end
end);

for _, request in ipairs { "iq-set/bare/http://jabber.org/protocol/muc#owner:query", "iq/bare/jabber:iq:register:query" } do
	module:hook(request, function (event) return refuse(event, "auth", "forbidden", "Rooms are run by the counter"); end);
end

for _, invitation in ipairs { "muc-pre-invite", "muc-pre-decline" } do
	module:hook(invitation, function (event) return refuse(event, "auth", "forbidden", "The counter invites"); end);
end
