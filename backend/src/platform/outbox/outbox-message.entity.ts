import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";

export type OutboxState = "scheduled" | "sending" | "sent" | "failed" | "withdrawn";

/** A mail to be sent: written in the business transaction, sent by the worker. The row is the truth; a job only carries its id. */
@Entity("outbox_message")
export class OutboxMessage {
  @PrimaryGeneratedColumn("uuid") id!: string;
  /** Which mail; the feature that schedules it knows how to compose it. */
  @Column({ type: "text" }) kind!: string;
  /** What it is about, an appointment's id. */
  @Column({ type: "uuid" }) subjectId!: string;
  @Column({ type: "text", default: "scheduled" }) state!: OutboxState;
  /** When it should go; moved ahead after a failure. */
  @Column({ type: "timestamptz" }) dueAt!: Date;
  /** Tries begun; an absent mail server uses up no more than three of them. */
  @Column({ type: "int", default: 0 }) attempts!: number;
  /** A worker that holds the message past this moment has died. */
  @Column({ type: "timestamptz", nullable: true }) leasedUntil!: Date | null;
  /** Code of the last failure, without addresses. */
  @Column({ type: "text", nullable: true }) lastFailure!: string | null;
  @Column({ type: "timestamptz", nullable: true }) sentAt!: Date | null;
}
