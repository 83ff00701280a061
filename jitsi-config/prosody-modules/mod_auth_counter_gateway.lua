-- The one account of a telephone gateway, for a Prosody of the embedded mode that has one. The appliance's official image
-- makes this account itself.
--
--   counter_gateway_account, counter_gateway_password   required
local sasl, equals = require "util.sasl", require "util.hashes".equals;

local account = assert(module:get_option_string("counter_gateway_account"), "counter_gateway_account is required");
local password = assert(module:get_option_string("counter_gateway_password"), "counter_gateway_password is required");
assert(#password >= 16, "counter_gateway_password must have 16 characters or more");

local provider = {};

function provider.user_exists(username) return username == account; end

function provider.test_password(username, given) return username == account and equals(given, password); end

function provider.get_sasl_handler()
	return sasl.new(module.host, {
		plain_test = function (_, username, given) return provider.test_password(username, given), true; end;
	});
end

local function are_fixed() return nil, "not supported"; end
for _, method in ipairs { "get_password", "set_password", "create_user", "delete_user" } do provider[method] = are_fixed; end

module:provides("auth", provider);
