import { randomUUID } from "node:crypto";
import { expect } from "chai";
import { type Answer, type CookieJar, startTestApp, type TestApp } from "../test/app.js";
import {
  admit,
  arrive,
  arriveAsHelper,
  arriveAsInterpreter,
  book,
  bookingOf,
  buildMunicipality,
  demoClerk,
  interpreterOf,
  invitationOf,
  invite,
  newTab,
  quarterAfter,
  reserve,
  signIn,
  welcomeColleague,
} from "../test/factories.js";
import { kioskCodeOf } from "./features/appointments/kiosk-code.js";
import type { Service } from "./features/services/service.entity.js";
import type { Access } from "./platform/http/route.js";

const now = new Date("2026-11-23T09:00:00Z");

type Role = Access;

/** Who may call what: "yes" means past the door (whatever the verb then says of an unknown id or an empty body), else the door's refusal. Every route of the API
    stands here; a new one without a line turns the test red. */
const door: Record<string, Record<Role, string>> = (() => {
  const all = (answer: string) => ({
    ...{ anyone: answer, link: answer, arrival: answer, clerk: answer, welcome: answer },
    ...{ helper_link: answer, helper: answer, voice_menu: answer, reservation_link: answer },
    ...{ interpreter_link: answer, interpreter: answer },
  });
  const open = all("yes");
  const link = { ...all("link_unknown"), link: "yes" };
  const arrival = { ...all("unauthenticated"), arrival: "yes" };
  const clerk = { ...all("unauthenticated"), clerk: "yes" };
  const welcome = { ...all("welcome_unknown"), welcome: "yes" };
  const helperLink = { ...all("link_unknown"), helper_link: "yes" };
  const helper = { ...all("unauthenticated"), helper: "yes" };
  const voiceMenu = { ...all("unauthenticated"), voice_menu: "yes" };
  const reservationLink = { ...all("link_unknown"), reservation_link: "yes" };
  const interpreterLink = { ...all("link_unknown"), interpreter_link: "yes" };
  const interpreter = { ...all("unauthenticated"), interpreter: "yes" };
  return {
    "GET /api/municipality": open,
    "GET /api/services": open,
    "GET /api/services/:serviceId/slots": open,
    "POST /api/appointments": open,
    "GET /a/:token/afspraak.ics": open,
    "POST /api/kiosk/opening": open,
    "POST /api/kiosk/wipe": open,
    "POST /api/clerk-session": open,
    "GET /api/clerk-session": clerk,
    "DELETE /api/clerk-session": clerk,
    "GET /api/welcome": welcome,
    "POST /api/welcome": welcome,
    "GET /api/appointment": link,
    "POST /api/appointment/move": link,
    "POST /api/appointment/cancellation": link,
    "POST /api/appointment/device-check": link,
    "POST /api/appointment/relays": link,
    "POST /api/appointment/line-sample": link,
    "POST /api/appointment/phone-request": link,
    "POST /api/appointment/arrival": link,
    "POST /api/appointment/survey": link,
    "POST /api/arrivals/:arrivalId/call-token": arrival,
    "POST /api/arrivals/:arrivalId/departure": arrival,
    "GET /api/arrivals/:arrivalId/events": arrival,
    "POST /api/arrivals/:arrivalId/guests/:guestId/told": arrival,
    "GET /api/queue": clerk,
    "GET /api/queue/events": clerk,
    "POST /api/meetings/:meetingId/admission": clerk,
    "POST /api/meetings/:meetingId/removal": clerk,
    "POST /api/meetings/:meetingId/guests/:guestId/removal": clerk,
    "POST /api/meetings/:meetingId/medium": clerk,
    "POST /api/meetings/:meetingId/shown-page": clerk,
    "POST /api/meetings/:meetingId/end": clerk,
    "POST /api/meetings/:meetingId/call-token": clerk,
    "POST /api/meetings/:meetingId/documents": clerk,
    "POST /api/meetings/:meetingId/documents/:documentId/withdrawal": clerk,
    "GET /api/meetings/:meetingId/documents/:documentId/file": clerk,
    "POST /api/meetings/:meetingId/given-documents": clerk,
    "POST /api/arrivals/:arrivalId/documents/:documentId/file": arrival,
    "GET /api/arrivals/:arrivalId/documents/:documentId/file": arrival,
    "POST /api/arrivals/:arrivalId/documents/:documentId/decline": arrival,
    "GET /api/meetings/:meetingId/handovers": clerk,
    "POST /api/meetings/:meetingId/handovers": clerk,
    "POST /api/handovers/:handoverId/answer": clerk,
    "POST /api/handovers/:handoverId/withdrawal": clerk,
    "GET /api/meetings/:meetingId/colleagues": clerk,
    "POST /api/meetings/:meetingId/colleagues": clerk,
    "POST /api/colleague-requests/:requestId/answer": clerk,
    "POST /api/colleague-requests/:requestId/withdrawal": clerk,
    "POST /api/colleague-requests/:requestId/call-token": clerk,
    "POST /api/colleague-requests/:requestId/departure": clerk,
    "GET /api/meetings/:meetingId/interpreters": clerk,
    "POST /api/meetings/:meetingId/interpreters": clerk,
    "POST /api/interpreter-requests/:requestId/withdrawal": clerk,
    "POST /api/interpreter-requests/:requestId/silence": clerk,
    "POST /api/interpreter-requests/:requestId/next": clerk,
    "GET /api/appointment/helpers": link,
    "POST /api/appointment/helpers": link,
    "POST /api/appointment/helpers/:helperId/withdrawal": link,
    "POST /api/meetings/:meetingId/helpers/:helperId/admission": clerk,
    "GET /api/helper": helperLink,
    "POST /api/helper/arrival": helperLink,
    "POST /api/helpers/:helperId/call-token": helper,
    "POST /api/helpers/:helperId/departure": helper,
    "GET /api/helpers/:helperId/events": helper,
    "GET /api/interpreters": clerk,
    "POST /api/interpreters": clerk,
    "PUT /api/interpreters/:interpreterId": clerk,
    "DELETE /api/interpreters/:interpreterId": clerk,
    "GET /api/interpreters.csv": clerk,
    "GET /api/interpreter-calls.csv": clerk,
    "POST /api/interpreters/import": clerk,
    "GET /api/interpreter": interpreterLink,
    "POST /api/interpreter/arrival": interpreterLink,
    "POST /api/interpreter-links/:linkId/call-token": interpreter,
    "POST /api/interpreter-links/:linkId/departure": interpreter,
    "GET /api/interpreter-links/:linkId/events": interpreter,
    "POST /api/interpreters/:interpreterId/test-calls": clerk,
    "POST /api/test-calls/:testCallId/withdrawal": clerk,
    "GET /api/test-calls/events": clerk,
    "GET /api/reservation": reservationLink,
    "POST /api/reservation/answer": reservationLink,
    "GET /api/reservations": clerk,
    "GET /api/appointments-ahead": clerk,
    "POST /api/meetings/:meetingId/outcome": clerk,
    "GET /api/meetings/:meetingId/dial-in": clerk,
    "POST /api/meetings/:meetingId/dial-in": clerk,
    "POST /api/meetings/:meetingId/dial-in/:dialInId/withdrawal": clerk,
    "POST /api/meetings/:meetingId/citizen-pin": clerk,
    "POST /api/dial-in": voiceMenu,
    "POST /api/dial-in/calls/:ticket": voiceMenu,
    "POST /api/dial-in/calls/:ticket/departure": voiceMenu,
  };
})();

