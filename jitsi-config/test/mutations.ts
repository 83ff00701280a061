import { inAuth } from "./mutations/auth.js";
import { inControlBoot } from "./mutations/control-boot.js";
import { inControlCommands } from "./mutations/control-commands.js";
import { inControlEvents } from "./mutations/control-events.js";
import { inEvents } from "./mutations/events.js";
import { inFlood } from "./mutations/flood.js";
import { inGateway } from "./mutations/gateway.js";
import { inJson } from "./mutations/json.js";
import { inMuc } from "./mutations/muc.js";
import type { Mutation } from "./mutations/mutation.js";
import { inPhoneDialIns } from "./mutations/phone-dial-ins.js";
import { inPhoneDials } from "./mutations/phone-dials.js";
import { inPhoneFraud } from "./mutations/phone-fraud.js";
import { inPhoneLegs } from "./mutations/phone-legs.js";
import { inPost } from "./mutations/post.js";

/** Each guard of the modules with the change that takes it away. Run by `npm run drill -- module-mutations`. */
export const mutations: Mutation[] = [
  ...inAuth,
  ...inMuc,
  ...inControlBoot,
  ...inControlEvents,
  ...inControlCommands,
  ...inEvents,
  ...inFlood,
  ...inJson,
  ...inPost,
  ...inPhoneDials,
  ...inPhoneLegs,
  ...inPhoneFraud,
  ...inPhoneDialIns,
  ...inGateway,
];
