import type { Medium, MeetingStatus } from "@balie/contract/meetings";
import type { PreparedPage } from "@balie/contract/services";
import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from "typeorm";
import { Appointment } from "../appointments/appointment.entity.js";
import { Clerk } from "../clerks/clerk.entity.js";

@Entity("meeting")
export class Meeting {
  @PrimaryGeneratedColumn("uuid") id!: string;
  @Column({ type: "uuid" }) appointmentId!: string;
  @ManyToOne(() => Appointment)
  @JoinColumn({ name: "appointment_id" })
  appointment!: Relation<Appointment>;
  @Column({ type: "uuid" }) counterId!: string;
  @Column({ type: "text" }) status!: MeetingStatus;
  /** Made at admission, random, lower case: known to nobody before. */
  @Column({ type: "text", nullable: true }) room!: string | null;
  /** Who leads the call: who admitted, or who took it over. */
  @Column({ type: "uuid", nullable: true }) clerkId!: string | null;
  @ManyToOne(() => Clerk)
  @JoinColumn({ name: "clerk_id" })
  clerk!: Relation<Clerk> | null;
  /** The leading clerk's id in the room since a hand-over, which is its id; before, it is the clerk's own. */
  @Column({ type: "uuid", nullable: true }) ledAs!: string | null;
  @Column({ type: "text", default: "video" }) medium!: Medium;
  /** As the service had it when the clerk showed it; null when none is shown. */
  @Column({ type: "jsonb", nullable: true }) shownPage!: PreparedPage | null;
  @Column({ type: "timestamptz", nullable: true }) startedAt!: Date | null;
  @Column({ type: "timestamptz", nullable: true }) endedAt!: Date | null;
}
