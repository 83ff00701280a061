import type { HelperState } from "@balie/contract/helpers";
import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from "typeorm";
import { Interpreter } from "../interpreters/interpreter.entity.js";
import { Guest } from "../meetings/guest.entity.js";
import { Meeting } from "../meetings/meeting.entity.js";

/** An interpreter's own way into one meeting by video, and the one browser that came by it. Made with a reservation's yes, whose link it shares, or when a search mails them. */
@Entity("interpreter_link")
export class InterpreterLink {
  @PrimaryGeneratedColumn("uuid") id!: string;
  @Column({ type: "uuid" }) meetingId!: string;
  @ManyToOne(() => Meeting)
  @JoinColumn({ name: "meeting_id" })
  meeting!: Relation<Meeting>;
  @Column({ type: "uuid" }) interpreterId!: string;
  @ManyToOne(() => Interpreter)
  @JoinColumn({ name: "interpreter_id" })
  interpreter!: Relation<Interpreter>;
  @Column({ type: "text" }) language!: string;
  @Column({ type: "uuid", nullable: true }) reservationId!: string | null;
  /** SHA-256 of the link's 256 random bits, and the same bits encrypted, as an appointment's. */
  @Column({ type: "bytea" }) linkHash!: Buffer;
  @Column({ type: "bytea" }) linkSealed!: Buffer;
  /** Never `admitted` or `removed`: that is what became of the guest. */
  @Column({ type: "text" }) state!: Exclude<HelperState, "admitted" | "removed">;
  /** SHA-256 of the cookie of the browser that holds the link. */
  @Column({ type: "bytea", nullable: true }) browserHash!: Buffer | null;
  /** The tab of that browser which holds it: the newest one. */
  @Column({ type: "text", nullable: true }) tabId!: string | null;
  /** Last sign of the page's event stream; null since it closed. */
  @Column({ type: "timestamptz", nullable: true }) seenAt!: Date | null;
  /** The call to which they are asked, or were last. */
  @Column({ type: "uuid", nullable: true }) guestId!: string | null;
  @ManyToOne(() => Guest)
  @JoinColumn({ name: "guest_id" })
  guest!: Relation<Guest> | null;
}
