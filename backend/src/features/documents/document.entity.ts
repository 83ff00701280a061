import type { DocumentState, DocumentType } from "@balie/contract/documents";
import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from "typeorm";
import { Meeting } from "../meetings/meeting.entity.js";

/** What a clerk asked a citizen for during a meeting, and what became of it. Its bytes are its DocumentContent's. */
@Entity("document")
export class Document {
  @PrimaryGeneratedColumn("uuid") id!: string;
  @Column({ type: "uuid" }) meetingId!: string;
  @ManyToOne(() => Meeting)
  @JoinColumn({ name: "meeting_id" })
  meeting!: Relation<Meeting>;
  @Column({ type: "uuid" }) askedBy!: string;
  /** In the clerk's own words; empty once it is forgotten. */
  @Column({ type: "text" }) what!: string;
  @Column({ type: "text" }) state!: DocumentState;
  @Column({ type: "timestamptz" }) askedAt!: Date;
  @Column({ type: "timestamptz", nullable: true }) sentAt!: Date | null;
  /** A name that is safe to save under; like type and size known while it is sent and not forgotten. */
  @Column({ type: "text", nullable: true }) name!: string | null;
  @Column({ type: "text", nullable: true }) type!: DocumentType | null;
  @Column({ type: "int", nullable: true }) sizeBytes!: number | null;
  @Column({ type: "timestamptz", nullable: true }) forgottenAt!: Date | null;
}
