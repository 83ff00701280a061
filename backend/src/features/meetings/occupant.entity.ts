import { Column, Entity, PrimaryColumn } from "typeorm";

/** Who is in a Jitsi room now, as Prosody told. */
@Entity("occupant")
export class Occupant {
  @PrimaryColumn({ type: "text" }) room!: string;
  @PrimaryColumn({ type: "text" }) nick!: string;
  /** The id in the person's token: an arrival's, a clerk's or a guest's. */
  @Column({ type: "text" }) userId!: string;
  @Column({ type: "timestamptz" }) joinedAt!: Date;
}
