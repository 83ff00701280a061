import type { HelperState } from "@balie/contract/helpers";
import { Column, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from "typeorm";
import { Guest } from "./guest.entity.js";
import { Meeting } from "./meeting.entity.js";

/** Somebody's own way into one meeting, a helper's or an interpreter's: their link, the one browser that came by it, and as whom they are in the room. */
export abstract class OwnLink {
  @PrimaryGeneratedColumn("uuid") id!: string;
  @Column({ type: "uuid" }) meetingId!: string;
  @ManyToOne(() => Meeting)
  @JoinColumn({ name: "meeting_id" })
  meeting!: Relation<Meeting>;
  /** SHA-256 of the link's 256 random bits, and the same bits encrypted, as an appointment's. */
  @Column({ type: "bytea" }) linkHash!: Buffer;
  @Column({ type: "bytea" }) linkSealed!: Buffer;
  /** Where they are themselves; each kind says what the guest tells instead. */
  @Column({ type: "text" }) state!: HelperState;
  /** SHA-256 of the cookie of the browser that holds the link. */
  @Column({ type: "bytea", nullable: true }) browserHash!: Buffer | null;
  /** The tab of that browser which holds it: the newest one. */
  @Column({ type: "text", nullable: true }) tabId!: string | null;
  /** Last sign of the page's event stream; null since it closed. */
  @Column({ type: "timestamptz", nullable: true }) seenAt!: Date | null;
  /** As whom they are let in or asked for, or were last. */
  @Column({ type: "uuid", nullable: true }) guestId!: string | null;
  @ManyToOne(() => Guest)
  @JoinColumn({ name: "guest_id" })
  guest!: Relation<Guest> | null;
}
