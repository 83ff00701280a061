import type { Config } from "../src/config.js";
import { readConfig } from "../src/config.js";

/** Settings as production has them, for a test's own database. */
export const testConfig = (databaseUrl: string, changes: NodeJS.ProcessEnv = {}): Config =>
  readConfig({
    DATABASE_URL: databaseUrl,
    PUBLIC_URL: "http://localhost:8080",
    APP_SECRET: "a".repeat(40),
    SMTP_URL: "smtp://127.0.0.1:1",
    JITSI_SERVICE_URL: "ws://localhost:5280/xmpp-websocket",
    JITSI_APP_SECRET: "b".repeat(40),
    JITSI_BRIDGE: "0",
    COUNTER_CONTROL_URL: "http://127.0.0.1:1/counter_control",
    COUNTER_CONTROL_SECRET: "c".repeat(40),
    STATIC_DIR: "nowhere",
    LOG_LEVEL: "silent",
    ...changes,
  });
