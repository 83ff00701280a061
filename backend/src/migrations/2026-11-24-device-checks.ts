import type { MigrationInterface, QueryRunner } from "typeorm";

/** What the citizen's own check of device and line found; it goes with the appointment. */
export class DeviceChecks1795532400000 implements MigrationInterface {
  name = "DeviceChecks1795532400000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table device_check (
        appointment_id uuid primary key references appointment on delete cascade,
        camera text not null,
        microphone text not null,
        heard_sound boolean,
        udp text not null,
        tls text not null,
        down_kbps integer check (down_kbps >= 0),
        up_kbps integer check (up_kbps >= 0),
        checked_at timestamptz not null
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table device_check");
  }
}
