// Holds a document against what it must be, without asking anybody else for anything. Its packages come by NODE_PATH.
//   node check.cjs schema SCHEMA DOCUMENT    JSON, or YAML where it ends with .cff; faults on stderr, one a line
//   node check.cjs expand DOCUMENT           JSON-LD; the expanded form on stdout
'use strict';
const { readFileSync } = require('node:fs');

const [task, ...files] = process.argv.slice(2);

async function schema(schemaFile, documentFile) {
  const Ajv = require('ajv').default;
  const text = readFileSync(documentFile, 'utf8');
  const document = documentFile.endsWith('.cff') ? require('js-yaml').load(text) : JSON.parse(text);
  const rules = JSON.parse(readFileSync(schemaFile, 'utf8'));
  // The schemas describe themselves with words that are of no vocabulary.
  const ajv = new Ajv({ strict: false, allErrors: true, formats: { textarea: true } });
  require('ajv-formats').default(ajv);
  const check = ajv.compile(rules);
  if (check(document)) return 0;
  for (const fault of check.errors) console.error(`${fault.instancePath || '/'}: ${fault.message}`);
  return 1;
}

async function expand(documentFile) {
  // Pages name the vocabulary by its address; a stand-in is enough to tell what is dropped. Nothing else is ever loaded.
  const known = { 'https://schema.org': { '@context': { '@vocab': 'http://schema.org/' } } };
  const documentLoader = async (url) => {
    if (!known[url]) throw new Error(`asked for ${url}`);
    return { contextUrl: null, documentUrl: url, document: known[url] };
  };
  const document = JSON.parse(readFileSync(documentFile, 'utf8'));
  // In safe mode a term that means nothing is a fault; else it would be dropped in silence.
  console.log(JSON.stringify(await require('jsonld').expand(document, { documentLoader, safe: true, base: 'https://perjam.example/' })));
  return 0;
}

(task === 'schema' ? schema(...files) : expand(...files)).then(
  (code) => { process.exitCode = code; },
  (fault) => {
    console.error(fault.message, JSON.stringify(fault.details ?? ''));
    process.exitCode = 1;
  });
