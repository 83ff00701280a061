import { DefaultNamingStrategy } from "typeorm";

const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** camelCase properties, snake_case columns: the SQL of the migrations and of psql needs no quotes. */
export const snakeCaseNaming = Object.assign(new DefaultNamingStrategy(), {
  columnName: (propertyName: string, customName: string) => customName || snakeCase(propertyName),
  joinColumnName: (relationName: string, referencedColumnName: string) =>
    snakeCase(`${relationName}_${referencedColumnName}`),
});
