import type { HelperState } from "@balie/contract/helpers";
import { Column, Entity, JoinColumn, ManyToOne, type Relation } from "typeorm";
import { Interpreter } from "../interpreters/interpreter.entity.js";
import { OwnLink } from "../meetings/own-link.entity.js";

/** An interpreter's own way into one meeting by video. Made with a reservation's yes, whose link it shares, or when a search mails them. */
@Entity("interpreter_link")
export class InterpreterLink extends OwnLink {
  @Column({ type: "uuid" }) interpreterId!: string;
  @ManyToOne(() => Interpreter)
  @JoinColumn({ name: "interpreter_id" })
  interpreter!: Relation<Interpreter>;
  @Column({ type: "text" }) language!: string;
  @Column({ type: "uuid", nullable: true }) reservationId!: string | null;
  /** Never `admitted` or `removed`: that is what became of the guest. */
  declare state: Exclude<HelperState, "admitted" | "removed">;
}
