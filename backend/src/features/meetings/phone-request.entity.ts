import { Column, Entity, PrimaryColumn } from "typeorm";

/** The citizen asked to be phoned in this meeting, at this number: their consent, until they take it back. */
@Entity("phone_request")
export class PhoneRequest {
  @PrimaryColumn({ type: "uuid" }) meetingId!: string;
  @Column({ type: "text" }) number!: string;
  @Column({ type: "timestamptz" }) askedAt!: Date;
}
