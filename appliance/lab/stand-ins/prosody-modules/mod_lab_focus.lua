-- Stands in for Jitsi's client_proxy: what is asked of focus.meet.jitsi is passed to the account that jicofo logs in with.
local st, jid, id = require "util.stanza", require "util.jid", require "util.id".medium;

local target, asked = "focus@auth.meet.jitsi/focus", {};

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
	forwarded:tag("asked-by", { xmlns = "urn:balie:lab", jid = stanza.attr.from }):up();
	module:send(forwarded);
	return true;
end, 10);
