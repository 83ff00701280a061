import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";

/** Whole days on which a counter is closed, both ends included, in the municipality's time zone. */
@Entity("closure")
export class Closure {
  @PrimaryGeneratedColumn("uuid") id!: string;
  @Column({ type: "uuid" }) counterId!: string;
  /** yyyy-mm-dd */
  @Column({ type: "date" }) startsOn!: string;
  @Column({ type: "date" }) endsOn!: string;
}
