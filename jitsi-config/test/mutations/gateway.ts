import { inModule } from "./mutation.js";

export const inGateway = inModule("mod_auth_counter_gateway.lua", [
  {
    name: "the gateway's password is checked",
    find: "and equals(given, password);",
    replace: "and true;",
    test: "by another password or name",
  },
  {
    name: "the gateway has one name",
    find: "return username == account and equals",
    replace: "return equals",
    test: "by another password or name",
  },
]);
