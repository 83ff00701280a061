-- Stands in for Jitsi's module of that name: a telephone is called by whoever's token allows "outbound-call", from the room that it names.
-- Of the client's own headers none goes on.
local st, jid = require "util.stanza", require "util.jid";
local rayo = "urn:xmpp:rayo:1";

local function header(dial, name)
	for tag in dial:childtags("header", rayo) do
		if tag.attr.name == name then return tag.attr.value; end
	end
end

module:hook("pre-iq/full", function (event)
	local stanza, claims = event.stanza, event.origin.counter_claims;
	local dial = stanza.attr.type == "set" and stanza:get_child("dial", rayo);
	if not dial or not claims then return; end
	local room, feature = jid.bare(stanza.attr.to), (claims.context.features or {})["outbound-call"];
	local is_allowed = feature == true or feature == "true";
	if not is_allowed or header(dial, "JvbRoomName") ~= room or claims.room:lower() ~= jid.node(room) then
		event.origin.send(st.error_reply(stanza, "auth", "forbidden"));
		return true;
	end
	dial:maptags(function (tag) return tag.name ~= "header" and tag or nil; end);
	dial:tag("header", { name = "JvbRoomName", value = room, xmlns = rayo }):up();
end);
