import { Column, Entity, PrimaryColumn } from "typeorm";

/** A document's bytes as `sealFile` leaves them; gone when it is forgotten. */
@Entity("document_content")
export class DocumentContent {
  @PrimaryColumn({ type: "uuid" }) documentId!: string;
  @Column({ type: "bytea" }) keySealed!: Buffer;
  @Column({ type: "bytea" }) sealed!: Buffer;
}
