import type { MigrationInterface, QueryRunner } from "typeorm";

/** A clerk also gives documents: such a row was given and never asked for, so one of the two times tells the direction. */
export class GivenDocuments1795762800000 implements MigrationInterface {
  name = "GivenDocuments1795762800000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table document
        alter asked_by drop not null,
        alter asked_at drop not null,
        add given_by uuid references clerk,
        add given_at timestamptz,
        add opened_at timestamptz,
        drop constraint document_state_check,
        drop constraint document_check,
        add constraint document_state_check
          check (state in ('asked', 'sent', 'declined', 'given', 'withdrawn', 'forgotten')),
        add constraint document_is_asked_or_given check (num_nonnulls(asked_at, given_at) = 1),
        add constraint document_state_of_its_direction check (case when given_at is null
          then state <> 'given' and opened_at is null and asked_by is not null
          else state not in ('asked', 'sent', 'declined') and given_by is not null end),
        add constraint document_has_its_file check (
          num_nonnulls(name, type, size_bytes)
            = case when state in ('sent', 'given') or state = 'withdrawn' and given_at is not null then 3 else 0 end);
      drop index document_not_forgotten;
      create index document_not_forgotten on document (coalesce(asked_at, given_at)) where state <> 'forgotten';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from document where given_at is not null;
      drop index document_not_forgotten;
      alter table document
        drop constraint document_is_asked_or_given,
        drop constraint document_state_of_its_direction,
        drop constraint document_has_its_file,
        drop constraint document_state_check,
        drop given_at,
        drop given_by,
        drop opened_at,
        alter asked_by set not null,
        alter asked_at set not null,
        add constraint document_state_check check (state in ('asked', 'sent', 'declined', 'withdrawn', 'forgotten')),
        add constraint document_check
          check ((state = 'sent') = (name is not null and type is not null and size_bytes is not null));
      create index document_not_forgotten on document (asked_at) where state <> 'forgotten';
    `);
  }
}
