-- Prosody for the embedded mode: one process beside the app, on the loopback interface, nothing on disk but its data
-- directory, no bridge and no jicofo. Start: prosody -F --config embedded.cfg.lua
--
-- Everything that varies comes from the environment:
--   PROSODY_HTTP_PORT PROSODY_DATA_DIR PROSODY_MODULES_DIR     required
--   JITSI_DOMAIN JITSI_MUC_DOMAIN JITSI_APP_ID JITSI_APP_SECRET  required
--   COUNTER_CONTROL_SECRET COUNTER_CONTROL_WEBHOOK             required
--   PUBLIC_URL              the app's address: only pages of that site may connect
--   PROSODY_PID_FILE, PROSODY_LOG_LEVEL (info; never debug: it prints whole stanzas, names included)
--   COUNTER_CONTROL_REFUSE_SECONDS, COUNTER_CONTROL_QUEUE_LIMIT, JITSI_MAX_PARTICIPANTS
--   PHONE_GATEWAY_PASSWORD  only where a telephone gateway's stand-in plays along: it logs in as jigasi@auth.JITSI_DOMAIN,
--                           through the websocket. 16 characters or more
--   COUNTER_CONTROL_DIAL_TIMEOUT   seconds
--   TURN_HOST TURN_PORT TURN_SECRET   a TURN server with coturn's static-auth-secret

local lua = Lua or { error = error, tonumber = tonumber } -- Prosody 13 keeps Lua's own functions in "Lua"

local function required(name, value)
	if value == nil or value == "" then lua.error(name .. " is missing from the environment", 0) end
	return value
end

local function optional(value)
	if value ~= "" then return value end
end

local function number(name, value, default)
	if optional(value) == nil then return default end
	return lua.tonumber(value) or lua.error(name .. " must be a number", 0)
end

local data_dir = required("PROSODY_DATA_DIR", ENV_PROSODY_DATA_DIR)
local port = number("PROSODY_HTTP_PORT", required("PROSODY_HTTP_PORT", ENV_PROSODY_HTTP_PORT))
local domain = required("JITSI_DOMAIN", ENV_JITSI_DOMAIN)
local muc_domain = required("JITSI_MUC_DOMAIN", ENV_JITSI_MUC_DOMAIN)
local control_secret = required("COUNTER_CONTROL_SECRET", ENV_COUNTER_CONTROL_SECRET)
if #control_secret < 32 then -- the module would stay out and the rooms open, so nothing starts at all
	lua.error("COUNTER_CONTROL_SECRET must have 32 characters or more", 0)
end
local public_url = optional(ENV_PUBLIC_URL)

run_as_root = true -- containers and rented machines often have no other user
data_path = data_dir
certificates = data_dir
pidfile = optional(ENV_PROSODY_PID_FILE)
plugin_paths = { required("PROSODY_MODULES_DIR", ENV_PROSODY_MODULES_DIR) }
installer_plugin_path = data_dir
storage = "memory"
log = { { levels = { min = optional(ENV_PROSODY_LOG_LEVEL) or "info" }, to = "console" } }

interfaces = { "127.0.0.1" }
http_ports, http_interfaces, https_ports = { port }, { "127.0.0.1" }, {}
c2s_ports, c2s_direct_tls_ports, s2s_ports, s2s_direct_tls_ports = {}, {}, {}, {}
http_default_host = domain
http_default_cors_enabled = false
http_cors_override = { websocket = { enabled = false } }

-- TLS ends at the app or its proxy; here everything is loopback.
c2s_require_encryption = false
consider_websocket_secure = true

modules_enabled = { "disco", "saslauth", "ping", "websocket", "smacks", "external_services" }
modules_disabled = { "s2s", "s2s_auth_certs", "offline" } -- c2s stays without a port: websocket needs it

-- How soon a person counts as gone. Hanging up and reloading are told at once; this is for a tab that was closed or a
-- network that failed. 15 s bridges a change from wifi to mobile (measured: a 5 s cut resumes unnoticed) and is about as
-- long as somebody looks at a frozen picture. lib-jitsi-meet pings every 10 s, so 20 s of silence is a dead line.
smacks_hibernation_time = 15
smacks_max_old_sessions = 1
-- Without Nagle: what is large (an offer, an answer) else waits up to 40 ms for the acknowledgement of its first part.
network_settings = { read_timeout = 20, nagle = false }
c2s_timeout = 30 -- for those who connect and never log in

counter_jwt_iss = required("JITSI_APP_ID", ENV_JITSI_APP_ID)
counter_jwt_aud = "jitsi"
counter_jwt_secret = required("JITSI_APP_SECRET", ENV_JITSI_APP_SECRET)
counter_allowed_origin = public_url and public_url:match("^%w+://[^/]+") -- an origin is an address without its path

if optional(ENV_TURN_HOST) then
	external_services = {
		{
			type = "turn", transport = "udp", algorithm = "turn", ttl = 3600,
			host = ENV_TURN_HOST, port = number("TURN_PORT", ENV_TURN_PORT, 3478),
			secret = required("TURN_SECRET", ENV_TURN_SECRET),
		},
	}
end

local gateway_password = optional(ENV_PHONE_GATEWAY_PASSWORD)
local auth_domain = "auth." .. domain
if gateway_password then
	if #gateway_password < 16 then lua.error("PHONE_GATEWAY_PASSWORD must have 16 characters or more", 0) end
	admins = { "jigasi@" .. auth_domain } -- as in the official image: to our module a service, in the rooms an owner
	VirtualHost (auth_domain)
		authentication = "counter_gateway"
		counter_gateway_account = "jigasi"
		counter_gateway_password = gateway_password
	Component ("internal-" .. muc_domain) "muc"
		restrict_room_creation = true
		muc_room_locking = false
		muc_tombstones = false
		muc_room_default_public_jids = true
end

VirtualHost (domain)
	authentication = "counter_token"

Component (muc_domain) "muc"
	modules_enabled = { "muc_counter_token", "counter_control" }
	http_host = domain -- else the component would answer only to its own host name
	counter_max_participants = number("JITSI_MAX_PARTICIPANTS", ENV_JITSI_MAX_PARTICIPANTS, 8)
	counter_control_secret = control_secret
	counter_control_webhook = required("COUNTER_CONTROL_WEBHOOK", ENV_COUNTER_CONTROL_WEBHOOK)
	counter_control_refuse_seconds = number("COUNTER_CONTROL_REFUSE_SECONDS", ENV_COUNTER_CONTROL_REFUSE_SECONDS, 900)
	counter_control_dial_timeout = number("COUNTER_CONTROL_DIAL_TIMEOUT", ENV_COUNTER_CONTROL_DIAL_TIMEOUT, 12)
	counter_control_queue_limit = number("COUNTER_CONTROL_QUEUE_LIMIT", ENV_COUNTER_CONTROL_QUEUE_LIMIT, 5000)
	muc_room_locking = false
	muc_tombstones = false
	muc_room_default_history_length = 0
	component_admins_as_room_owners = true -- Prosody 0.12's own choice, and the official image's
	muc_room_default_public_jids = true -- lib-jitsi-meet overlooks a member without a real address
	muc_room_cache_size = 1000          -- beyond it Prosody swaps rooms out, people and all
