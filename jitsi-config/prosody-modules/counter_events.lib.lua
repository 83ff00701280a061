-- Events to the backend, each a JSON POST to the webhook; part of mod_counter_control.
-- One request at a time keeps the order. Delivery is at least once: whoever has seen a seq of this boot ignores it.
-- What comes after a quiet moment is sent at once, and what comes soon after that together: a request costs Prosody more
-- than all else that this module does.

local new_queue, new_id = require "util.queue".new, require "util.id".medium;
local now, monotonic = require "util.time".now, require "util.time".monotonic;
local in_json, new_post = module:require "counter_json", module:require "counter_post";

local seconds_between_requests, most_together = 0.02, 50;
local request_timeout, longest_retry = 10, 15;

--- @return emit(event); numbered(event); post(body, on_answer), with code 0 for no answer; open(), before which events wait;
---   is_open(); position(), the boot and the seq of the last event
return function (webhook, authorization, queue_limit)

local boot, seq = new_id(), 0;
local is_open = false; -- until the backend has answered "boot"
local queue, is_sending, is_due, asked_at = new_queue(queue_limit), false, false, monotonic();

local function numbered(event)
	seq = seq + 1;
	local at = now();
	event.boot, event.seq, event.at, event.at_ms = boot, seq, math.floor(at), math.floor(at * 1000);
	return event;
end

local send_body = new_post(webhook, {
	["Content-Type"] = "application/json", ["Authorization"] = authorization,
});

local function post(body, on_answer)
	local is_settled, timer, give_up = false, nil, nil;
	local function settle(code, answer)
		if is_settled then return; end
		is_settled = true;
		if timer then timer:stop(); end
		if module.loaded ~= false then on_answer(code or 0, answer); end
	end
	timer = module:add_timer(request_timeout, function ()
		if give_up then give_up(); end
		settle(0);
	end);
	give_up = send_body(body, settle);
end

local function is_worth_retrying(code) -- 4xx says the events themselves are wrong, except where it says "not now" or "who are you"
	return code < 400 or code >= 500 or code == 401 or code == 408 or code == 429;
end

local send_apart;

local function send(events, attempt, on_done)
	post(in_json(events[2] and events or events[1]), function (code)
		if code >= 200 and code < 300 then return on_done(); end
		if is_worth_retrying(code) then
			local pause = math.min(2 ^ (attempt - 1), longest_retry);
			module:log("warn", "%d events from %d on not delivered (HTTP %d), again in %g s", #events, events[1].seq, code, pause);
			module:add_timer(pause, function () send(events, attempt + 1, on_done); end);
			return;
		end
		if events[2] then return send_apart(events, 1, on_done); end
		module:log("error", "event %d dropped: the backend answered HTTP %d", events[1].seq, code);
		on_done();
	end);
end

function send_apart(events, first, on_done) -- one of them is wrong: alone it loses nobody else's
	if not events[first] then return on_done(); end
	send({ events[first] }, 1, function () send_apart(events, first + 1, on_done); end);
end

local function take_waiting()
	local events = {};
	while #events < most_together and queue:peek() do events[#events+1] = queue:pop(); end
	return events;
end

local function send_queue()
	if is_sending or is_due or not is_open or not queue:peek() then return; end
	is_due = true;
	module:add_timer(math.max(asked_at + seconds_between_requests - monotonic(), 0), function ()
		is_due, is_sending, asked_at = false, true, monotonic();
		send(take_waiting(), 1, function ()
			is_sending = false;
			send_queue();
		end);
	end);
end

local function emit(event)
	local is_full = queue:count() >= queue_limit;
	if is_full then queue:pop(); end
	queue:push(numbered(event));
	send_queue();
	if not is_full then return; end
	queue:peek().gap = true; -- the backend then asks for the rooms as they are
	module:log("error", "event queue is full, the oldest event was dropped");
end

local function open()
	is_open = true;
	send_queue(); -- someone may have left meanwhile
end

return {
	emit = emit, numbered = numbered, post = post, open = open,
	is_open = function () return is_open; end,
	position = function () return boot, seq; end,
};
end
