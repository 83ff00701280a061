import type { HelperRelation, HelperState } from "@balie/contract/helpers";
import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from "typeorm";
import { Guest } from "../meetings/guest.entity.js";
import { Meeting } from "../meetings/meeting.entity.js";

/** Somebody whom the citizen invited to help, with the citizen's consent; a link of their own, and the one browser that came by it. */
@Entity("helper")
export class Helper {
  @PrimaryGeneratedColumn("uuid") id!: string;
  @Column({ type: "uuid" }) meetingId!: string;
  @ManyToOne(() => Meeting)
  @JoinColumn({ name: "meeting_id" })
  meeting!: Relation<Meeting>;
  /** Made by the page for one attempt: the same again is the same invitation. */
  @Column({ type: "uuid" }) requestId!: string;
  @Column({ type: "text" }) name!: string;
  @Column({ type: "text" }) relation!: HelperRelation;
  /** Only for the mail; none any more when the invitation was withdrawn, or is of no use. */
  @Column({ type: "text", nullable: true }) email!: string | null;
  /** Stays when the address is gone. */
  @Column({ type: "boolean" }) isMailed!: boolean;
  /** SHA-256 of the link's 256 random bits, and the same bits encrypted, as an appointment's. */
  @Column({ type: "bytea" }) linkHash!: Buffer;
  @Column({ type: "bytea" }) linkSealed!: Buffer;
  @Column({ type: "timestamptz" }) consentedAt!: Date;
  /** Never `removed`: that is what became of the guest. */
  @Column({ type: "text" }) state!: Exclude<HelperState, "removed">;
  /** SHA-256 of the cookie of the browser that holds the link. */
  @Column({ type: "bytea", nullable: true }) browserHash!: Buffer | null;
  /** The tab of that browser which holds it: the newest one. */
  @Column({ type: "text", nullable: true }) tabId!: string | null;
  /** Last sign of the page's event stream; null since it closed. */
  @Column({ type: "timestamptz", nullable: true }) seenAt!: Date | null;
  /** As whom the clerk let them in. */
  @Column({ type: "uuid", nullable: true }) guestId!: string | null;
  @ManyToOne(() => Guest)
  @JoinColumn({ name: "guest_id" })
  guest!: Relation<Guest> | null;
}
