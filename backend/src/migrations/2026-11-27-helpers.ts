import type { MigrationInterface, QueryRunner } from "typeorm";

/** Whom a citizen invited to help, with the citizen's consent. It goes with the appointment. */
export class Helpers1795761900000 implements MigrationInterface {
  name = "Helpers1795761900000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table helper (
        id uuid primary key default gen_random_uuid(),
        meeting_id uuid not null references meeting on delete cascade,
        request_id uuid not null,
        name text not null,
        relation text not null check (relation in ('family', 'carer', 'companion')),
        email text,
        is_mailed boolean not null,
        link_hash bytea not null unique check (octet_length(link_hash) = 32),
        link_sealed bytea not null,
        consented_at timestamptz not null,
        state text not null check (state in ('invited', 'waiting', 'admitted', 'left', 'withdrawn')),
        browser_hash bytea check (octet_length(browser_hash) = 32),
        tab_id text,
        seen_at timestamptz,
        guest_id uuid unique references guest on delete cascade,
        unique (meeting_id, request_id),
        check ((browser_hash is null) = (tab_id is null)),
        check (state not in ('waiting', 'admitted', 'left') or browser_hash is not null),
        check (state <> 'admitted' or guest_id is not null),
        check (state <> 'withdrawn' or email is null),
        check (email is null or is_mailed)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table helper");
  }
}
