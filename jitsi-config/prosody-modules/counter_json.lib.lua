-- Writes as JSON what mod_counter_control tells: texts, whole numbers, yes and no, under names of ours. util.json takes each
-- letter apart and copies each table first, which cost more than sending.
local quote_with_care = require "util.json".encode;

local function quoted(text)
	if text:find('[%c"\\]') then return quote_with_care(text); end
	return '"'..text..'"';
end

local function in_json(value)
	if type(value) == "string" then return quoted(value); end
	if type(value) ~= "table" then return tostring(value); end
	local parts = {};
	if value[1] then
		for index, each in ipairs(value) do parts[index] = in_json(each); end
		return "["..table.concat(parts, ",").."]";
	end
	for name, each in pairs(value) do parts[#parts+1] = '"'..name..'":'..in_json(each); end
	return "{"..table.concat(parts, ",").."}";
end

return in_json;
