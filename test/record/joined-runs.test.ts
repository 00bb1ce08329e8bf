import { expect, test } from 'vitest';
import { startRun } from '../../src/engine/run.ts';
import type { Intervention } from '../../src/model/intervention.ts';
import { resolveSimulation } from '../../src/model/simulation.ts';
import { pollsOf } from '../../src/record/empty-polls.ts';
import { joinPolls, secondPath } from '../../src/record/joined-runs.ts';
import { joinRecords } from '../../src/record/join-records.ts';
import { pathWithLevers } from '../../src/record/levers.ts';
import { createRecord } from '../../src/record/run-record.ts';
import { loadGolden } from '../support/load-golden.ts';
import { testCatalog } from '../support/test-catalog.ts';

const { experiment } = loadGolden('crowded-workers');
const polling = resolveSimulation(experiment.simulation);
const guids = experiment.resources.map(({ guid }) => guid);

function run(interventions: readonly Intervention[] = []) {
  const record = createRecord();
  record.append(startRun(experiment, testCatalog, { interventions }).advance(1e9));
  return record;
}

const first = run();
const second = run([{ kind: 'delay', guid: 1, by: 9_000_000, time: 1_000_000 }]);
const joined = joinRecords(first, second, guids);
const twin = (guid: number) => joined.secondOf.get(guid)!;

test('each run has the polls that it has alone, whoever is busy in the other one', () => {
  const [own, others] = [pollsOf(first, polling), pollsOf(second, polling)];
  const polls = joinPolls(own, others, joined)!;
  const times = (series: ReturnType<typeof polls.of>) =>
    series.map(({ first: from, last, period }) => [from, last, period]);
  let told = 0;
  for (const guid of guids) {
    expect(times(polls.of(guid, 0, joined.record.now))).toEqual(times(own.of(guid, 0, first.now)));
    const expected = others.of(guid, 0, second.now);
    const found = polls.of(twin(guid), 0, joined.record.now);
    expect(times(found)).toEqual(times(expected));
    expect(found.map(({ stretch }) => stretch.member)).toEqual(
      expected.map(({ stretch: { member } }) => (member > 0 ? twin(member) : member)),
    );
    told += found.length;
  }
  expect(told).toBeGreaterThan(0);
});

test('a run in which nobody polls has none beside one that does', () => {
  const polls = joinPolls(pollsOf(first, polling), undefined, joined)!;
  expect(guids.some((guid) => polls.of(guid, 0, first.now).length > 0)).toBe(true);
  expect(guids.flatMap((guid) => polls.of(twin(guid), 0, first.now))).toEqual([]);
  expect(joinPolls(undefined, undefined, joined)).toBeUndefined();
});

test("the second run's critical path leads through its own lanes", () => {
  const alone = pathWithLevers(second);
  const path = secondPath(second, joined);
  expect(path.end).toBe(second.now);
  expect(path.totals).toEqual(alone.totals);
  const { guid, time } = joined.record.events;
  for (const [place, link] of path.links.entries()) {
    const own = alone.links[place]!;
    expect(time[link.event]).toBe(second.events.time[own.event]);
    if (own.guid > 0) expect(link.guid).toBe(twin(own.guid));
    expect(guid[link.event]).toBe(own.guid > 0 ? link.guid : joined.secondScript);
  }
});
