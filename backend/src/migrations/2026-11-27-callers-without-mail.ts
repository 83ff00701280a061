import type { MigrationInterface, QueryRunner } from "typeorm";

/** Whoever dials in need not have an e-mail address; then there is a number to reach them. */
export class CallersWithoutMail1795790200000 implements MigrationInterface {
  name = "CallersWithoutMail1795790200000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table appointment alter column citizen_email drop not null,
        add constraint appointment_reach_check
          check (citizen_email is not null or pin_turn is not null and citizen_phone is not null);
    `);
  }

  /** An empty address is one that no mail server takes. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table appointment drop constraint appointment_reach_check;
      update appointment set citizen_email = '' where citizen_email is null;
      alter table appointment alter column citizen_email set not null;
    `);
  }
}
