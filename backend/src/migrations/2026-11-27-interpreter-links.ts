import type { MigrationInterface, QueryRunner } from "typeorm";

/** An interpreter comes by video, by a link of their own. What counts for the invoice is the time in the room: without the moments in which a browser was out of it. */
export class InterpreterLinks1795788460000 implements MigrationInterface {
  name = "InterpreterLinks1795788460000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table guest
        add column is_by_link boolean not null default false,
        add column at_door_at timestamptz,
        add constraint guest_at_door check (at_door_at is null or is_by_link);
      alter table interpreter_request
        add column medium text not null default 'phone' check (medium in ('phone', 'video'));
      alter table interpreter_call
        add column medium text not null default 'phone' check (medium in ('phone', 'video')),
        add column away_since timestamptz,
        add column away_ms int not null default 0 check (away_ms >= 0),
        add constraint interpreter_call_away check (away_since is null or state = 'connected' and medium = 'video'),
        drop column connected_seconds;
      alter table interpreter_call add column connected_seconds int
        generated always as (case when connected_at is not null and ended_at is not null
          then greatest(0, round(extract(epoch from ended_at - connected_at) - away_ms / 1000.0))::int end) stored;
      create index interpreter_call_away on interpreter_call (away_since) where away_since is not null;

      create table interpreter_link (
        id uuid primary key default gen_random_uuid(),
        meeting_id uuid not null references meeting on delete cascade,
        interpreter_id uuid not null references interpreter,
        language text not null check (language ~ '^[a-z]{2,3}$'),
        reservation_id uuid unique references interpreter_reservation on delete cascade,
        link_hash bytea not null unique check (octet_length(link_hash) = 32),
        link_sealed bytea not null,
        state text not null check (state in ('invited', 'waiting', 'left', 'withdrawn')),
        browser_hash bytea check (octet_length(browser_hash) = 32),
        tab_id text,
        seen_at timestamptz,
        guest_id uuid unique references guest on delete set null,
        check ((browser_hash is null) = (tab_id is null)),
        check (state not in ('waiting', 'left') or browser_hash is not null)
      );
      create unique index one_interpreter_link on interpreter_link (meeting_id, interpreter_id) where state <> 'withdrawn';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table interpreter_link;
      delete from guest where is_by_link;
      delete from interpreter_request where medium = 'video';
      alter table interpreter_call drop column connected_seconds;
      alter table interpreter_call drop column away_ms, drop column away_since, drop column medium,
        add column connected_seconds int generated always as (round(extract(epoch from ended_at - connected_at))::int) stored;
      alter table interpreter_request drop column medium;
      alter table guest drop constraint guest_at_door, drop column at_door_at, drop column is_by_link;
    `);
  }
}
