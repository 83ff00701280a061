import type { DialInRole, DialInState } from "@balie/contract/dial-in";
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from "typeorm";
import { Clerk } from "../clerks/clerk.entity.js";
import { Meeting } from "../meetings/meeting.entity.js";

/** One person may come into one meeting by telephone, once. The id is the call's, theirs in the room, and from the use of the PIN on the guest's. */
@Entity("dial_in")
export class DialIn {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "uuid" }) meetingId!: string;
  @ManyToOne(() => Meeting)
  @JoinColumn({ name: "meeting_id" })
  meeting!: Relation<Meeting>;
  /** Made by the page for one attempt: the same again is the same dial-in. */
  @Column({ type: "uuid" }) requestId!: string;
  @Column({ type: "uuid" }) askedBy!: string;
  @ManyToOne(() => Clerk)
  @JoinColumn({ name: "asked_by" })
  clerk!: Relation<Clerk>;
  @Column({ type: "text" }) role!: DialInRole;
  @Column({ type: "text" }) name!: string;
  @Column({ type: "text", nullable: true }) language!: string | null;
  /** Keyed (pin.ts), and only while it is open. */
  @Column({ type: "bytea", nullable: true }) pinHash!: Buffer | null;
  @Column({ type: "text" }) state!: DialInState;
  @Column({ type: "timestamptz" }) askedAt!: Date;
  @Column({ type: "timestamptz" }) expiresAt!: Date;
  @Column({ type: "timestamptz", nullable: true }) usedAt!: Date | null;
  /** Where they were let in. */
  @Column({ type: "text", nullable: true }) room!: string | null;
  /** When their telephone came into the room. */
  @Column({ type: "timestamptz", nullable: true }) joinedAt!: Date | null;
}
