import type { Medium, MeetingStatus } from "@balie/contract/meetings";
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
  /** Who admitted and leads the call. */
  @Column({ type: "uuid", nullable: true }) clerkId!: string | null;
  @ManyToOne(() => Clerk)
  @JoinColumn({ name: "clerk_id" })
  clerk!: Relation<Clerk> | null;
  @Column({ type: "text", default: "video" }) medium!: Medium;
  @Column({ type: "timestamptz", nullable: true }) startedAt!: Date | null;
  @Column({ type: "timestamptz", nullable: true }) endedAt!: Date | null;
}
