import type { MigrationInterface, QueryRunner } from "typeorm";

/** Interpreters are mailed in their language; whoever was asked is told of the end although their address was taken off the roster since. */
export class InterpreterMails1795790100000 implements MigrationInterface {
  name = "InterpreterMails1795790100000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table interpreter add column mail_language text not null default 'nl' check (mail_language in ('nl', 'fr', 'de', 'en'));
      alter table interpreter_reservation add column email text;
      update interpreter_reservation v set email = i.email
        from interpreter i where i.id = v.interpreter_id and v.state in ('asked', 'confirmed');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table interpreter_reservation drop column email;
      alter table interpreter drop column mail_language;
    `);
  }
}
