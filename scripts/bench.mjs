// Runs the benchmarks; see test/bench/main.ts:
//   npm run bench [-- engine page graph timeline] [--json]
import { runnerImport } from 'vite';

// Pages are measured as they are shipped; left to itself, what imports the benchmarks says `development`.
process.env.NODE_ENV = 'production';
const { module } = await runnerImport('./test/bench/main.ts', { configFile: false, logLevel: 'error' });
process.exitCode = (await module.runBenchmarks(process.argv.slice(2), (line) => console.log(line))) ? 0 : 1;
