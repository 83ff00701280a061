import type { MigrationInterface, QueryRunner } from "typeorm";

/** A call keeps the agency and the contract by which it was made: the roster may change before the invoice comes. */
export class InvoicedCalls1795783600000 implements MigrationInterface {
  name = "InvoicedCalls1795783600000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table interpreter_call add agency_name text, add contract_number text;
      update interpreter_call c set agency_name = i.agency_name, contract_number = i.contract_number
        from interpreter i where i.id = c.interpreter_id;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("alter table interpreter_call drop agency_name, drop contract_number");
  }
}
