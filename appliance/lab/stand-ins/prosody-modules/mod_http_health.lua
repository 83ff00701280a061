-- The address that the official image's health check asks.
module:set_global();
module:depends("http");
module:provides("http", { default_path = "/health", route = { GET = function () return "ok"; end } });
