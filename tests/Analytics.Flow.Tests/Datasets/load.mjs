// Runs SQL that makes a table, and prints its number of rows and of each column name, type and blanks: load.mjs MODULES SQL TABLE
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [modules, sql, table] = process.argv.slice(2);
const { DuckDBInstance } = createRequire(modules)("@duckdb/node-api");
const connection = await (await DuckDBInstance.create(":memory:")).connect();
await connection.run(readFileSync(sql, "utf8"));
const read = async query => (await connection.runAndReadAll(query)).getRowsJson();
console.log((await read(`select count(*)::integer from ${table}`))[0][0]);
for (const [name, type] of await read(`select column_name, column_type from (describe ${table})`))
  console.log(name, type, (await read(`select count(*) filter (where "${name}" is null)::integer from ${table}`))[0][0]);
