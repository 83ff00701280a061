import type { HandoverState } from "@balie/contract/handovers";
import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from "typeorm";
import { Meeting } from "./meeting.entity.js";

/** The clerk who leads asked another to lead in their place. Once taken, the id is the new clerk's in the room. */
@Entity("handover")
export class Handover {
  @PrimaryGeneratedColumn("uuid") id!: string;
  @Column({ type: "uuid" }) meetingId!: string;
  @ManyToOne(() => Meeting)
  @JoinColumn({ name: "meeting_id" })
  meeting!: Relation<Meeting>;
  @Column({ type: "uuid" }) fromId!: string;
  @Column({ type: "uuid" }) toId!: string;
  @Column({ type: "text" }) state!: HandoverState;
  /** For the one who takes over; emptied when nobody needs it any more. */
  @Column({ type: "text" }) note!: string;
  @Column({ type: "timestamptz" }) askedAt!: Date;
  /** By then it is answered, and from the yes on anew: by then the citizen has been told. */
  @Column({ type: "timestamptz" }) expiresAt!: Date;
  @Column({ type: "timestamptz", nullable: true }) takenAt!: Date | null;
}
