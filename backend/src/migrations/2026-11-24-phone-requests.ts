import type { MigrationInterface, QueryRunner } from "typeorm";

/** A meeting whose video fails goes on by phone, at the number that the citizen gave for it. */
export class PhoneRequests1795533300000 implements MigrationInterface {
  name = "PhoneRequests1795533300000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table meeting add medium text not null default 'video' check (medium in ('video', 'phone'));

      create table phone_request (
        meeting_id uuid primary key references meeting on delete cascade,
        number text not null,
        asked_at timestamptz not null
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table phone_request;
      alter table meeting drop medium;
    `);
  }
}
