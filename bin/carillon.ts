#!/usr/bin/env node
import { keepFilesPrivate } from '#wiring/keep-files-private.ts';
import { becomeTight } from '#wiring/tight-heap.ts';

becomeTight();
keepFilesPrivate();
// loaded only now: the process that is replaced pays for nothing of it
const { runProgram } = await import('./program.ts');
await runProgram();
