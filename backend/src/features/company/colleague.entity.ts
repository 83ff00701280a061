import type { ColleagueState } from "@balie/contract/company";
import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from "typeorm";
import { Clerk } from "../clerks/clerk.entity.js";
import { Guest } from "../meetings/guest.entity.js";
import { Meeting } from "../meetings/meeting.entity.js";

/** A clerk was asked into another clerk's meeting. */
@Entity("colleague")
export class Colleague {
  @PrimaryGeneratedColumn("uuid") id!: string;
  @Column({ type: "uuid" }) meetingId!: string;
  @ManyToOne(() => Meeting)
  @JoinColumn({ name: "meeting_id" })
  meeting!: Relation<Meeting>;
  @Column({ type: "uuid" }) clerkId!: string;
  @ManyToOne(() => Clerk)
  @JoinColumn({ name: "clerk_id" })
  clerk!: Relation<Clerk>;
  @Column({ type: "text" }) state!: ColleagueState;
  @Column({ type: "timestamptz" }) askedAt!: Date;
  @Column({ type: "timestamptz", nullable: true }) answeredAt!: Date | null;
  /** Their place in the meeting, once they accepted. */
  @Column({ type: "uuid", nullable: true }) guestId!: string | null;
  @ManyToOne(() => Guest)
  @JoinColumn({ name: "guest_id" })
  guest!: Relation<Guest> | null;
}
