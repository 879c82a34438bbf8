#!/usr/bin/env node
import { main } from '../build/src/cli.js';

// A reader that has seen enough (`dongha-site check | head`) is no fault.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

process.exitCode = await main(process.argv);
