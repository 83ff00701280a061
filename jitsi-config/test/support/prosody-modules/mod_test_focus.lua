-- Stands in for jicofo, for the doctor's tests: opens a room when it is asked to, and offers two who are in it a call at a
-- bridge's addresses, in the form of jicofo's own offer. On the component it answers requests, on the MUC it offers.
--
--   test_focus_mood         "no_bridge": says that it has none; "mute": offers nothing
--   test_focus_candidates   "ip:port ip:port", with test_focus_ufrag and test_focus_pwd
local st, id = require "util.stanza", require "util.id".short;
local focus = "http://jitsi.org/protocol/focus";

module:hook("iq-set/host/"..focus..":conference", function (event)
	local asked = event.stanza:get_child("conference", focus);
	local answer = st.reply(event.stanza):tag("conference", { xmlns = focus, room = asked.attr.room, ready = "true" });
	event.origin.send(answer);
	return true;
end);

local function offer(room, occupant)
	local initiate = st.iq({ type = "set", id = id(), from = room.jid.."/focus", to = occupant.jid })
		:tag("jingle", { xmlns = "urn:xmpp:jingle:1", action = "session-initiate", sid = id() });
	for _, kind in ipairs { "audio", "video" } do
		initiate:tag("content", { name = kind, creator = "initiator" })
			:tag("transport", {
				xmlns = "urn:xmpp:jingle:transports:ice-udp:1",
				ufrag = module:get_option_string("test_focus_ufrag"), pwd = module:get_option_string("test_focus_pwd"),
			});
		for ip, port in (module:get_option_string("test_focus_candidates") or ""):gmatch("(%S+):(%d+)") do
			initiate:tag("candidate", {
				ip = ip, port = port, protocol = "udp", type = "host", component = "1", foundation = "1", generation = "0",
				id = id(), network = "0", priority = "2130706431",
			}):up();
		end
		initiate:up():up();
	end
	module:send(initiate);
end

local function say_no_bridge(room, occupant)
	module:send(st.presence({ from = room.jid.."/focus", to = occupant.jid }):tag("bridgeNotAvailable", { xmlns = focus }));
end

module:hook("muc-occupant-joined", function (event)
	local occupants = {};
	for _, occupant in event.room:each_occupant() do occupants[#occupants+1] = occupant; end
	local mood = module:get_option_string("test_focus_mood");
	if #occupants < 2 or mood == "mute" then return; end
	for _, occupant in ipairs(occupants) do
		if mood == "no_bridge" then say_no_bridge(event.room, occupant); else offer(event.room, occupant); end
	end
end);