describe("every route and every role", () => {
  let app: TestApp;
  let service: Service;
  let as: Record<Role, { bearer?: string; jar: CookieJar }>;
  let ids: Record<string, string>;

  before(async () => {
    const dialInSecret = "d".repeat(48);
    app = await startTestApp(now, { DIAL_IN_NUMBER: "+32 9 123 45 67", DIAL_IN_SECRET: dialInSecret });
    ({ service } = await buildMunicipality(app.database.dataSource, 8));
    const booked = await book(app, service.id, quarterAfter(now, 15));
    const browser = await arrive(app, booked);
    const invited = await invite(app, booked);
    const helper = await arriveAsHelper(app, invited);
    const interpreter = await arriveAsInterpreter(app, booked);
    as = {
      anyone: { jar: new Map() },
      link: { bearer: booked.token, jar: new Map() },
      arrival: { jar: browser.jar },
      clerk: { jar: await signIn(app) },
      welcome: { bearer: await welcomeColleague(app), jar: new Map() },
      helper_link: { bearer: invited.token, jar: new Map() },
      helper: { jar: helper.jar },
      voice_menu: { bearer: dialInSecret, jar: new Map() },
      reservation_link: { bearer: await reserve(app, service.id, quarterAfter(now, 600)), jar: new Map() },
      interpreter_link: { bearer: interpreter.token, jar: new Map() },
      interpreter: { jar: interpreter.jar },
    };
    ids = { serviceId: service.id, arrivalId: browser.arrivalId, meetingId: booked.meetingId, token: booked.token };
    ids["documentId"] = randomUUID();
    ids["helperId"] = invited.id;
    ids["linkId"] = interpreter.linkId;
    ids["guestId"] = randomUUID();
    ids["requestId"] = randomUUID();
    ids["handoverId"] = randomUUID();
    ids["interpreterId"] = randomUUID();
    ids["dialInId"] = randomUUID();
    ids["ticket"] = randomUUID();
    ids["testCallId"] = randomUUID();
    await admit(app, as.clerk.jar, booked, browser);
  });
  after(() => app.stop());
  // Every role knocks at every door, from one address.
  beforeEach(() => app.database.dataSource.query("delete from rate_limit"));

  const bodies: Record<string, () => unknown> = {
    "POST /api/appointments": () => bookingOf(service.id, quarterAfter(now, 300)),
    "POST /api/kiosk/opening": () => ({ code: kioskCodeOf(ids["token"]!) }),
    "POST /api/kiosk/wipe": () => ({}),
    "POST /api/clerk-session": () => demoClerk,
    "POST /api/welcome": () => ({ name: "Karim Haddad", password: "een ander lang wachtwoord" }),
    "POST /api/appointment/move": () => ({ startsAt: quarterAfter(now, 600) }),
    "POST /api/appointment/cancellation": () => ({}),
    "POST /api/appointment/device-check": () => ({
      camera: "works",
      microphone: "works",
      heardSound: null,
      udp: "unknown",
      tls: "unknown",
      downKbps: null,
      upKbps: null,
    }),
    "POST /api/appointment/phone-request": () => ({ number: "0470 12 34 56" }),
    "POST /api/meetings/:meetingId/medium": () => ({ medium: "phone" }),
    "POST /api/appointment/relays": () => ({}),
    "POST /api/appointment/line-sample": () => ({ sent: "", reply: 10 }),
    "POST /api/appointment/arrival": () => ({ tabId: newTab(), isReturn: true }),
    "POST /api/appointment/helpers": () => invitationOf(),
    "POST /api/helper/arrival": () => ({ tabId: newTab(), isReturn: true }),
    "POST /api/helpers/:helperId/call-token": () => ({ tabId: newTab() }),
    "POST /api/helpers/:helperId/departure": () => ({ tabId: newTab() }),
    "POST /api/interpreter/arrival": () => ({ tabId: newTab(), isReturn: true }),
    "POST /api/interpreter-links/:linkId/call-token": () => ({ tabId: newTab() }),
    "POST /api/interpreter-links/:linkId/departure": () => ({ tabId: newTab() }),
    "POST /api/appointment/survey": () => ({ ease: 5, wasHelped: "yes", comment: "" }),
    "POST /api/arrivals/:arrivalId/call-token": () => ({ tabId: newTab() }),
    "POST /api/arrivals/:arrivalId/departure": () => ({ tabId: newTab() }),
    "POST /api/meetings/:meetingId/admission": () => ({ arrivalId: randomUUID() }),
    "POST /api/meetings/:meetingId/removal": () => ({ arrivalId: randomUUID() }),
    "POST /api/meetings/:meetingId/shown-page": () => ({ url: null }),
    "POST /api/meetings/:meetingId/documents": () => ({ what: "Uw huurcontract" }),
    "POST /api/meetings/:meetingId/handovers": () => ({ clerkId: randomUUID() }),
    "POST /api/handovers/:handoverId/answer": () => ({ accepts: true }),
    "POST /api/meetings/:meetingId/colleagues": () => ({ clerkId: randomUUID() }),
    "POST /api/colleague-requests/:requestId/answer": () => ({ accepts: true }),
    "POST /api/meetings/:meetingId/interpreters": () => ({ requestId: randomUUID(), language: "tr", callAgain: null }),
    "POST /api/meetings/:meetingId/dial-in": () => ({
      ...{ requestId: randomUUID(), role: "interpreter", name: "Ayşe Demir", language: "tr" },
    }),
    "POST /api/interpreters/:interpreterId/test-calls": () => ({ requestId: randomUUID() }),
    "POST /api/dial-in": () => ({ pin: "00000000" }),
    "POST /api/interpreter-requests/:requestId/silence": () => ({ isSilenced: true }),
    "POST /api/meetings/:meetingId/given-documents": () => Buffer.from("%PDF-1.7"),
    "POST /api/arrivals/:arrivalId/documents/:documentId/file": () => Buffer.from("%PDF-1.7"),
    "POST /api/reservation/answer": () => ({ comes: true }),
    "POST /api/interpreters": () => ({ requestId: randomUUID(), ...interpreterOf() }),
    "PUT /api/interpreters/:interpreterId": () => interpreterOf(),
    "POST /api/interpreters/import": () => Buffer.from("Naam;Talen;Nummer"),
    "POST /api/meetings/:meetingId/outcome": () => ({
      result: "helped",
      product: "",
      note: "",
      message: "",
      links: [],
    }),
  };
  const queries: Record<string, string> = { "GET /api/interpreter-calls.csv": "?month=2026-11" };
  const isStream = (route: object) => "open" in route;
  const pathFor = (path: string) => path.replace(/:(\w+)/g, (_, name: string) => ids[name]!);

  it("is listed, and nothing else is", () => {
    expect(app.routes.map(({ method, path }) => `${method} ${path}`)).to.have.members(Object.keys(door));
  });

  it("is limited where it costs money, sends mail or takes files", () => {
    const limits = app.routes.flatMap((route) =>
      "limit" in route && route.limit
        ? [[`${route.method} ${route.path}`, `${route.limit.points} in ${route.limit.seconds} s`] as const]
        : [],
    );
    expect(Object.fromEntries(limits)).to.include({
      "POST /api/appointments": "20 in 600 s",
      "POST /api/appointment/move": "30 in 600 s",
      "POST /api/appointment/helpers": "20 in 600 s",
      "POST /api/appointment/relays": "20 in 600 s",
      "POST /api/appointment/phone-request": "20 in 600 s",
      "POST /api/appointment/arrival": "60 in 60 s",
      "POST /api/meetings/:meetingId/interpreters": "30 in 300 s",
      "POST /api/interpreters/:interpreterId/test-calls": "30 in 300 s",
      "POST /api/meetings/:meetingId/dial-in": "30 in 300 s",
      "POST /api/meetings/:meetingId/citizen-pin": "60 in 300 s",
      "POST /api/meetings/:meetingId/given-documents": "60 in 300 s",
      "POST /api/arrivals/:arrivalId/documents/:documentId/file": "30 in 300 s",
      "POST /api/interpreters/import": "30 in 300 s",
    });
  });

  for (const [name, roles] of Object.entries(door)) {
    for (const role of Object.keys(roles) as Role[]) {
      it(`${name} as ${role}: ${roles[role]}`, async () => {
        const route = app.routes.find(({ method, path }) => `${method} ${path}` === name)!;
        if (isStream(route) && roles[role] === "yes") return expectOpens(route.path, as[role].jar);
        const query = isStream(route) ? `?tabId=${newTab()}` : (queries[name] ?? "");
        const jar = new Map(as[role].jar);
        const answer: Answer = await app.call(route.method, `${pathFor(route.path)}${query}`, {
          ...as[role],
          jar,
          body: bodies[name]?.(),
        });
        const isDoorClosed = ["unauthenticated", "link_unknown", "welcome_unknown"].includes(answer.json?.code);
        expect(isDoorClosed ? answer.json.code : "yes").to.equal(roles[role]);
        expect(answer.status).to.be.lessThan(500);
        if (name !== "DELETE /api/clerk-session" || role !== "clerk") return;
        as.clerk.jar = await signIn(app);
      });
    }
  }

  async function expectOpens(path: string, jar: CookieJar) {
    const { openEventStream } = await import("../test/event-stream.js");
    const stream = await openEventStream(`${app.url}${pathFor(path)}?tabId=${newTab()}`, jar);
    stream.close();
  }
});
