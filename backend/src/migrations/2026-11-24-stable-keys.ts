import type { MigrationInterface, QueryRunner } from "typeorm";

/** The municipality file names counters and services by keys that stay when their names change; what was made otherwise has none. */
export class StableKeys1795485600000 implements MigrationInterface {
  name = "StableKeys1795485600000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table counter add key text unique;
      alter table service add key text, add unique (counter_id, key);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table service drop key;
      alter table counter drop key;
    `);
  }
}
