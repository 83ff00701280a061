import type { MigrationInterface, QueryRunner } from "typeorm";

/** Clerks who were asked into another clerk's meeting. Nobody is asked twice at once. */
export class Colleagues1795759200000 implements MigrationInterface {
  name = "Colleagues1795759200000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table colleague (
        id uuid primary key default gen_random_uuid(),
        meeting_id uuid not null references meeting on delete cascade,
        clerk_id uuid not null references clerk on delete cascade,
        state text not null check (state in ('asked', 'accepted', 'declined', 'withdrawn')),
        asked_at timestamptz not null,
        answered_at timestamptz,
        guest_id uuid unique references guest on delete cascade,
        check ((state = 'asked') = (answered_at is null)),
        check ((state = 'accepted') = (guest_id is not null))
      );
      create index colleague_of_meeting on colleague (meeting_id);
      create unique index colleague_asked_once on colleague (meeting_id, clerk_id) where state = 'asked';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table colleague");
  }
}
