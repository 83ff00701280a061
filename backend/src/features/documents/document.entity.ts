import type { DocumentState, DocumentType, GivenState } from "@balie/contract/documents";
import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from "typeorm";
import { Meeting } from "../meetings/meeting.entity.js";

/** What a clerk asked a citizen for during a meeting, or gave them, and what became of it: either asked or given. Its bytes are its DocumentContent's. */
@Entity("document")
export class Document {
  @PrimaryGeneratedColumn("uuid") id!: string;
  @Column({ type: "uuid" }) meetingId!: string;
  @ManyToOne(() => Meeting)
  @JoinColumn({ name: "meeting_id" })
  meeting!: Relation<Meeting>;
  @Column({ type: "uuid", nullable: true }) askedBy!: string | null;
  @Column({ type: "uuid", nullable: true }) givenBy!: string | null;
  /** What is asked for, in the clerk's own words; empty once it is forgotten. */
  @Column({ type: "text" }) what!: string;
  @Column({ type: "text" }) state!: DocumentState | GivenState;
  @Column({ type: "timestamptz", nullable: true }) askedAt!: Date | null;
  @Column({ type: "timestamptz", nullable: true }) givenAt!: Date | null;
  @Column({ type: "timestamptz", nullable: true }) sentAt!: Date | null;
  /** When the citizen first fetched what was given. */
  @Column({ type: "timestamptz", nullable: true }) openedAt!: Date | null;
  /** A name that is safe to save under; like type and size known once it is sent or given, until it is forgotten. */
  @Column({ type: "text", nullable: true }) name!: string | null;
  @Column({ type: "text", nullable: true }) type!: DocumentType | null;
  @Column({ type: "int", nullable: true }) sizeBytes!: number | null;
  @Column({ type: "timestamptz", nullable: true }) forgottenAt!: Date | null;
}
