import type { ReservationState } from "@balie/contract/reservations";
import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from "typeorm";
import { Appointment } from "../appointments/appointment.entity.js";
import { Interpreter } from "../interpreters/interpreter.entity.js";

/** An interpreter who is asked to keep an appointment's time free, and what they said. */
@Entity("interpreter_reservation")
export class InterpreterReservation {
  @PrimaryGeneratedColumn("uuid") id!: string;
  @Column({ type: "uuid" }) appointmentId!: string;
  @ManyToOne(() => Appointment)
  @JoinColumn({ name: "appointment_id" })
  appointment!: Relation<Appointment>;
  @Column({ type: "uuid" }) interpreterId!: string;
  @ManyToOne(() => Interpreter)
  @JoinColumn({ name: "interpreter_id" })
  interpreter!: Relation<Interpreter>;
  @Column({ type: "text" }) language!: string;
  /** The appointment's time when they were asked; another time is another reservation. */
  @Column({ type: "timestamptz" }) startsAt!: Date;
  @Column({ type: "timestamptz" }) endsAt!: Date;
  @Column({ type: "text" }) state!: ReservationState;
  @Column({ type: "timestamptz" }) askedAt!: Date;
  /** Then the next one is asked. */
  @Column({ type: "timestamptz" }) answerBy!: Date;
  @Column({ type: "timestamptz", nullable: true }) answeredAt!: Date | null;
  /** Where they were asked, so that they are told of the end also when the roster has no address any more; forgotten when the appointment is over. */
  @Column({ type: "text", nullable: true }) email!: string | null;
  /** SHA-256 of the link's 256 random bits, and the same bits encrypted, as an appointment's. */
  @Column({ type: "bytea" }) linkHash!: Buffer;
  @Column({ type: "bytea" }) linkSealed!: Buffer;
}
