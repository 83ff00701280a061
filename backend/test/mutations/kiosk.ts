import type { Mutation } from "./mutation.js";

const kiosk = "backend/src/features/kiosk/kiosk.test.ts";
const kioskRules = "backend/src/features/appointments/kiosk-code.rules.ts";

export const ofKiosk: Mutation[] = [
  {
    guard: "a kiosk code works from the day before, not earlier",
    file: kioskRules,
    find: "return from.toJSDate() <= now && now < until.toJSDate();",
    replace: "return now < until.toJSDate();",
    test: kiosk,
    grep: "before the day before",
  },
  {
    guard: "a kiosk code works until the end of the day, not longer",
    file: kioskRules,
    find: "return from.toJSDate() <= now && now < until.toJSDate();",
    replace: "return from.toJSDate() <= now;",
    test: kiosk,
    grep: "after the day itself",
  },
  {
    guard: "no kiosk code of a cancelled appointment",
    file: kioskRules,
    find: `if (status !== "booked" && status !== "attended") return false;\n`,
    replace: "",
    test: kiosk,
    grep: "was cancelled",
  },
  {
    guard: "a kiosk code that two have opens neither",
    file: "backend/src/features/kiosk/open-by-code.ts",
    find: "if (!appointment || another) throw",
    replace: "if (!appointment) throw",
    test: kiosk,
    grep: "two appointments have the same code",
  },
  {
    guard: "no guessing of kiosk codes from one address",
    file: "backend/src/features/kiosk/kiosk.routes.ts",
    find: "points: 20,",
    replace: "points: 1000,",
    test: kiosk,
    grep: "twenty tries from one address",
  },
  {
    guard: "no guessing of kiosk codes from many addresses",
    file: "backend/src/features/kiosk/kiosk.routes.ts",
    find: ", pointsInAll: 60",
    replace: "",
    test: kiosk,
    grep: "sixty tries from all addresses",
  },
  {
    guard: "a kiosk's wiping takes the arrival cookie away",
    file: "backend/src/features/kiosk/kiosk.routes.ts",
    find: `const ours = [arrivalCookie(""), helperCookie(""), interpreterCookie("")];`,
    replace: `const ours = [helperCookie(""), interpreterCookie("")];`,
    test: kiosk,
    grep: "wipes: the cookies of a citizen",
  },
];
