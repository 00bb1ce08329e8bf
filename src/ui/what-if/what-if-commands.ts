import type { Command, CommandRegistry } from '../../app/stores/command-registry.ts';
import type { Studio } from '../../app/stores/studio.ts';
import { commandEntries } from '../context/command-entries.ts';
import type { MenuEntry } from '../widgets/MenuEntries.tsx';
import { conditionText } from './intervention-text.ts';
import {
  compareWithIdeal,
  forkableGuids,
  forkableNow,
  forkRun,
  forkWithAnotherSeed,
  runLabels,
  stoppableGuids,
  whyNoFork,
  whyNotNow,
  isOver,
} from './what-if.ts';

/** More conditions than this are not listed: select what they are about. */
const MOST_CONDITIONS = 20;

export function whatIfCommands(studio: Studio): readonly Command[] {
  const { view, run } = studio;
  const canFork = () => forkableGuids(studio).length > 0;
  const ask = (dialog: 'what-if-fail' | 'what-if-delay' | 'what-if-set' | 'what-if-duration') => () =>
    view.getState().set({ dialog });
  return [
    {
      id: 'what-if.fail',
      group: 'Run',
      title: () => `What if ${selected(studio)} failed now`,
      enabled: () => forkableNow(studio).length > 0,
      run: () => forkRun(studio, (time) => forkableNow(studio).map((guid) => ({ kind: 'fail', guid, time }))),
    },
    {
      id: 'what-if.fail-at',
      group: 'Run',
      title: () => `What if ${selected(studio)} failed at…`,
      enabled: canFork,
      run: ask('what-if-fail'),
    },
    {
      id: 'what-if.stop',
      group: 'Run',
      title: () => `What if ${selected(studio)} were stopped now`,
      enabled: () => stoppableGuids(studio).length > 0,
      run: () => forkRun(studio, (time) => stoppableGuids(studio).map((guid) => ({ kind: 'stop', guid, time }))),
    },
    {
      id: 'what-if.delay',
      group: 'Run',
      title: () => `What if ${selected(studio)} were held up…`,
      enabled: canFork,
      run: ask('what-if-delay'),
    },
    {
      id: 'what-if.set',
      group: 'Run',
      title: () => `What if an attribute of ${selected(studio)} were set…`,
      enabled: canFork,
      run: ask('what-if-set'),
    },
    {
      id: 'what-if.duration',
      group: 'Run',
      title: () => `What if a phase of ${selected(studio)} took another time…`,
      enabled: canFork,
      run: ask('what-if-duration'),
    },
    {
      id: 'what-if.seed',
      group: 'Run',
      title: 'Run with another seed',
      enabled: () => run.getState().record !== undefined && run.getState().status !== 'running',
      run: () => forkWithAnotherSeed(studio),
    },
    {
      id: 'what-if.ideal',
      group: 'Run',
      title: 'Compare with an ideal orchestrator',
      keys: ['I'],
      enabled: () => isOver(studio),
      run: () => compareWithIdeal(studio),
    },
  ];
}

const TITLES: readonly (readonly [id: string, title: string])[] = [
  ['what-if.fail', 'Fails now'],
  ['what-if.fail-at', 'Fails at…'],
  ['what-if.stop', 'Is stopped now'],
  ['what-if.delay', 'Is held up…'],
  ['what-if.set', 'Gets another attribute…'],
  ['what-if.duration', 'Takes another time…'],
];

/** The commands as a menu that says first whom they are about, or what is missing. */
export function whatIfEntries(studio: Studio, commands: CommandRegistry): readonly MenuEntry[] {
  const why = whyNoFork(studio) ?? (forkableGuids(studio).length === 0 ? 'Select a resource' : undefined);
  const notNow = whyNotNow(studio);
  const heading = why ?? (notNow ? `${notNow}: give a time` : `What if ${selected(studio)}…`);
  return [
    { title: heading, disabled: true, run: () => {} },
    ...TITLES.flatMap(([id, title]) =>
      commandEntries(commands, [id]).map((entry) => (typeof entry === 'object' ? { ...entry, title } : entry)),
    ),
    'separator',
    { submenu: 'Without a condition', entries: notNow ? [] : conditionEntries(studio) },
    ...commandEntries(commands, ['what-if.seed', 'what-if.ideal']),
  ];
}

/** The conditions of the selected resources; without a selection, all. */
function conditionEntries(studio: Studio): readonly MenuEntry[] {
  const { experiment } = studio.run.getState();
  const { guids } = studio.view.getState().selection;
  const labelOf = runLabels(studio);
  const about = (all: readonly number[]) => guids.size === 0 || all.some((guid) => guids.has(guid));
  return (experiment?.conditions ?? [])
    .flatMap((condition, index) =>
      about([...condition.resources, ...condition.group])
        ? [
            {
              title: conditionText(condition, labelOf),
              run: () => forkRun(studio, (time) => [{ kind: 'drop-condition', index, time }]),
            },
          ]
        : [],
    )
    .slice(0, MOST_CONDITIONS);
}

/** Who is selected: `server`, `3 resources`. */
function selected(studio: Studio): string {
  const guids = [...studio.view.getState().selection.guids];
  const [only] = guids;
  if (only === undefined) return 'the selected resource';
  return guids.length === 1 ? runLabels(studio)(only) : `${guids.length} resources`;
}
