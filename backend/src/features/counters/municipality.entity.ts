import { Column, Entity, PrimaryColumn } from "typeorm";

/** The one organisation that this appliance serves: a table of one row. */
@Entity("municipality")
export class Municipality {
  @PrimaryColumn({ type: "int" }) id!: number;
  @Column({ type: "text" }) name!: string;
  /** IANA name; opening hours and days are meant in it. */
  @Column({ type: "text" }) timeZone!: string;
  /** For citizens who can't get through by video; null when none. */
  @Column({ type: "text", nullable: true }) phone!: string | null;
}
