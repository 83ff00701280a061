import type { AnswerSurveyInput } from "@balie/contract/surveys";
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";

/** The citizen's answer, one per appointment. */
@Entity("survey")
export class Survey {
  @PrimaryGeneratedColumn("uuid") id!: string;
  @Column({ type: "uuid" }) appointmentId!: string;
  @Column({ type: "int" }) ease!: number;
  @Column({ type: "text" }) wasHelped!: AnswerSurveyInput["wasHelped"];
  @Column({ type: "text" }) comment!: string;
  @Column({ type: "timestamptz" }) answeredAt!: Date;
}
