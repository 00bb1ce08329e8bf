// Compares the engine with the reference engine on many random experiments, and looks for faults in what it records of
// causes and waits (not with --events-only); by hand, not part of the tests:
//   node scripts/fuzz-engine.mjs [runs] [seed] [--events-only]
// Prints the smallest experiment on which they disagree, and exits 1; otherwise how the runs ended.
import { runnerImport } from 'vite';

const [runs = '20000', seed = String(Date.now() % 1_000_000)] = process.argv
  .slice(2)
  .filter((word) => !word.startsWith('--'));
const checkRecord = !process.argv.includes('--events-only');
const { module } = await runnerImport('./test/support/fuzz-engine.ts', { configFile: false, logLevel: 'error' });
console.log(`${runs} random experiments, seed ${seed}`);
process.exitCode = module.fuzzEngine(Number(runs), Number(seed), checkRecord, (line) => console.log(line)) ? 0 : 1;
