import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from "typeorm";
import { InterpreterCall } from "../interpreting/interpreter-call.entity.js";

/** What an interpreter call has besides when no meeting waits for it. The row is the truth; a job only carries its id. */
@Entity("test_call")
export class TestCall {
  /** The call's own, made by the page for one attempt: the same again is the same test call. */
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @OneToOne(() => InterpreterCall)
  @JoinColumn({ name: "id" })
  call!: Relation<InterpreterCall>;
  /** Who asked; null once they are no clerk any more. */
  @Column({ type: "uuid", nullable: true }) clerkId!: string | null;
  /** As the roster had it: what comes of the call is told of this address alone. */
  @Column({ type: "text" }) address!: string;
  /** An administrator hung up: nothing is known of the number. */
  @Column({ type: "timestamptz", nullable: true }) withdrawnAt!: Date | null;
  /** When there is something to do, by the database's clock: to dial, to let be who rang long enough, or to hang up who answered. */
  @Column({ type: "timestamptz", nullable: true }) dueAt!: Date | null;
  /** A worker that holds it past this moment has died. */
  @Column({ type: "timestamptz", nullable: true }) leasedUntil!: Date | null;
  /** Counts what there was to do, so that each has a job of its own. */
  @Column({ type: "int", default: 0 }) turn!: number;
}
