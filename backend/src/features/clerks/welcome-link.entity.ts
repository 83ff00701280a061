import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from "typeorm";
import { Clerk } from "./clerk.entity.js";

/** By it a clerk chooses a name and a password, once. */
@Entity("welcome_link")
export class WelcomeLink {
  @PrimaryGeneratedColumn("uuid") id!: string;
  @Column({ type: "uuid" }) clerkId!: string;
  @ManyToOne(() => Clerk)
  @JoinColumn({ name: "clerk_id" })
  clerk!: Relation<Clerk>;
  /** SHA-256 of the link's 256 random bits. */
  @Column({ type: "bytea" }) tokenHash!: Buffer;
  @Column({ type: "timestamptz" }) madeAt!: Date;
  @Column({ type: "timestamptz" }) expiresAt!: Date;
  @Column({ type: "timestamptz", nullable: true }) usedAt!: Date | null;
}
