import type { MigrationInterface, QueryRunner } from "typeorm";

/** Web pages that a service has ready for its clerks, and the one that a meeting's citizen is shown. */
export class PreparedPages1795760100000 implements MigrationInterface {
  name = "PreparedPages1795760100000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table service add pages jsonb not null default '[]'
        check (jsonb_typeof(pages) = 'array' and not jsonb_path_exists(pages, '$[*] ? (!(@.url starts with "https://"))'));
      alter table meeting add shown_page jsonb
        check (shown_page is null or shown_page->>'url' like 'https://%' and status = 'in_progress');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table meeting drop shown_page;
      alter table service drop pages;
    `);
  }
}
