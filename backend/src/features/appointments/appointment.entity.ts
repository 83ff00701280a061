import type { AppointmentStatus } from "@balie/contract/appointments";
import type { Language } from "@balie/contract/locales/languages";
import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from "typeorm";
import { Counter } from "../counters/counter.entity.js";
import { Service } from "../services/service.entity.js";

@Entity("appointment")
export class Appointment {
  @PrimaryGeneratedColumn("uuid") id!: string;
  /** Made by the page for one attempt: the same again is the same appointment. */
  @Column({ type: "uuid" }) requestId!: string;
  @Column({ type: "uuid" }) serviceId!: string;
  @ManyToOne(() => Service)
  @JoinColumn({ name: "service_id" })
  service!: Relation<Service>;
  @Column({ type: "uuid" }) counterId!: string;
  @ManyToOne(() => Counter)
  @JoinColumn({ name: "counter_id" })
  counter!: Relation<Counter>;
  /** 1 … capacity of the counter. */
  @Column({ type: "int" }) seat!: number;
  @Column({ type: "timestamptz" }) startsAt!: Date;
  @Column({ type: "timestamptz" }) endsAt!: Date;
  /** The seat is taken until then: the end and the service's buffer. */
  @Column({ type: "timestamptz" }) seatFreeAt!: Date;
  @Column({ type: "text" }) status!: AppointmentStatus;
  @Column({ type: "text" }) language!: Language;
  @Column({ type: "text" }) citizenName!: string;
  @Column({ type: "text" }) citizenEmail!: string;
  @Column({ type: "text", nullable: true }) citizenPhone!: string | null;
  @Column({ type: "text" }) question!: string;
  /** Another person whom the matter concerns. */
  @Column({ type: "text", nullable: true }) concernsName!: string | null;
  /** SHA-256 of the secret link's 256 random bits. */
  @Column({ type: "bytea" }) linkHash!: Buffer;
  /** The same bits, encrypted with a key outside the database: the later mails repeat the link. */
  @Column({ type: "bytea" }) linkSealed!: Buffer;
  /** RFC 5545 SEQUENCE: rises with every change that a calendar must follow. */
  @Column({ type: "int" }) sequence!: number;
  @Column({ type: "timestamptz" }) bookedAt!: Date;
  @Column({ type: "timestamptz", nullable: true }) changedAt!: Date | null;
}
