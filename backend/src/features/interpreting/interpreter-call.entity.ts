import type { InterpreterCallState, InterpreterMedium } from "@balie/contract/interpreters";
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from "typeorm";
import { Interpreter } from "../interpreters/interpreter.entity.js";
import { InterpreterRequest } from "./interpreter-request.entity.js";

/** One telephone call, or one mailed link, to one interpreter. Its id is the call's for Prosody, the person's in the room, and the guest's; without a request it is a test call, in a room without a guest. */
@Entity("interpreter_call")
export class InterpreterCall {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "uuid", nullable: true }) requestId!: string | null;
  @ManyToOne(() => InterpreterRequest)
  @JoinColumn({ name: "request_id" })
  request!: Relation<InterpreterRequest> | null;
  @Column({ type: "uuid" }) interpreterId!: string;
  @ManyToOne(() => Interpreter)
  @JoinColumn({ name: "interpreter_id" })
  interpreter!: Relation<Interpreter>;
  /** As the roster had them when the call was made. */
  @Column({ type: "text", nullable: true }) agencyName!: string | null;
  @Column({ type: "text", nullable: true }) contractNumber!: string | null;
  /** Where the leg is or was to be. */
  @Column({ type: "text" }) room!: string;
  @Column({ type: "text" }) state!: InterpreterCallState;
  @Column({ type: "text" }) medium!: InterpreterMedium;
  @Column({ type: "timestamptz" }) dialledAt!: Date;
  /** The leg came into the room: from then on it rings. By video it does so from the mail on. */
  @Column({ type: "boolean", default: false }) isRinging!: boolean;
  /** By the database's clock. */
  @Column({ type: "timestamptz", nullable: true }) ringsUntil!: Date | null;
  /** The telephone network said why the call is over, before anybody answered: busy, or turned away. */
  @Column({ type: "boolean", default: false }) gaveReason!: boolean;
  /** By Prosody's clock, as the end: minutes are exact whatever became of our processes meanwhile. */
  @Column({ type: "timestamptz", nullable: true }) connectedAt!: Date | null;
  @Column({ type: "timestamptz", nullable: true }) endedAt!: Date | null;
  /** By video: since when they are out of the room, and how long they were before. That is not on the invoice. */
  @Column({ type: "timestamptz", nullable: true }) awaySince!: Date | null;
  @Column({ type: "int", default: 0 }) awayMs!: number;
  @Column({ type: "int", nullable: true, insert: false, update: false }) connectedSeconds!: number | null;
  /** The leg is to be out of the room, and Prosody has not confirmed it until `hungUpAt`. */
  @Column({ type: "boolean", default: false }) mustHangUp!: boolean;
  @Column({ type: "timestamptz", nullable: true }) hungUpAt!: Date | null;
}
