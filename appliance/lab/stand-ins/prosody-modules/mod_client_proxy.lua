-- Stands in for Jitsi's module of that name: what is asked of this component is passed to the account that jicofo logs in with.
--
--   target_address   the full address of that account
local st, id = require "util.stanza", require "util.id".medium;

local target = assert(module:get_option_string("target_address"), "target_address is required");
local asked = {};

module:hook("iq/host", function (event)
	local stanza = event.stanza;
	if stanza.attr.type == "result" or stanza.attr.type == "error" then
		local question = asked[stanza.attr.id];
		if not question then return true; end
		asked[stanza.attr.id] = nil;
		local answer = st.clone(stanza);
		answer.attr.from, answer.attr.to, answer.attr.id = module.host, question.from, question.id;
		module:send(answer);
		return true;
	end
	local forwarded, key = st.clone(stanza), id();
	asked[key] = { from = stanza.attr.from, id = stanza.attr.id };
	forwarded.attr.from, forwarded.attr.to, forwarded.attr.id = module.host, target, key;
	module:send(forwarded);
	return true;
end, 10);
