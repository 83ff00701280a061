import type { MigrationInterface, QueryRunner } from "typeorm";

/** The clerk who leads can silence an interpreter. */
export class SilencedInterpreters1795783000000 implements MigrationInterface {
  name = "SilencedInterpreters1795783000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      "alter table guest add silenced_at timestamptz, add constraint guest_silenced check (silenced_at is null or role = 'interpreter')",
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("alter table guest drop silenced_at");
  }
}
