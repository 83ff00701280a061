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
  /** null: they dial in, and are told nothing by mail but by telephone. */
  @Column({ type: "text", nullable: true }) citizenEmail!: string | null;
  @Column({ type: "text", nullable: true }) citizenPhone!: string | null;
  @Column({ type: "text" }) question!: string;
  /** Another person whom the matter concerns. */
  @Column({ type: "text", nullable: true }) concernsName!: string | null;
  /** The language that the citizen needs interpreted (ISO 639). */
  @Column({ type: "text", nullable: true }) interpreterLanguage!: string | null;
  /** When an interpreter was last sought for its time, and nobody found; null: not yet. */
  @Column({ type: "timestamptz", nullable: true }) interpreterSoughtAt!: Date | null;
  /** SHA-256 of the secret link's 256 random bits. */
  @Column({ type: "bytea" }) linkHash!: Buffer;
  /** The same bits, encrypted with a key outside the database: the later mails repeat the link. */
  @Column({ type: "bytea" }) linkSealed!: Buffer;
  /** Keyed hash of the kiosk code, which comes of the same bits; null: booked before there were any. */
  @Column({ type: "bytea", nullable: true }) kioskCodeHash!: Buffer | null;
  /** How many PINs to dial in with it has had; the last one is right. null: none, its citizen comes by the link. */
  @Column({ type: "int", nullable: true }) pinTurn!: number | null;
  /** Keyed hash of that PIN, which comes of the same bits. */
  @Column({ type: "bytea", nullable: true }) pinHash!: Buffer | null;
  /** RFC 5545 SEQUENCE: rises with every change that a calendar must follow. */
  @Column({ type: "int" }) sequence!: number;
  @Column({ type: "timestamptz" }) bookedAt!: Date;
  @Column({ type: "timestamptz", nullable: true }) changedAt!: Date | null;
}
