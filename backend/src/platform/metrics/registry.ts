import { collectDefaultMetrics, Gauge, Registry } from "@prometheus-io/client";
import type { DataSource } from "typeorm";

/** A process's own measures (docs/metrics.md): memory, processor, event loop, and its connections to the database. No label of any
    measure holds something of a person, or an id. */
export function createRegistry(dataSource: DataSource): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const pool = (dataSource.driver as unknown as { master: Record<"totalCount" | "idleCount" | "waitingCount", number> })
    .master;
  new Gauge({
    name: "balie_database_pool_connections",
    help: "Connections to the database: in use, idle, and requests that wait for one.",
    labelNames: ["state"],
    registers: [registry],
    collect() {
      this.set({ state: "used" }, pool.totalCount - pool.idleCount);
      this.set({ state: "idle" }, pool.idleCount);
      this.set({ state: "waiting" }, pool.waitingCount);
    },
  });
  return registry;
}
