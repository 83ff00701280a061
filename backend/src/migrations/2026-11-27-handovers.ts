import type { MigrationInterface, QueryRunner } from "typeorm";

/** A running meeting is handed to another clerk, who then has an id of their own in its room; and whose console is open. */
export class Handovers1795786000000 implements MigrationInterface {
  name = "Handovers1795786000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table handover (
        id uuid primary key default gen_random_uuid(),
        meeting_id uuid not null references meeting on delete cascade,
        from_id uuid not null references clerk on delete cascade,
        to_id uuid not null references clerk on delete cascade check (to_id <> from_id),
        state text not null check (state in ('asked', 'accepted', 'taken', 'declined', 'withdrawn', 'lapsed')),
        note text not null,
        asked_at timestamptz not null,
        expires_at timestamptz not null,
        taken_at timestamptz,
        check ((state = 'taken') = (taken_at is not null))
      );
      create index handover_of_meeting on handover (meeting_id);
      create index handover_open on handover (expires_at) where state in ('asked', 'accepted');
      create unique index handover_asked_once on handover (meeting_id, to_id) where state in ('asked', 'accepted');
      create unique index handover_accepted_once on handover (meeting_id) where state = 'accepted';

      alter table meeting add led_as uuid;

      create table open_console (
        id uuid primary key,
        clerk_id uuid not null references clerk on delete cascade,
        seen_at timestamptz not null
      );
      create index open_console_of_clerk on open_console (clerk_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table open_console; alter table meeting drop led_as; drop table handover");
  }
}
