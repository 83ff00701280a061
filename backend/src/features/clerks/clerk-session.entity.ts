import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from "typeorm";
import { Clerk } from "./clerk.entity.js";

@Entity("clerk_session")
export class ClerkSession {
  @PrimaryGeneratedColumn("uuid") id!: string;
  /** SHA-256 of the cookie's 256 random bits. */
  @Column({ type: "bytea" }) tokenHash!: Buffer;
  @Column({ type: "uuid" }) clerkId!: string;
  @ManyToOne(() => Clerk)
  @JoinColumn({ name: "clerk_id" })
  clerk!: Relation<Clerk>;
  @Column({ type: "timestamptz" }) createdAt!: Date;
  @Column({ type: "timestamptz" }) expiresAt!: Date;
}
