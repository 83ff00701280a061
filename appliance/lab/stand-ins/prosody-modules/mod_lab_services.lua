-- Jitsi's own services carry no token; our token module of the embedded mode, which stands in for Jitsi's, asks everybody for
-- one. So a service that enters a room is given what its account is worth; a telephone keeps its number as its name.
local jid = require "util.jid";
local usermanager = require "core.usermanager";

local function is_service(address)
	local role = usermanager.get_jid_role(jid.bare(address), module.host);
	return role ~= nil and (role.name == "prosody:admin" or role.name == "prosody:operator");
end

local function vouch(event)
	local stanza = event.stanza;
	local address = stanza.attr.from;
	if not event.origin or not is_service(address) then return; end
	event.origin.counter_claims = {
		room = jid.node(stanza.attr.to),
		context = { user = {
			id = address, role = "service", moderator = true,
			name = stanza:get_child_text("nick", "http://jabber.org/protocol/nick") or "",
		} },
	};
end
module:hook("presence/full", vouch, 1000);
