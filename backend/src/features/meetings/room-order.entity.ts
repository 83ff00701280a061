import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";

/** What Prosody must do to a room: put a person out, or end it (no user). Written in the business transaction, carried out at once after its commit and
    again until Prosody has answered; told anew to a Prosody that has started again. */
@Entity("room_order")
export class RoomOrder {
  @PrimaryGeneratedColumn("uuid") id!: string;
  @Column({ type: "text" }) room!: string;
  @Column({ type: "text", nullable: true }) userId!: string | null;
  @Column({ type: "timestamptz" }) orderedAt!: Date;
  @Column({ type: "timestamptz", nullable: true }) doneAt!: Date | null;
}
