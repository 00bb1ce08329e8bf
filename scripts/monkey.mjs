// Lets the monkey of test/browser/monkey work on the built site:
//   npm run monkey [-- --seeds 10 --minutes 3] [--seed 42]
// It begins with `--seed`, or one that it makes up, and prints each, so that what it finds can be found again.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '10' },
    minutes: { type: 'string', default: '3' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1_000_000)) },
  },
});
const seeds = Array.from({ length: Number(values.seeds) }, (_, at) => Number(values.seed) + at);
console.log(`monkey: seeds ${seeds.join(', ')}, ${values.minutes} minutes each`);
const { status } = spawnSync('npx', ['playwright', 'test', 'test/browser/monkey'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, MONKEY_SEEDS: seeds.join(','), MONKEY_MINUTES: values.minutes },
});
process.exitCode = status ?? 1;
