/** Writes the generated part of docs/ (`npm run docs`). */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { reference } from './reference.js';

for (const [file, text] of reference()) {
  writeFileSync(fileURLToPath(new URL(`../../${file}`, import.meta.url)), text);
}
