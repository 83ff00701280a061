import type { MigrationInterface, QueryRunner } from "typeorm";

/** A test call is a telephone call to an interpreter without a meeting, and so without a guest: in the table of all calls, so that one interpreter is in one call at most. */
export class TestCalls1795790000000 implements MigrationInterface {
  name = "TestCalls1795790000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table interpreter_call
        drop constraint interpreter_call_id_fkey,
        alter column request_id drop not null,
        add column guest_id uuid unique generated always as (case when request_id is not null then id end) stored
          references guest on delete cascade deferrable initially deferred;
      create table test_call (
        id uuid primary key references interpreter_call on delete cascade,
        clerk_id uuid references clerk on delete set null,
        address text not null,
        withdrawn_at timestamptz,
        due_at timestamptz,
        leased_until timestamptz,
        turn int not null default 0,
        check (leased_until is null or due_at is not null)
      );
      create index test_call_due on test_call (due_at) where due_at is not null;
      alter table interpreter
        add column tested_at timestamptz,
        add column test_result text check (test_result in ('connected', 'unanswered', 'refused', 'failed')),
        add constraint interpreter_tested check ((tested_at is null) = (test_result is null));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table interpreter drop constraint interpreter_tested, drop column test_result, drop column tested_at;
      drop table test_call;
      delete from interpreter_call where request_id is null;
      alter table interpreter_call
        drop column guest_id,
        alter column request_id set not null,
        add constraint interpreter_call_id_fkey foreign key (id) references guest on delete cascade deferrable initially deferred;
    `);
  }
}
