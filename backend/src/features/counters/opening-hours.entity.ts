import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";

/** One stretch of a weekday in which a counter gives appointments, in the municipality's wall-clock time. */
@Entity("opening_hours")
export class OpeningHours {
  @PrimaryGeneratedColumn("uuid") id!: string;
  @Column({ type: "uuid" }) counterId!: string;
  /** ISO: 1 Monday … 7 Sunday. */
  @Column({ type: "int" }) weekday!: number;
  /** Minutes from midnight on the clock; 1440 is the end of the day. */
  @Column({ type: "int" }) opensMinute!: number;
  @Column({ type: "int" }) closesMinute!: number;
}
