import type { Localised } from "@balie/contract/languages";
import type { PreparedPage } from "@balie/contract/services";
import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from "typeorm";
import { Counter } from "../counters/counter.entity.js";

@Entity("service")
export class Service {
  @PrimaryGeneratedColumn("uuid") id!: string;
  @Column({ type: "uuid" }) counterId!: string;
  @ManyToOne(() => Counter)
  @JoinColumn({ name: "counter_id" })
  counter!: Relation<Counter>;
  /** In the municipality file, within its counter; null for a service that did not come from one. */
  @Column({ type: "text", nullable: true }) key!: string | null;
  @Column({ type: "jsonb" }) name!: Localised;
  @Column({ type: "jsonb" }) description!: Localised;
  @Column({ type: "jsonb", nullable: true }) bring!: Localised | null;
  @Column({ type: "int" }) durationMinutes!: number;
  /** Time the seat stays taken after the appointment. */
  @Column({ type: "int" }) bufferMinutes!: number;
  @Column({ type: "int" }) position!: number;
  @Column({ type: "boolean" }) isOffered!: boolean;
  /** What clerks can show in a call. */
  @Column({ type: "jsonb", default: [] }) pages!: PreparedPage[];
}
