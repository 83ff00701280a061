import type { GuestRole, GuestState } from "@balie/contract/guests";
import type { HelperRelation } from "@balie/contract/helpers";
import type { Localised } from "@balie/contract/languages";
import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from "typeorm";
import { Meeting } from "./meeting.entity.js";

/** Somebody who was let into a meeting beside its citizen and its clerk, once. The id is theirs in the call, and a new one each time: who was put out and is asked again is let in again. */
@Entity("guest")
export class Guest {
  @PrimaryGeneratedColumn("uuid") id!: string;
  @Column({ type: "uuid" }) meetingId!: string;
  @ManyToOne(() => Meeting)
  @JoinColumn({ name: "meeting_id" })
  meeting!: Relation<Meeting>;
  @Column({ type: "text" }) role!: GuestRole;
  @Column({ type: "text" }) name!: string;
  @Column({ type: "jsonb", nullable: true }) counterName!: Localised | null;
  @Column({ type: "text", nullable: true }) relation!: HelperRelation | null;
  /** Of an interpreter: what they interpret. */
  @Column({ type: "text", nullable: true }) language!: string | null;
  /** They dialled in: a telephone can't wait outside until the citizen has been told. */
  @Column({ type: "boolean", default: false }) isByPhone!: boolean;
  /** An interpreter who comes in a browser: their picture and sound are the room's, and they wait outside as every other guest. */
  @Column({ type: "boolean", default: false }) isByLink!: boolean;
  /** Of one by a link, not let in yet: since when they wait. Only from then on the citizen is told of them by name. */
  @Column({ type: "timestamptz", nullable: true }) atDoorAt!: Date | null;
  /** Of an interpreter: since when the clerk who leads has them silenced. */
  @Column({ type: "timestamptz", nullable: true }) silencedAt!: Date | null;
  @Column({ type: "text" }) state!: GuestState;
  @Column({ type: "timestamptz" }) announcedAt!: Date;
  /** When the citizen's page had shown that they come. */
  @Column({ type: "timestamptz", nullable: true }) toldAt!: Date | null;
}
