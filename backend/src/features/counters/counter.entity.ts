import type { Localised } from "@balie/contract/languages";
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";

@Entity("counter")
export class Counter {
  @PrimaryGeneratedColumn("uuid") id!: string;
  /** In the municipality file; null for a counter that did not come from one. */
  @Column({ type: "text", nullable: true }) key!: string | null;
  @Column({ type: "jsonb" }) name!: Localised;
  /** Parallel seats: as many appointments as can run at once. */
  @Column({ type: "int" }) capacity!: number;
  /** Slots start at multiples of this from opening time. */
  @Column({ type: "int" }) slotMinutes!: number;
  @Column({ type: "int" }) noticeMinutes!: number;
  @Column({ type: "int" }) horizonDays!: number;
}
