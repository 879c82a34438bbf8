#!/usr/bin/env node
import { main } from '../build/program/main.js';

// A reader that has seen enough (`dongha-site check | head`) is no fault.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

// Ctrl-C stops between two files; what was staged is thrown away and the lock given back as the process exits.
process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));

process.exitCode = await main(process.argv);
