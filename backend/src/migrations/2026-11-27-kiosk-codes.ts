import type { MigrationInterface, QueryRunner } from "typeorm";

/** An appointment can be opened at a kiosk by a short code. What was booked before has none. */
export class KioskCodes1795759700000 implements MigrationInterface {
  name = "KioskCodes1795759700000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table appointment add kiosk_code_hash bytea check (octet_length(kiosk_code_hash) = 32);
      create index appointment_kiosk_code on appointment (kiosk_code_hash);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("alter table appointment drop kiosk_code_hash");
  }
}
