import { bodyParser } from "@koa/bodyparser";
import Router from "@koa/router";
import Koa from "koa";
import type { DataSource } from "typeorm";
import type { Config } from "./config.js";
import { appointmentRoutes } from "./features/appointments/appointments.routes.js";
import { findByLink } from "./features/appointments/find-by-link.js";
import { findSession } from "./features/clerks/find-session.js";
import { findWelcome } from "./features/clerks/find-welcome.js";
import { companyRoutes } from "./features/company/company.routes.js";
import { createCompanyStream } from "./features/company/company-stream.js";
import { clerkSessionRoutes, sessionCookie } from "./features/counters/clerk-session.routes.js";
import { counterRoutes } from "./features/counters/counters.routes.js";
import { deviceCheckRoutes } from "./features/device-checks/device-checks.routes.js";
import { dialInRoutes } from "./features/dial-in/dial-in.routes.js";
import { findVoiceMenu } from "./features/dial-in/find-voice-menu.js";
import { documentRoutes } from "./features/documents/documents.routes.js";
import { findHelper, findHelperLink } from "./features/helpers/find-helper.js";
import { helperPages } from "./features/helpers/helper-pages.js";
import { helperRoutes } from "./features/helpers/helpers.routes.js";
import { tellHelpers } from "./features/helpers/tell-helpers.js";
import { interpreterRoutes } from "./features/interpreters/interpreters.routes.js";
import { interpreterLinkRoutes } from "./features/interpreting/interpreter-link.routes.js";
import { interpreterPages } from "./features/interpreting/interpreter-pages.js";
import { interpretingRoutes } from "./features/interpreting/interpreting.routes.js";
import { createInterpretingStream } from "./features/interpreting/interpreting-stream.js";
import { findInterpreterBrowser, findInterpreterLink } from "./features/interpreting/load-link.js";
import { kioskRoutes } from "./features/kiosk/kiosk.routes.js";
import { findArrival } from "./features/meetings/find-arrival.js";
import { createHandoverStream } from "./features/meetings/handover-stream.js";
import { handoverRoutes } from "./features/meetings/handovers.routes.js";
import { meetingOf } from "./features/meetings/meeting-of.js";
import { createMeetingStreams } from "./features/meetings/meeting-streams.js";
import { meetingRoutes } from "./features/meetings/meetings.routes.js";
import { createOwnLinkStreams } from "./features/meetings/own-link-streams.js";
import { planMeeting } from "./features/meetings/plan-meeting.js";
import { shownPageRoutes } from "./features/meetings/shown-page.routes.js";
import { outcomeRoutes } from "./features/outcomes/outcomes.routes.js";
import { findReservationLink } from "./features/reservations/load-reservation.js";
import { releaseForChange } from "./features/reservations/release-for-change.js";
import { reservationRoutes } from "./features/reservations/reservations.routes.js";
import { serviceRoutes } from "./features/services/services.routes.js";
import { Survey } from "./features/surveys/survey.entity.js";
import { surveyRoutes } from "./features/surveys/surveys.routes.js";
import { testCallRoutes } from "./features/test-calls/test-calls.routes.js";
import { createTestCallsStream } from "./features/test-calls/test-calls-stream.js";
import { createCounterControl } from "./platform/calls/counter-control.js";
import { findSchemaFault } from "./platform/database/find-schema-fault.js";
import { answerFaults, type HttpObserver } from "./platform/http/answer-faults.js";
import { createEventStreams, type EventStreams } from "./platform/http/event-streams.js";
import { guardRequests } from "./platform/http/guard-requests.js";
import { pages } from "./platform/http/pages.js";
import { createRateLimits } from "./platform/http/rate-limit.js";
import type { AnyRoute } from "./platform/http/route.js";
import { securityHeaders } from "./platform/http/security-headers.js";
import { type Authenticators, serveRoute } from "./platform/http/serve-route.js";
import { describeFault, type Log } from "./platform/log.js";

type App = {
  koa: Koa;
  /** Every route of the API, for the role × route test. */
  routes: AnyRoute[];
  /** Live news of a topic, or of anything when none is named. */
  refresh: (topic?: string) => void;
  /** What pages listen to now. */
  streams: EventStreams;
  /** From now on no longer ready, and each connection ends with its answer. */
  drain: () => void;
  /** Lets the event streams go. */
  stop: () => void;
};
type Parts = { config: Config; dataSource: DataSource; log: Log; clock?: () => Date; observer?: HttpObserver };

