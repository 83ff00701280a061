import { Entity, PrimaryColumn } from "typeorm";

/** The counters at which a clerk works. */
@Entity("clerk_counter")
export class ClerkCounter {
  @PrimaryColumn({ type: "uuid" }) clerkId!: string;
  @PrimaryColumn({ type: "uuid" }) counterId!: string;
}
