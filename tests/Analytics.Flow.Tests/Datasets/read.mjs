// Reads a published table and prints its column types and rows as JSON: read.mjs MODULES duckdb|hyparquet FILE
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";

const [modules, reader, path] = process.argv.slice(2);

async function withDuckDb() {
  const { DuckDBInstance } = createRequire(modules)("@duckdb/node-api");
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  // All rows are looked at before a column's type is settled; a table of texts only does not show that it has a header.
  const source = path.endsWith(".csv") ? `read_csv('${path}', header = true, sample_size = -1)` : `read_parquet('${path}')`;
  const columns = await connection.runAndReadAll(`select column_name, column_type from (describe from ${source})`);
  const rows = await connection.runAndReadAll(`from ${source}`);
  const whole = columns.getRowsJson().map(([, type]) => type === "BIGINT");
  return {
    columns: columns.getRowsJson(),
    rows: rows.getRowsJson().map(row => row.map((value, i) => whole[i] && value !== null ? Number(value) : value)),
  };
}

async function withHyparquet() {
  const { parquetMetadata, parquetReadObjects } = await import(pathToFileURL(createRequire(modules).resolve("hyparquet")));
  const bytes = readFileSync(path);
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  const columns = parquetMetadata(file).schema.slice(1);
  const rows = await parquetReadObjects({ file, compressors: { GZIP: packed => new Uint8Array(gunzipSync(packed)) } });
  const plain = value => value instanceof Date ? value.toISOString().slice(0, 10) : value ?? null;
  return {
    columns: columns.map(c => [c.name, [c.type, c.converted_type, c.logical_type?.type].filter(Boolean).join(" ")]),
    rows: rows.map(row => columns.map(c => plain(row[c.name]))),
  };
}

const read = await (reader === "duckdb" ? withDuckDb() : withHyparquet());
console.log(JSON.stringify(read));
