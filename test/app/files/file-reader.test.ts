import { expect, test } from 'vitest';
import { createFileReader } from '../../../src/app/files/file-reader.ts';
import { printExperiment } from '../../../src/format/json.ts';
import { createExperiment } from '../../../src/model/experiment.ts';

const text = printExperiment(createExperiment('long'));
const longText = text + ' '.repeat(1_000_000);

/** Reads a text; what was told of it, and what came of it. */
async function watch(read: string, at: (done: number, cancel: () => void) => void = () => {}) {
  const reader = createFileReader();
  const told: (number | undefined)[] = [];
  reader.reading.subscribe((reading) => {
    told.push(reading?.done);
    if (reading) at(reading.done, reading.cancel);
  });
  let taken: string | undefined;
  const opened = await reader.read(read, 'long.json', async (result) => {
    taken = result.ok ? result.experiment.id : 'refused';
    return result.ok;
  });
  return { told, taken, opened };
}

test('how far a long text is read is told until it is shown, a short one is read at once', async () => {
  expect(await watch(longText)).toEqual({ told: [0, 0.2, 0.4, 0.6, 0.8, undefined], taken: 'long', opened: true });
  expect(await watch(text)).toEqual({ told: [], taken: 'long', opened: true });
});

test('a long text that is left is not taken', async () => {
  const { told, taken, opened } = await watch(longText, (done, cancel) => done > 0.3 && cancel());
  expect(told.filter((done) => done !== undefined)).toEqual([0, 0.2, 0.4]);
  expect([taken, opened]).toEqual([undefined, false]);
});

test('what is wrong with a long text is told, and that it is no longer read', async () => {
  const { told, taken, opened } = await watch(longText.replace('{', '['));
  expect(told.at(-1)).toBeUndefined();
  expect([taken, opened]).toEqual(['refused', false]);
});
