import type { MigrationInterface, QueryRunner } from "typeorm";

/** The roster of interpreters who can be reached by telephone. */
export class Interpreters1795776000000 implements MigrationInterface {
  name = "Interpreters1795776000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table interpreter (
        id uuid primary key default gen_random_uuid(),
        name text not null check (name <> ''),
        languages text[] not null
          check (cardinality(languages) between 1 and 20 and array_to_string(languages, ' ', '?') ~ '^[a-z]{2,3}( [a-z]{2,3})*$'),
        address text not null check (address ~ '^(\\+[1-9][0-9]{6,14}|sip:[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+)$'),
        agency_name text,
        contract_number text,
        customer_code text check (customer_code ~ '^[0-9*#]{1,20}$'),
        hours jsonb not null default '[]' check (jsonb_typeof(hours) = 'array'),
        away_from date,
        away_until date check (away_until >= away_from),
        rank int not null default 100 check (rank between 1 and 999),
        is_active boolean not null default true,
        created_at timestamptz not null default now(),
        last_called_at timestamptz,
        unique (name, address)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table interpreter");
  }
}
