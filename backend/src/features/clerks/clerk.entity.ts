import type { ClerkRole } from "@balie/contract/clerks";
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";

@Entity("clerk")
export class Clerk {
  @PrimaryGeneratedColumn("uuid") id!: string;
  /** Lower case. */
  @Column({ type: "text" }) email!: string;
  @Column({ type: "text" }) name!: string;
  /** argon2id, in PHC form. */
  @Column({ type: "text", select: false }) passwordHash!: string;
  @Column({ type: "text" }) role!: ClerkRole;
  @Column({ type: "boolean" }) isActive!: boolean;
}
