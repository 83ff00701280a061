import { readFile, statfs } from "node:fs/promises";
import { Counter, Gauge } from "@prometheus-io/client";
import type { DataSource } from "typeorm";
import { askJigasi } from "./platform/calls/ask-jigasi.js";
import type { Exposition } from "./platform/http/answer-metrics.js";
import { type Gauges, type Reading, readAtScrape } from "./platform/metrics/read-at-scrape.js";
import { createRegistry } from "./platform/metrics/registry.js";
import type { OutboxObserver } from "./platform/outbox/send-message.js";

/** In a container this is the disk that holds the engine's images and volumes, and so the database's too. */
const disk = "/";

const gauges: Gauges = {
  balie_backup_last_success_timestamp_seconds: {
    help: "When the last good backup was made; absent while there is none.",
  },
  balie_sip_account_registered: {
    help: "1 when jigasi has registered the SIP account; absent while none is configured.",
  },
  balie_disk_free_bytes: { help: "Free space of the disk that the worker's container is on." },
  balie_disk_size_bytes: { help: "All of it." },
};

type WorkerMetrics = { outbox: OutboxObserver; roundDone: (round: string) => void; exposition: Exposition };

type Watched = { backupStampFile: string | undefined; sipUri: string | undefined; jigasiUrl: string };

/** What the worker's process tells Prometheus. */
export function createWorkerMetrics(dataSource: DataSource, watched: Watched): WorkerMetrics {
  const registry = createRegistry(dataSource);
  const registers = [registry];
  const mails = new Counter({
    name: "balie_mails_total",
    help: "Tries to send a mail, by how they ended: sent, scheduled (again later), failed (for good), withdrawn.",
    labelNames: ["kind", "result"],
    registers,
  });
  const failures = new Counter({
    name: "balie_mail_failures_total",
    help: "Tries that did not succeed, by code.",
    labelNames: ["code"],
    registers,
  });
  const reconnects = new Counter({
    name: "balie_live_reconnects_total",
    help: "How often the LISTEN connection broke and came back.",
    registers,
  });
  const rounds = new Gauge({
    name: "balie_round_last_success_timestamp_seconds",
    help: "When the worker's recurring work last succeeded.",
    labelNames: ["round"],
    registers,
  });
  return {
    outbox: {
      settled: (kind, { state, failure }) => {
        mails.inc({ kind, result: state });
        if (failure) failures.inc({ code: failure });
      },
      swept: () => rounds.setToCurrentTime({ round: "outbox" }),
      reconnected: () => reconnects.inc(),
    },
    roundDone: (round) => rounds.setToCurrentTime({ round }),
    exposition: readAtScrape(registry, gauges, async () => {
      await dataSource.query("select 1");
      const readings = await Promise.all([
        backupReadings(watched.backupStampFile),
        diskReadings(),
        watched.sipUri ? phoneReadings(watched.jigasiUrl) : [],
      ]);
      return readings.flat();
    }),
  };
}

async function backupReadings(file: string | undefined): Promise<Reading[]> {
  const text = file ? await readFile(file, "utf8").catch(() => "") : "";
  const value = Number.parseInt(text, 10);
  return Number.isFinite(value) ? [{ name: "balie_backup_last_success_timestamp_seconds", value }] : [];
}

/** Less patient than the whole: a gateway that hangs is not the database's silence. */
async function phoneReadings(jigasiUrl: string): Promise<Reading[]> {
  const isRegistered = await askJigasi(jigasiUrl, 2_000).then(
    ({ ok }) => ok,
    () => false,
  );
  return [{ name: "balie_sip_account_registered", value: Number(isRegistered) }];
}

async function diskReadings(): Promise<Reading[]> {
  const { bsize, blocks, bavail } = await statfs(disk);
  return [
    { name: "balie_disk_free_bytes", value: bavail * bsize },
    { name: "balie_disk_size_bytes", value: blocks * bsize },
  ];
}
