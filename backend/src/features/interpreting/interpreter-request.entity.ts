import type { InterpreterMedium, InterpreterRequestState, WhyNobody } from "@balie/contract/interpreters";
import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from "typeorm";
import { Meeting } from "../meetings/meeting.entity.js";

/** The search for one interpreter for one meeting. The row is the truth; a job only carries its id. */
@Entity("interpreter_request")
export class InterpreterRequest {
  @PrimaryGeneratedColumn("uuid") id!: string;
  @Column({ type: "uuid" }) meetingId!: string;
  @ManyToOne(() => Meeting)
  @JoinColumn({ name: "meeting_id" })
  meeting!: Relation<Meeting>;
  /** Made by the page for one attempt to ask: the same again is the same request. */
  @Column({ type: "uuid" }) requestId!: string;
  /** Who asked. */
  @Column({ type: "uuid" }) clerkId!: string;
  @Column({ type: "text" }) language!: string;
  @Column({ type: "text", default: "phone" }) medium!: InterpreterMedium;
  /** The interpreter who is rung first, as they were in this meeting and the line dropped, or keep it free. */
  @Column({ type: "uuid", nullable: true }) callAgainId!: string | null;
  @Column({ type: "text" }) state!: InterpreterRequestState;
  @Column({ type: "text", nullable: true }) why!: WhyNobody | null;
  @Column({ type: "timestamptz" }) askedAt!: Date;
  @Column({ type: "timestamptz", nullable: true }) connectedAt!: Date | null;
  @Column({ type: "timestamptz", nullable: true }) endedAt!: Date | null;
  /** When the hunt goes on, by the database's clock: at once, or when the one who is rung has rung long enough. */
  @Column({ type: "timestamptz", nullable: true }) dueAt!: Date | null;
  /** A worker that holds the request past this moment has died. */
  @Column({ type: "timestamptz", nullable: true }) leasedUntil!: Date | null;
  /** Since when the citizen is out of the room, as Prosody told; null while they are in it. */
  @Column({ type: "timestamptz", nullable: true }) desertedAt!: Date | null;
  /** Counts what there was to do, so that each has a job of its own. */
  @Column({ type: "int", default: 0 }) turn!: number;
}
