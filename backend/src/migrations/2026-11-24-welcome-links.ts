import type { MigrationInterface, QueryRunner } from "typeorm";

/** Clerks choose their own password, by a link that works once; until then they have none. */
export class WelcomeLinks1795482000000 implements MigrationInterface {
  name = "WelcomeLinks1795482000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table clerk alter password_hash drop not null;

      create table welcome_link (
        id uuid primary key default gen_random_uuid(),
        clerk_id uuid not null references clerk on delete cascade,
        token_hash bytea not null unique check (octet_length(token_hash) = 32),
        made_at timestamptz not null,
        expires_at timestamptz not null,
        used_at timestamptz
      );
      create index welcome_link_of_clerk on welcome_link (clerk_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table welcome_link;
      delete from clerk where password_hash is null;
      alter table clerk alter password_hash set not null;
    `);
  }
}
