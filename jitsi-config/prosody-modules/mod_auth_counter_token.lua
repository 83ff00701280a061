-- Lets in whoever holds a token of ours: SASL ANONYMOUS, gated by a HS256 JWT in the "token" query parameter of the
-- websocket address. Embedded mode only; the appliance uses Jitsi's own mod_auth_token. Where the two differ, this one
-- is the stricter: "exp" and "context.user.id" are required, "*" is nobody's room, and no clock leeway is given.
--
--   counter_jwt_iss, counter_jwt_aud, counter_jwt_secret   required
--   counter_allowed_origin   the only site whose pages may connect (a client that is no browser names none); optional
local base64, hashes = require "util.encodings".base64, require "util.hashes";
local json, sasl = require "util.json", require "util.sasl";
local formdecode = require "util.http".formdecode;

local issuer = assert(module:get_option_string("counter_jwt_iss"), "counter_jwt_iss is required");
local audience = assert(module:get_option_string("counter_jwt_aud"), "counter_jwt_aud is required");
local secret = assert(module:get_option_string("counter_jwt_secret"), "counter_jwt_secret is required");
local allowed_origin = module:get_option_string("counter_allowed_origin");

local function from_base64url(text)
	local standard = text:gsub("[-_]", { ["-"] = "+", ["_"] = "/" });
	return base64.decode(standard..("="):rep(-#standard % 4));
end

local function to_base64url(bytes)
	return (base64.encode(bytes):gsub("[+/=]", { ["+"] = "-", ["/"] = "_", ["="] = "" }));
end

local function decode_object(part)
	local text = from_base64url(part);
	local object = text and json.decode(text);
	return type(object) == "table" and object or nil;
end

-- Nothing of a token is parsed before its signature is known to be ours.
local function open(token)
	local signed, header_part, claims_part, signature = token:match("^(([%w_-]+)%.([%w_-]+))%.([%w_-]+)$");
	if not signed then return nil, "token is malformed"; end
	if not hashes.equals(to_base64url(hashes.hmac_sha256(secret, signed)), signature) then
		return nil, "token signature is wrong";
	end
	local header, claims = decode_object(header_part), decode_object(claims_part);
	if not header or not claims then return nil, "token is malformed"; end
	if header.alg ~= "HS256" then return nil, "token algorithm must be HS256"; end
	if header.typ ~= "JWT" then return nil, "token type must be JWT"; end
	return claims;
end

local function user_of(claims)
	local user = type(claims.context) == "table" and claims.context.user;
	return type(user) == "table" and user or {};
end

local function is_filled(value) return type(value) == "string" and value ~= ""; end

local function verify(token)
	if not is_filled(token) then return nil, "token is required"; end
	local claims, refusal = open(token);
	if not claims then return nil, refusal; end
	local now = os.time();
	if claims.iss ~= issuer then return nil, "token issuer is wrong"; end
	if claims.aud ~= audience then return nil, "token audience is wrong"; end -- an array never equals a string
	if claims.sub ~= module.host then return nil, "token subject is wrong"; end
	if type(claims.exp) ~= "number" then return nil, "token expiry is missing"; end
	if now >= claims.exp then return nil, "token has expired"; end
	if claims.nbf ~= nil and type(claims.nbf) ~= "number" then return nil, "token start is no number"; end
	if claims.nbf and now < claims.nbf then return nil, "token is not valid yet"; end
	if not is_filled(claims.room) then return nil, "token room is missing"; end
	if claims.room == "*" then return nil, "token must name one room"; end
	if not is_filled(user_of(claims).id) then return nil, "token user is missing"; end -- else nobody could remove them
	return claims;
end

module:hook_global("websocket-session", function (event) -- too early to refuse in words: remember, judge at SASL time
	local query, origin = event.request.url.query, event.request.headers.origin;
	local params = query and formdecode(query);
	if type(params) ~= "table" then params = {}; end
	event.session.counter_token, event.session.counter_resumes = params.token, params.previd;
	event.session.counter_foreign_page = allowed_origin and origin and origin ~= allowed_origin;
end);

-- Stream management resumes only a stream of the same user name, and ours are random: whoever shows the secret id of a
-- living stream, and a token for the same person and room, gets its name again.
local function name_to_resume(session, claims)
	if not is_filled(session.counter_resumes) then return; end
	for username, user in pairs(prosody.hosts[module.host].sessions) do
		for _, other in pairs(user.sessions) do
			local theirs = other.counter_claims;
			if other.resumption_token == session.counter_resumes and theirs
			and theirs.room == claims.room and user_of(theirs).id == user_of(claims).id then return username; end
		end
	end
end

local provider = {};

function provider.get_sasl_handler(session)
	local handler = sasl.new(module.host, { anonymous = function () return true; end });
	local process = handler.process;
	function handler:process(message)
		local claims, refusal;
		if session.counter_foreign_page then refusal = "page of another site"; else
			claims, refusal = verify(session.counter_token);
		end
		if not claims then
			module:log("info", "connection refused: %s", refusal);
			return "failure", "not-allowed", refusal; -- lib-jitsi-meet reads the text only under <not-allowed/>
		end
		session.counter_claims, session.counter_token = claims, nil;
		local status, result, text = process(self, message);
		if status == "success" then self.username = name_to_resume(session, claims) or self.username; end
		return status, result, text;
	end
	function handler.clean_clone() return provider.get_sasl_handler(session); end
	return handler;
end

local function has_no_passwords() return nil, "not supported"; end
for _, method in ipairs { "test_password", "get_password", "set_password", "user_exists", "create_user", "delete_user" } do
	provider[method] = has_no_passwords;
end

module:provides("auth", provider);
