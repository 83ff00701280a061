import type { MigrationInterface, QueryRunner } from "typeorm";

/** Who may come into a meeting by telephone, with a PIN. No two open PINs are alike, so that each leads to one meeting. */
export class DialIns1795780800000 implements MigrationInterface {
  name = "DialIns1795780800000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table guest add column is_by_phone boolean not null default false;

      create table dial_in (
        id uuid primary key,
        meeting_id uuid not null references meeting on delete cascade,
        request_id uuid not null,
        asked_by uuid not null references clerk on delete cascade,
        role text not null check (role in ('interpreter', 'helper')),
        name text not null,
        language text check (language ~ '^[a-z]{2,3}$'),
        pin_hash bytea check (octet_length(pin_hash) = 32),
        state text not null check (state in ('open', 'used', 'withdrawn', 'expired')),
        asked_at timestamptz not null,
        expires_at timestamptz not null check (expires_at > asked_at),
        used_at timestamptz,
        room text,
        joined_at timestamptz,
        unique (meeting_id, request_id),
        check ((role = 'interpreter') = (language is not null)),
        check ((state = 'open') = (pin_hash is not null)),
        check ((state = 'used') = (used_at is not null and room is not null)),
        check (used_at < expires_at),
        check (joined_at is null or state = 'used')
      );
      create unique index dial_in_open_pin on dial_in (pin_hash) where state = 'open';
      create index dial_in_room on dial_in (room) where room is not null;

      create table pin_miss (
        id uuid primary key default gen_random_uuid(),
        caller_hash bytea check (octet_length(caller_hash) = 32),
        missed_at timestamptz not null
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table pin_miss; drop table dial_in; alter table guest drop column is_by_phone");
  }
}
