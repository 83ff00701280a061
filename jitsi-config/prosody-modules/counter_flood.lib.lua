-- How much one connection may say in a room: chat and real-time text by hand need a tenth of it. What goes beyond is
-- refused to its sender and reaches nobody; the pages of the others bound what they show besides.
local st, throttle = require "util.stanza", require "util.throttle";

local most_per_second, burst_seconds, largest_message = 20, 3, 64 * 1024;

local said = setmetatable({}, { __mode = "k" }); -- by session, which outlives a resumed connection

local function is_too_much(event)
	local session = event.origin;
	if session.type ~= "c2s" then return false; end -- Jitsi's own services
	local talk = said[session] or throttle.create(most_per_second * burst_seconds, burst_seconds);
	said[session] = talk;
	return not talk:poll(1) or #tostring(event.stanza) > largest_message;
end

local function refuse(event)
	event.origin.send(st.error_reply(event.stanza, "wait", "resource-constraint", "Too much at once"));
end

module:hook("muc-occupant-groupchat", function (event)
	if not is_too_much(event) then return; end
	refuse(event);
	return true;
end, 1000);

module:hook("muc-private-message", function (event)
	if not is_too_much(event) then return; end
	refuse(event);
	return false;
end, 1000);
