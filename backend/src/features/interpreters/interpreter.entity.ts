import type { InterpreterHours, TestResult } from "@balie/contract/interpreters";
import type { Language } from "@balie/contract/locales/languages";
import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from "typeorm";

/** Somebody on the municipality's roster of interpreters who can be reached by telephone. The same name at the same number stands there once. */
@Entity("interpreter")
export class Interpreter {
  /** Made by the page for one attempt to add: the same again is the same interpreter. */
  @PrimaryGeneratedColumn("uuid") id!: string;
  @Column({ type: "text" }) name!: string;
  /** ISO 639 codes, without repetition. */
  @Column({ type: "text", array: true }) languages!: string[];
  /** What is dialled: "+32…" or "sip:…". Personal data: administrators and the telephone alone see it. */
  @Column({ type: "text" }) address!: string;
  /** Where they are asked to keep an appointment free. Personal data, as the number. */
  @Column({ type: "text", nullable: true }) email!: string | null;
  /** Of those mails, and of the page behind their link. */
  @Column({ type: "text", default: "nl" }) mailLanguage!: Language;
  @Column({ type: "text", nullable: true }) agencyName!: string | null;
  @Column({ type: "text", nullable: true }) contractNumber!: string | null;
  /** Keys to press once the agency has answered. */
  @Column({ type: "text", nullable: true }) customerCode!: string | null;
  /** On the municipality's clock; none: at any hour. */
  @Column({ type: "jsonb", default: [] }) hours!: InterpreterHours[];
  /** yyyy-mm-dd, both days included; an open end is none. */
  @Column({ type: "date", nullable: true }) awayFrom!: string | null;
  @Column({ type: "date", nullable: true }) awayUntil!: string | null;
  /** The lower, the earlier called. */
  @Column({ type: "int", default: 100 }) rank!: number;
  /** Who is not active is never called, and stays for the calls that were made. */
  @Column({ type: "boolean", default: true }) isActive!: boolean;
  @CreateDateColumn({ type: "timestamptz" }) createdAt!: Date;
  @Column({ type: "timestamptz", nullable: true }) lastCalledAt!: Date | null;
  /** The last test call to this address, and what came of it. */
  @Column({ type: "timestamptz", nullable: true }) testedAt!: Date | null;
  @Column({ type: "text", nullable: true }) testResult!: TestResult | null;
}
