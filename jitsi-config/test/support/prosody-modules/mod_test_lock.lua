-- Stands in for the lock of Jitsi's mod_muc_meeting_id: whoever comes is held for a moment, and then comes in with the same stanza.
local held = setmetatable({}, { __mode = "k" });

module:hook("muc-occupant-pre-join", function (event)
	local room, origin, stanza = event.room, event.origin, event.stanza;
	if held[stanza] or event.is_new_room then return; end
	held[stanza] = true;
	module:add_timer(0.05, function () room:handle_normal_presence(origin, stanza); end);
	return true;
end, 8);
