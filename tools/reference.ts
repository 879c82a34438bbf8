import { diagnosticsReference } from './diagnostics-reference.js';
import { fieldsReference } from './fields-reference.js';
import { templatesReference } from './templates-reference.js';

/** The generated part of docs/: the text of each file, by its path from the project's root. */
export function reference(): ReadonlyMap<string, string> {
  return new Map([
    ['docs/fields.md', fieldsReference()],
    ['docs/diagnostics.md', diagnosticsReference()],
    ['docs/templates.md', templatesReference()],
  ]);
}
