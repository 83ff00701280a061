-- Posts JSON to one address over a connection that is kept open. One for each event would cost Prosody more than all else
-- that mod_counter_control does. One request at a time.
local parse_url = require "socket.url".parse;
local new_parser = require "net.http.parser".new;
local connect, new_resolver = require "net.connect".connect, require "net.resolvers.basic".new;
local http = require "net.http";

--- Over https, or behind a name and password, Prosody's own client does it, with a connection each.
local function with_own_connection(address, headers)
	return function (body, on_answer)
		local request = http.request(address, { method = "POST", body = body, suppress_url = true, headers = headers },
			function (answer, code) on_answer(code, answer); end);
		return function () if request then http.destroy_request(request); end end;
	end
end

--- @return a function (body, on_answer) that calls on_answer(code, body) once, with code 0 for none; it returns what gives up
return function (address, headers)
	local url = parse_url(address);
	if url.scheme ~= "http" or url.userinfo then return with_own_connection(address, headers); end

	local head = {
		("POST %s%s HTTP/1.1"):format(url.path or "/", url.query and "?"..url.query or ""),
		"Host: "..url.host..(url.port and ":"..url.port or ""),
	};
	for name, value in pairs(headers) do head[#head+1] = name..": "..value; end
	local opening = table.concat(head, "\r\n").."\r\nContent-Length: ";

	local open, asked, listener = nil, nil, {}; -- the connection; { body, on_answer, is_repeatable }

	local function settle(code, body)
		local was_asked = asked;
		asked = nil;
		if was_asked then was_asked.on_answer(code, body); end
	end

	local function close()
		local conn = open;
		open = nil;
		if conn then conn:close(); end
	end

	local function read_answer(answer)
		if answer.partial then return; end
		if (answer.headers.connection or ""):lower() == "close" or answer.httpversion == "1.0" then close(); end
		settle(answer.code, answer.body);
	end

	local function write()
		local parser = new_parser(read_answer, function () close(); settle(0); end, "client", function () return {}; end);
		asked.read = function (data) asked.is_repeatable = false; parser:feed(data); end;
		open:write(opening..#asked.body.."\r\n\r\n"..asked.body);
	end

	local function dial() connect(new_resolver(url.host, tonumber(url.port) or 80, "tcp"), listener, {}, {}); end

	function listener.onconnect(conn)
		if not asked or open then return conn:close(); end -- given up meanwhile
		open = conn;
		write();
	end

	function listener.onincoming(conn, data)
		if conn == open and asked and asked.read then asked.read(data); end
	end

	function listener.ondisconnect(conn)
		if conn ~= open then return; end
		open = nil;
		if not asked then return; end
		-- The other side ends what has been quiet for some seconds, and we may just have written to it.
		if asked.is_repeatable then asked.is_repeatable = false; return dial(); end
		settle(0);
	end

	function listener.onfail() settle(0); end

	function module.unload() asked = nil; close(); end

	return function (body, on_answer)
		asked = { body = body, on_answer = on_answer, is_repeatable = open ~= nil };
		if open then write(); else dial(); end
		return function () asked = nil; close(); end;
	end
end
