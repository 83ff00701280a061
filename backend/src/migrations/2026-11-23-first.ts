import type { MigrationInterface, QueryRunner } from "typeorm";

/** The first schema. The database itself forbids what must never happen: two people on one seat, two admitted browsers, one name twice. */
export class First1795392000000 implements MigrationInterface {
  name = "First1795392000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create extension if not exists btree_gist;

      create table municipality (
        id int primary key check (id = 1),
        name text not null,
        time_zone text not null,
        phone text
      );

      create table counter (
        id uuid primary key default gen_random_uuid(),
        name jsonb not null,
        capacity int not null check (capacity between 1 and 100),
        slot_minutes int not null check (slot_minutes between 5 and 240),
        notice_minutes int not null check (notice_minutes >= 0),
        horizon_days int not null check (horizon_days between 1 and 400)
      );

      create table opening_hours (
        id uuid primary key default gen_random_uuid(),
        counter_id uuid not null references counter on delete cascade,
        weekday int not null check (weekday between 1 and 7),
        opens_minute int not null check (opens_minute between 0 and 1439),
        closes_minute int not null check (closes_minute between 1 and 1440),
        check (closes_minute > opens_minute),
        constraint opening_hours_do_not_overlap exclude using gist
          (counter_id with =, weekday with =, int4range(opens_minute, closes_minute) with &&)
      );

      create table closure (
        id uuid primary key default gen_random_uuid(),
        counter_id uuid not null references counter on delete cascade,
        starts_on date not null,
        ends_on date not null check (ends_on >= starts_on)
      );
      create index closure_of_counter on closure (counter_id, ends_on);

      create table service (
        id uuid primary key default gen_random_uuid(),
        counter_id uuid not null references counter,
        name jsonb not null,
        description jsonb not null,
        bring jsonb,
        duration_minutes int not null check (duration_minutes between 5 and 240),
        buffer_minutes int not null default 0 check (buffer_minutes between 0 and 120),
        position int not null default 0,
        is_offered boolean not null default true
      );

      create table clerk (
        id uuid primary key default gen_random_uuid(),
        email text not null unique check (email = lower(email)),
        name text not null,
        password_hash text not null,
        role text not null check (role in ('clerk', 'supervisor', 'admin')),
        is_active boolean not null default true
      );

      create table clerk_counter (
        clerk_id uuid not null references clerk on delete cascade,
        counter_id uuid not null references counter on delete cascade,
        primary key (clerk_id, counter_id)
      );

      create table clerk_session (
        id uuid primary key default gen_random_uuid(),
        token_hash bytea not null unique,
        clerk_id uuid not null references clerk on delete cascade,
        created_at timestamptz not null,
        expires_at timestamptz not null
      );
      create index clerk_session_expiry on clerk_session (expires_at);

      create table appointment (
        id uuid primary key default gen_random_uuid(),
        request_id uuid not null unique,
        service_id uuid not null references service,
        counter_id uuid not null references counter,
        seat int not null check (seat >= 1),
        starts_at timestamptz not null,
        ends_at timestamptz not null check (ends_at > starts_at),
        seat_free_at timestamptz not null check (seat_free_at >= ends_at),
        status text not null default 'booked'
          check (status in ('booked', 'attended', 'no_show', 'cancelled_by_citizen', 'cancelled_by_office')),
        language text not null check (language in ('nl', 'fr', 'de', 'en')),
        citizen_name text not null,
        citizen_email text not null,
        citizen_phone text,
        question text not null default '',
        concerns_name text,
        link_hash bytea not null unique check (octet_length(link_hash) = 32),
        link_sealed bytea not null,
        sequence int not null default 0,
        booked_at timestamptz not null,
        changed_at timestamptz,
        constraint one_appointment_per_seat exclude using gist
          (counter_id with =, seat with =, tstzrange(starts_at, seat_free_at) with &&)
          where (status in ('booked', 'attended', 'no_show'))
      );
      create index appointment_of_counter on appointment (counter_id, starts_at);

      create table meeting (
        id uuid primary key default gen_random_uuid(),
        appointment_id uuid not null unique references appointment on delete cascade,
        counter_id uuid not null references counter,
        status text not null default 'planned' check (status in ('planned', 'waiting', 'in_progress', 'parked', 'ended')),
        room text unique check (room = lower(room)),
        clerk_id uuid references clerk,
        started_at timestamptz,
        ended_at timestamptz,
        check (status not in ('in_progress', 'parked') or (room is not null and clerk_id is not null and started_at is not null)),
        check ((status = 'ended') = (ended_at is not null))
      );
      create index meeting_under_way on meeting (counter_id) where status in ('waiting', 'in_progress', 'parked');
      create index meeting_ended on meeting (ended_at) where status = 'ended';

      create table arrival (
        id uuid primary key default gen_random_uuid(),
        meeting_id uuid not null references meeting on delete cascade,
        token_hash bytea not null unique check (octet_length(token_hash) = 32),
        state text not null default 'waiting' check (state in ('waiting', 'admitted', 'left', 'removed', 'replaced')),
        tab_id text not null,
        arrived_at timestamptz not null,
        seen_at timestamptz
      );
      create index arrival_of_meeting on arrival (meeting_id);
      create unique index one_admitted_browser on arrival (meeting_id) where state = 'admitted';

      create table occupant (
        room text not null,
        nick text not null,
        user_id text not null,
        joined_at timestamptz not null,
        primary key (room, nick)
      );

      create table room_order (
        id uuid primary key default gen_random_uuid(),
        room text not null,
        user_id text,
        ordered_at timestamptz not null,
        done_at timestamptz
      );
      create index room_order_open on room_order (ordered_at) where done_at is null;
      create index room_order_recent on room_order (ordered_at);

      create table presence_feed (
        boot text primary key,
        seq bigint not null,
        heard_at timestamptz not null
      );

      create table outcome (
        id uuid primary key default gen_random_uuid(),
        meeting_id uuid not null unique references meeting on delete cascade,
        clerk_id uuid not null references clerk,
        result text not null check (result in ('helped', 'follow_up', 'documents_missing')),
        product text not null,
        note text not null,
        message text not null,
        links jsonb not null,
        recorded_at timestamptz not null
      );

      create table survey (
        id uuid primary key default gen_random_uuid(),
        appointment_id uuid not null unique references appointment on delete cascade,
        ease int not null check (ease between 1 and 5),
        was_helped text not null check (was_helped in ('yes', 'partly', 'no')),
        comment text not null,
        answered_at timestamptz not null
      );

      create table outbox_message (
        id uuid primary key default gen_random_uuid(),
        kind text not null,
        subject_id uuid not null,
        state text not null default 'scheduled' check (state in ('scheduled', 'sending', 'sent', 'failed', 'withdrawn')),
        due_at timestamptz not null,
        attempts int not null default 0,
        leased_until timestamptz,
        last_failure text,
        sent_at timestamptz,
        check ((state = 'sent') = (sent_at is not null)),
        check ((state = 'sending') = (leased_until is not null))
      );
      create index outbox_message_due on outbox_message (due_at) where state in ('scheduled', 'sending');
      create index outbox_message_subject on outbox_message (subject_id);

      -- Counts are worth no wait for the disk: after a crash they begin anew.
      create unlogged table rate_limit (
        key varchar(255) primary key,
        points integer not null default 0,
        expire bigint
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error("There is nothing before the first schema: restore a backup instead.");
  }
}
