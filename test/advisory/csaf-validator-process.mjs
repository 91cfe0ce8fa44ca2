// Reads CSAF documents (a JSON array) from stdin and prints, for each, what the schema and the mandatory tests say against it.
// A process of its own: the validator ships ES modules only.
import { text } from 'node:stream/consumers';
import * as mandatory from '@secvisogram/csaf-validator-lib/mandatoryTests.js';
import { csaf_2_0, csaf_2_0_strict } from '@secvisogram/csaf-validator-lib/schemaTests.js';
import validate from '@secvisogram/csaf-validator-lib/validate.js';

const tests = [csaf_2_0, csaf_2_0_strict, ...Object.values(mandatory)];
const results = [];
for (const document of JSON.parse(await text(process.stdin))) {
  const { isValid, tests: ran } = await validate(tests, document);
  const errors = ran.flatMap(({ name, errors: found }) =>
    found.map(({ message, instancePath }) => ({ name, message, instancePath })),
  );
  results.push({ isValid, ran: ran.length, errors });
}
console.log(JSON.stringify(results));
