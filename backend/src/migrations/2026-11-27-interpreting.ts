import type { MigrationInterface, QueryRunner } from "typeorm";

/** The search for an interpreter by phone, the calls that it makes, and their place among the guests. One interpreter is never in two calls at once, nor called twice by one request. */
export class Interpreting1795778100000 implements MigrationInterface {
  name = "Interpreting1795778100000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table clerk add column phones_interpreters boolean not null default true;
      alter table guest
        drop constraint guest_role_check,
        add constraint guest_role_check check (role in ('helper', 'colleague', 'interpreter')),
        add column language text check (language ~ '^[a-z]{2,3}$'),
        add constraint guest_interprets check ((role = 'interpreter') = (language is not null));

      create table interpreter_request (
        id uuid primary key default gen_random_uuid(),
        meeting_id uuid not null references meeting on delete cascade,
        request_id uuid not null,
        clerk_id uuid not null references clerk on delete cascade,
        language text not null check (language ~ '^[a-z]{2,3}$'),
        call_again_id uuid references interpreter on delete set null,
        state text not null check (state in ('queued', 'dialling', 'connected', 'ended', 'unanswered', 'failed', 'withdrawn')),
        why text check (why in ('none_available', 'all_tried', 'daily_limit', 'no_phone')),
        asked_at timestamptz not null,
        connected_at timestamptz,
        ended_at timestamptz,
        due_at timestamptz,
        leased_until timestamptz,
        deserted_at timestamptz,
        turn int not null default 0,
        unique (meeting_id, request_id),
        check ((state in ('queued', 'dialling')) = (due_at is not null)),
        check ((state in ('queued', 'dialling', 'connected')) = (ended_at is null)),
        check ((state in ('connected', 'ended')) = (connected_at is not null)),
        check ((state in ('unanswered', 'failed')) = (why is not null)),
        check (leased_until is null or due_at is not null)
      );
      create index interpreter_request_due on interpreter_request (due_at) where due_at is not null;
      create index interpreter_request_open on interpreter_request (meeting_id) where ended_at is null;

      create table interpreter_call (
        id uuid primary key references guest on delete cascade deferrable initially deferred,
        request_id uuid not null references interpreter_request on delete cascade,
        interpreter_id uuid not null references interpreter,
        room text not null,
        state text not null check (state in ('dialling', 'connected', 'ended', 'unanswered', 'refused', 'failed')),
        dialled_at timestamptz not null,
        is_ringing boolean not null default false,
        rings_until timestamptz,
        gave_reason boolean not null default false,
        connected_at timestamptz,
        ended_at timestamptz check (ended_at >= connected_at),
        connected_seconds int generated always as (round(extract(epoch from ended_at - connected_at))::int) stored,
        must_hang_up boolean not null default false,
        hung_up_at timestamptz,
        unique (request_id, interpreter_id),
        check ((state = 'dialling') = (rings_until is not null)),
        check ((state in ('dialling', 'connected')) = (ended_at is null)),
        check ((state in ('connected', 'ended')) = (connected_at is not null))
      );
      create unique index interpreter_in_one_call on interpreter_call (interpreter_id) where state in ('dialling', 'connected');
      create index interpreter_call_to_hang_up on interpreter_call (request_id) where must_hang_up and hung_up_at is null;
      create index interpreter_call_connected on interpreter_call (connected_at) where connected_at is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table interpreter_call;
      drop table interpreter_request;
      delete from guest where role = 'interpreter';
      alter table guest
        drop constraint guest_interprets,
        drop column language,
        drop constraint guest_role_check,
        add constraint guest_role_check check (role in ('helper', 'colleague'));
      alter table clerk drop column phones_interpreters;
    `);
  }
}