/** Composes the whole HTTP side; main.ts listens with it, tests call it. */
export function createApp({ config, dataSource, log, clock = () => new Date(), observer }: Parts): App {
  const onFault = (fault: unknown) => log.error({ fault: describeFault(fault) }, "fault in live news");
  const live = createMeetingStreams({
    config,
    dataSource,
    clock,
    onFault,
    beside: [
      createHandoverStream({ dataSource, clock, onFault }),
      createCompanyStream({ dataSource, onFault }),
      createInterpretingStream({ dataSource, onFault }),
    ],
  });
  const helpersLive = createOwnLinkStreams({ dataSource, clock, onFault }, helperPages);
  const interpretersLive = createOwnLinkStreams({ dataSource, clock, onFault }, interpreterPages);
  const testCallsLive = createTestCallsStream({ dataSource, onFault });
  const routes: AnyRoute[] = [
    ...routesOf(config, log),
    ...live.routes,
    ...helpersLive.routes,
    ...interpretersLive.routes,
    ...testCallsLive.routes,
  ];
  const streams = createEventStreams();
  let isDraining = false;
  const pool = (dataSource.driver as unknown as { master: unknown }).master;
  const services = {
    dataSource,
    authenticators: authenticatorsOf(config),
    clock,
    takePoint: createRateLimits(pool, config.APP_SECRET),
    isSecure: config.PUBLIC_URL.startsWith("https:"),
    streams,
  };

  const router = new Router();
  for (const one of routes) router.register(one.path, [one.method], serveRoute(one, services));
  router.get("/healthz", (koa) => {
    koa.body = "ok\n";
  });
  router.get("/readyz", async (koa) => {
    const fault = isDraining ? "This process stops." : await findSchemaFault(dataSource);
    koa.status = fault ? 503 : 200;
    koa.body = `${fault ?? "ready"}\n`;
  });

  const koa = new Koa();
  koa.silent = true;
  koa.use(async (context, next) => {
    // Before, for what is written on the way; after, for what began earlier.
    const endConnection = () => isDraining && !context.res.headersSent && context.set("Connection", "close");
    endConnection();
    await next();
    endConnection();
  });
  koa.use(answerFaults(log, observer));
  koa.use(
    guardRequests({
      publicOrigin: new URL(config.PUBLIC_URL).origin,
      trustedProxies: config.TRUSTED_PROXIES,
      headers: securityHeaders(config.PUBLIC_URL, config.JITSI_SERVICE_URL),
    }),
  );
  koa.use(bodyParser({ enableTypes: ["json"], jsonLimit: "64kb", encoding: "utf-8" }));
  koa.use(router.routes());
  koa.use(pages(config.STATIC_DIR));
  return {
    koa,
    routes,
    refresh: (topic) => {
      live.refresh(topic);
      helpersLive.refresh(topic);
      interpretersLive.refresh(topic);
      testCallsLive.refresh(topic);
    },
    streams,
    drain: () => {
      isDraining = true;
    },
    stop: () => {
      live.stop();
      helpersLive.stop();
      interpretersLive.stop();
      streams.end();
    },
  };
}

const routesOf = (config: Config, log: Log): AnyRoute[] => {
  const settings = {
    hasCalls: config.CALLS_AVAILABLE,
    documentDays: config.DOCUMENT_DAYS,
    dialInNumber: config.DIAL_IN_NUMBER ?? null,
  };
  return [
    ...counterRoutes(settings),
    ...clerkSessionRoutes({ hasCalls: settings.hasCalls, hasDialIn: settings.dialInNumber !== null }),
    ...serviceRoutes(),
    ...appointmentRoutes(config, {
      meetingOf,
      planMeeting,
      hasSurvey: (db, { id }) => db.existsBy(Survey, { appointmentId: id }),
      tellOthers: async (db, { appointmentId, is }, now) => {
        await tellHelpers(db, appointmentId, `helper_${is}`, now);
        await releaseForChange(db, appointmentId, now);
      },
    }),
    ...deviceCheckRoutes(config),
    ...meetingRoutes(config),
    ...shownPageRoutes(),
    ...kioskRoutes(config),
    ...documentRoutes(config),
    ...handoverRoutes(),
    ...companyRoutes(config),
    ...helperRoutes(config),
    ...interpretingRoutes(config, log),
    ...interpreterLinkRoutes(config),
    ...interpreterRoutes(),
    ...testCallRoutes(config, log),
    ...reservationRoutes(),
    ...outcomeRoutes(),
    ...surveyRoutes(),
    ...dialInRoutes(config, createCounterControl(config.COUNTER_CONTROL_URL, config.COUNTER_CONTROL_SECRET), log),
  ];
};

const authenticatorsOf = (config: Config): Authenticators => ({
  anyone: async () => ({ kind: "anyone" }),
  link: (db, { bearer }) => findByLink(db, bearer),
  arrival: (db, { pathIds, cookie }) => findArrival(db, pathIds["arrivalId"], cookie),
  clerk: (db, { cookie }, now) => findSession(db, cookie(sessionCookie), now),
  welcome: (db, { bearer }, now) => findWelcome(db, bearer, now),
  helper_link: (db, { bearer }) => findHelperLink(db, bearer),
  helper: (db, { pathIds, cookie }) => findHelper(db, pathIds["helperId"], cookie),
  voice_menu: async (_, { authorization }) => findVoiceMenu(config, authorization),
  reservation_link: (db, { bearer }) => findReservationLink(db, bearer),
  interpreter_link: (db, { bearer }) => findInterpreterLink(db, bearer),
  interpreter: (db, { pathIds, cookie }) => findInterpreterBrowser(db, pathIds["linkId"], cookie),
});
