#!/usr/bin/env node
import { becomeTight } from '#wiring/tight-heap.ts';

becomeTight();
// loaded only now: the process that is replaced pays for nothing of it
const { runProgram } = await import('./program.ts');
await runProgram();
