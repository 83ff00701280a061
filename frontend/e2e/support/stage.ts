import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Cookie } from "playwright-core";
import type { Stack } from "../../../appliance/embedded/stack.ts";
import { bookByRequest } from "./api.ts";
import { keepScreenshots, newPerson, type Person, startBrowser } from "./browser.ts";
import { admit, signIn } from "./counter.ts";
import { ask } from "./database.ts";
import { expectMovingVideo } from "./media.ts";
import { startOwnStack } from "./stack.ts";

export const an = { email: "an@voorbeeldegem.example", name: "An Peeters" };
export const karim = { email: "karim@voorbeeldegem.example", name: "Karim Haddad" };

/** One stack and one browser for the stories of a file; the people come anew for each. */
export interface Stage {
  readonly stack: Stack;
  readonly browser: Browser;
  /** Somebody with a browser of their own. */
  enter(size?: { width: number; height: number }): Promise<Person>;
  /** A clerk at the queue. Signs in once; later browsers bring the session along. */
  enterClerk(who?: typeof an): Promise<Person>;
  /** They have ended at the server: the next clerk signs in anew. */
  forgetSessions(): void;
}

/** Ten pictures a second move as well as twenty, and cost half. */
const calmCamera = "--use-fake-device-for-media-stream=fps=10";

/** What the server itself had to say: its log goes with the stack. */
const tellTrouble = ({ logFolder }: Stack): void => {
  for (const name of ["backend", "worker"]) {
    const file = join(logFolder, `${name}.log`);
    const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
    const trouble = lines.filter((line) => line !== "" && !/"level":"?(10|20|30|info|debug)\b/.test(line)).slice(-15);
    if (trouble.length > 0) console.error(`      ${name}: ${trouble.join(`\n      ${name}: `)}`);
  }
};

export interface Visit {
  readonly citizen: Person;
  readonly clerk: Person;
  readonly link: string;
  readonly name: string;
}

/** Registers its own hooks: call it inside `describe`. `settings`: more of them for backend and worker, asked before they start; `gatewayPassword`: Prosody knows a
    telephone gateway by it. */
export const setStage = ({
  settings = async (): Promise<Record<string, string>> => ({}),
  browserArguments = [] as readonly string[],
  isAsking = false,
  gatewayPassword = "",
} = {}): Stage => {
  let stack: Stack;
  let browser: Browser;
  let people: Person[] = [];
  const sessions = new Map<string, Cookie[]>();

  before(async () => {
    [stack, browser] = await Promise.all([
      startOwnStack(await settings(), gatewayPassword),
      startBrowser([calmCamera, ...browserArguments], undefined, isAsking),
    ]);
    // The demo's two seats would not hold all stories of the next half hour.
    await ask(stack, "update counter set capacity = 40");
  });
  after(async () => {
    await browser?.close();
    await stack?.stop();
  });
  afterEach(async function () {
    if (this.currentTest?.state === "failed") {
      await keepScreenshots(people, this.currentTest.title);
      tellTrouble(stack);
    }
    await Promise.all(people.map(({ context }) => context.close()));
    people = [];
  });

  const enter = async (size?: { width: number; height: number }) => {
    const person = await newPerson(browser, size);
    people.push(person);
    return person;
  };
  const enterClerk = async (who = an) => {
    const person = await enter();
    const session = sessions.get(who.email);
    if (session) await person.context.addCookies(session);
    if (session) await person.page.goto(`${stack.publicUrl}/console`);
    else await signIn(person.page, { ...stack, clerk: { ...stack.clerk, email: who.email } });
    await person.page.getByRole("heading", { name: /^Wachtrij/ }).waitFor();
    sessions.set(who.email, await person.context.cookies());
    return person;
  };
  return {
    get stack() {
      return stack;
    },
    get browser() {
      return browser;
    },
    enter,
    enterClerk,
    forgetSessions: () => sessions.clear(),
  };
};

/** Booked, and in the waiting room. Where booking and the device check are not the story, they are done in short. */
export const comeToWait = async (stage: Stage, name: string): Promise<Omit<Visit, "clerk">> => {
  const [citizen, link] = await Promise.all([stage.enter(), bookByRequest(stage.stack, { name })]);
  await rememberDevices(citizen);
  await citizen.page.goto(link);
  await citizen.page.getByRole("button", { name: "Naar de wachtkamer" }).click();
  await citizen.page.getByRole("heading", { name: "Wachtkamer" }).waitFor();
  return { citizen, link, name };
};

/** As after an earlier device check in this browser. */
export const rememberDevices = ({ context }: Person): Promise<unknown> =>
  context.addInitScript(() => localStorage.setItem("balie.devices", JSON.stringify({ microphone: "", camera: "" })));

/** Admitted, and both see each other. */
export const meet = async (stage: Stage, name: string): Promise<Visit> => {
  const clerk = await stage.enterClerk();
  const visit = await comeToWait(stage, name);
  await admit(clerk.page, name);
  await Promise.all([expectMovingVideo(visit.citizen.page), expectMovingVideo(clerk.page)]);
  return { ...visit, clerk };
};
