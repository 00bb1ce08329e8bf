// Measures the engine; writes a result a line. See run-engine-program.ts.
import { runEngineBenchmarks } from './engine.bench.ts';

runEngineBenchmarks((result) => console.log(JSON.stringify(result)));
