import type { MigrationInterface, QueryRunner } from "typeorm";

/** Documents that a clerk asks for during a meeting. Their bytes, sealed, stand apart, so that no list ever loads them. */
export class Documents1795514400000 implements MigrationInterface {
  name = "Documents1795514400000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table document (
        id uuid primary key default gen_random_uuid(),
        meeting_id uuid not null references meeting on delete cascade,
        asked_by uuid not null references clerk,
        what text not null,
        state text not null check (state in ('asked', 'sent', 'declined', 'withdrawn', 'forgotten')),
        asked_at timestamptz not null,
        sent_at timestamptz,
        name text,
        type text check (type in ('application/pdf', 'image/jpeg', 'image/png', 'image/heic', 'image/heif')),
        size_bytes int check (size_bytes between 1 and 10485760),
        forgotten_at timestamptz,
        check ((state = 'sent') = (name is not null and type is not null and size_bytes is not null)),
        check (state <> 'sent' or sent_at is not null),
        check ((state = 'forgotten') = (forgotten_at is not null)),
        check (state <> 'forgotten' or what = '')
      );
      create index document_of_meeting on document (meeting_id);
      create index document_not_forgotten on document (asked_at) where state <> 'forgotten';

      create table document_content (
        document_id uuid primary key references document on delete cascade,
        key_sealed bytea not null check (octet_length(key_sealed) = 60),
        sealed bytea not null
      );
      alter table document_content alter sealed set storage external;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table document_content;
      drop table document;
    `);
  }
}
