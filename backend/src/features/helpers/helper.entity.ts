import type { HelperRelation, HelperState } from "@balie/contract/helpers";
import { Column, Entity } from "typeorm";
import { OwnLink } from "../meetings/own-link.entity.js";

/** Somebody whom the citizen invited to help, with the citizen's consent. */
@Entity("helper")
export class Helper extends OwnLink {
  /** Made by the page for one attempt: the same again is the same invitation. */
  @Column({ type: "uuid" }) requestId!: string;
  @Column({ type: "text" }) name!: string;
  @Column({ type: "text" }) relation!: HelperRelation;
  /** Only for the mail; none any more when the invitation was withdrawn, or is of no use. */
  @Column({ type: "text", nullable: true }) email!: string | null;
  /** Stays when the address is gone. */
  @Column({ type: "boolean" }) isMailed!: boolean;
  @Column({ type: "timestamptz" }) consentedAt!: Date;
  /** Never `removed`: that is what became of the guest. */
  declare state: Exclude<HelperState, "removed">;
}
