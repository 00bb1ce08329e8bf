// The program behind `npm run bench`.
import { runEngineBenchmarks } from './engine.bench.ts';
import { type BenchResult, holds } from './measure.ts';

const asJson = process.argv.includes('--json');
let allHold = true;

function print(result: BenchResult): void {
  allHold &&= holds(result);
  if (asJson) {
    console.log(JSON.stringify({ ...result, holds: holds(result) }));
    return;
  }
  const { name, measured, ratio, bar } = result;
  const wanted = !bar ? '' : 'atLeast' in bar ? `>= ${bar.atLeast}` : `<= ${bar.atMost}`;
  const mark = !bar ? '   ' : holds(result) ? 'yes' : 'NO ';
  console.log(`${name.padEnd(58)} ${ratio.toFixed(2).padStart(8)} ${wanted.padEnd(8)} ${mark}  ${measured}`);
}

if (!asJson) console.log(`${'benchmark'.padEnd(58)} ${'ratio'.padStart(8)} ${'bar'.padEnd(8)} kept measured`);
runEngineBenchmarks(print);
process.exitCode = allHold ? 0 : 1;
