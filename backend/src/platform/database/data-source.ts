import "reflect-metadata";
import { DataSource, type DataSourceOptions } from "typeorm";
import { Connection } from "./connection.js";
import { snakeCaseNaming } from "./naming.js";

type Schema = Pick<DataSourceOptions, "entities" | "migrations">;

/** The process's pool. Entities and migrations come from the composition root: platform knows no feature. */
export const createDataSource = (url: string, schema: Schema, poolSize = 10, connectTimeoutMs = 8_000): DataSource =>
  new DataSource({
    type: "postgres",
    url,
    ...schema,
    namingStrategy: snakeCaseNaming,
    uuidExtension: "pgcrypto",
    installExtensions: false,
    synchronize: false,
    migrationsTransactionMode: "each",
    poolErrorHandler: () => undefined,
    // Whoever waits longer for a connection is told that we are unavailable, while the page still listens.
    connectTimeoutMS: connectTimeoutMs,
    // Pipelining: what a verb asks for at once (Promise.all) is one round trip, answered in order.
    // A counter is quiet for minutes: connections that are closed meanwhile are missed at the next click (a tenth of a second of PostgreSQL's time).
    extra: {
      ...{ max: poolSize, idleTimeoutMillis: 0, keepAlive: true, keepAliveInitialDelayMillis: 60_000 },
      ...{ application_name: "balie", pipeline: true, Client: Connection },
    },
  } as DataSourceOptions);
