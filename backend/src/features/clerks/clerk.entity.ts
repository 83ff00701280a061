import type { ClerkRole } from "@balie/contract/clerks";
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";

@Entity("clerk")
export class Clerk {
  @PrimaryGeneratedColumn("uuid") id!: string;
  /** Lower case. */
  @Column({ type: "text" }) email!: string;
  @Column({ type: "text" }) name!: string;
  /** argon2id, in PHC form; null until the clerk has chosen a password. */
  @Column({ type: "text", select: false, nullable: true }) passwordHash!: string | null;
  @Column({ type: "text" }) role!: ClerkRole;
  @Column({ type: "boolean" }) isActive!: boolean;
  /** May have interpreters phoned, which costs the municipality money. */
  @Column({ type: "boolean", default: true }) phonesInterpreters!: boolean;
}
