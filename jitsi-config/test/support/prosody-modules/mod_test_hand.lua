-- The operator's and jicofo's hand, for tests only: reloads a module, changes an affiliation as the server itself.
local json = require "util.json";
local modulemanager = require "core.modulemanager";

module:depends("http");

module:provides("http", {
	route = {
		["POST /reload"] = function (event)
			local request = json.decode(event.request.body);
			return modulemanager.reload(request.host, request.module) and 200 or 500;
		end;
		["POST /affiliation"] = function (event)
			local request = json.decode(event.request.body);
			local room = prosody.hosts[request.host].modules.muc.get_room_from_jid(request.room.."@"..request.host);
			local occupant = room:get_occupant_by_nick(room.jid.."/"..request.nick);
			return room:set_affiliation(true, occupant.bare_jid, request.affiliation) and 200 or 500;
		end;
	};
});
