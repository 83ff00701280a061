import type { OutcomeResult } from "@balie/contract/outcomes";
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";

@Entity("outcome")
export class Outcome {
  @PrimaryGeneratedColumn("uuid") id!: string;
  @Column({ type: "uuid" }) meetingId!: string;
  @Column({ type: "uuid" }) clerkId!: string;
  @Column({ type: "text" }) result!: OutcomeResult;
  @Column({ type: "text" }) product!: string;
  /** For colleagues only. */
  @Column({ type: "text" }) note!: string;
  /** For the citizen, in the follow-up mail. */
  @Column({ type: "text" }) message!: string;
  @Column({ type: "jsonb" }) links!: string[];
  @Column({ type: "timestamptz" }) recordedAt!: Date;
}
