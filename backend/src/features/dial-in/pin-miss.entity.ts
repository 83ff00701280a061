import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";

/** A PIN was typed that opens nothing. Kept as long as it holds others back, with the caller's number as a keyed hash (none: withheld). */
@Entity("pin_miss")
export class PinMiss {
  @PrimaryGeneratedColumn("uuid") id!: string;
  @Column({ type: "bytea", nullable: true }) callerHash!: Buffer | null;
  @Column({ type: "timestamptz" }) missedAt!: Date;
}
