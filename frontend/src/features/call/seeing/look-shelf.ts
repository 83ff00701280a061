import { browserShelf } from "../../../platform/storage.js";
import { type Look, lookFrom } from "./arrange.rules.js";

const looks = browserShelf<unknown>("look");

export const keptLook = (): Look => lookFrom(looks.read());
export const keepLook = (look: Look): void => looks.write(look);
