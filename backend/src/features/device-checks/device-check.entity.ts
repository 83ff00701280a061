import type { DeviceCheckInput } from "@balie/contract/device-checks";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** What the citizen's last check found; one per appointment, and gone with it. */
@Entity("device_check")
export class DeviceCheck {
  @PrimaryColumn({ type: "uuid" }) appointmentId!: string;
  @Column({ type: "text" }) camera!: DeviceCheckInput["camera"];
  @Column({ type: "text" }) microphone!: DeviceCheckInput["microphone"];
  @Column({ type: "boolean", nullable: true }) heardSound!: boolean | null;
  @Column({ type: "text" }) udp!: DeviceCheckInput["udp"];
  @Column({ type: "text" }) tls!: DeviceCheckInput["tls"];
  @Column({ type: "int", nullable: true }) downKbps!: number | null;
  @Column({ type: "int", nullable: true }) upKbps!: number | null;
  @Column({ type: "timestamptz" }) checkedAt!: Date;
}
