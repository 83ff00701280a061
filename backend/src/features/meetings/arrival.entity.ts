import type { ArrivalState } from "@balie/contract/meetings";
import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from "typeorm";
import { Meeting } from "./meeting.entity.js";

/** One browser that came to a meeting by the secret link, known again by its cookie; or a caller, who came by telephone with a PIN. Its id is the person's id in the call. */
@Entity("arrival")
export class Arrival {
  @PrimaryGeneratedColumn("uuid") id!: string;
  @Column({ type: "uuid" }) meetingId!: string;
  @ManyToOne(() => Meeting)
  @JoinColumn({ name: "meeting_id" })
  meeting!: Relation<Meeting>;
  /** SHA-256 of the cookie's 256 random bits. */
  @Column({ type: "bytea" }) tokenHash!: Buffer;
  @Column({ type: "text" }) state!: ArrivalState;
  /** The tab that holds the arrival: the newest one of the browser. Of a caller: the ticket of the newest call. */
  @Column({ type: "text" }) tabId!: string;
  @Column({ type: "timestamptz" }) arrivedAt!: Date;
  /** Last sign of the page's event stream, or of the voice menu where a caller waits; null since it closed. */
  @Column({ type: "timestamptz", nullable: true }) seenAt!: Date | null;
  /** Which of the appointment's PINs a caller came by; null: a browser. */
  @Column({ type: "int", nullable: true }) pinTurn!: number | null;
  /** Since when a caller's telephone is on its way into the room; null: it is not. */
  @Column({ type: "timestamptz", nullable: true }) expectedAt!: Date | null;
}
