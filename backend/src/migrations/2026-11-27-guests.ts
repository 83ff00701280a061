import type { MigrationInterface, QueryRunner } from "typeorm";

/** Who was let into a meeting beside its citizen and its clerk. */
export class Guests1795758300000 implements MigrationInterface {
  name = "Guests1795758300000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table guest (
        id uuid primary key default gen_random_uuid(),
        meeting_id uuid not null references meeting on delete cascade,
        role text not null check (role in ('helper', 'colleague')),
        name text not null,
        counter_name jsonb,
        relation text,
        state text not null check (state in ('announced', 'admitted', 'left', 'removed')),
        announced_at timestamptz not null,
        told_at timestamptz,
        check (state <> 'admitted' or told_at is not null)
      );
      create index guest_of_meeting on guest (meeting_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table guest");
  }
}
