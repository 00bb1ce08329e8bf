// Measures one part of the engine, named on the command line; writes a result a line. See run-engine-program.ts.
import { engineBenchmarks } from './engine.bench.ts';

for (const result of engineBenchmarks[process.argv[2]!]!()) console.log(JSON.stringify(result));
