// From one thing of interest in a run to the next: of a kind, of the selection, a poll, a time typed in.
import { STATE_ORDER, STATES } from '../../model/state.ts';
import { nextPoll } from '../../record/poll-stepping.ts';
import { type EventFilter, lastEventAt } from '../../record/stepping.ts';
import type { Command } from '../stores/command-registry.ts';
import { onlyOf, type RunControl } from '../runs/run-control.ts';
import type { Studio } from '../stores/studio.ts';

const STATE_CODES: ReadonlySet<number> = new Set(STATES.map((state) => STATE_ORDER[state]));
const FAILURES: EventFilter = { kinds: new Set([STATE_ORDER.FAILED]) };

export function stepCommands({ run, view }: Studio, control: RunControl): readonly Command[] {
  const hasRun = () => run.getState().record !== undefined;
  const selected = () => onlyOf(view.getState().selection.guids);
  const hasSelection = () => hasRun() && view.getState().selection.guids.size > 0;

  /** Events of the same kind as the last one up to the cursor, of the selection where there is one. */
  function alike(): EventFilter | undefined {
    const { record, cursor } = run.getState();
    const event = record ? lastEventAt(record, cursor, selected()) : -1;
    return record && event >= 0 ? { kinds: new Set([record.events.kind[event]!]) } : undefined;
  }

  /** A command and its way back. */
  const bothWays = (
    id: string,
    what: string,
    key: string,
    filter: () => EventFilter | undefined,
    enabled: () => boolean = hasRun,
  ): readonly Command[] =>
    ([1, -1] as const).map((direction) => ({
      id: direction === 1 ? `run.next-${id}` : `run.previous-${id}`,
      group: 'Run',
      title: `${direction === 1 ? 'Next' : 'Previous'} ${what}`,
      keys: [direction === 1 ? key : `Shift+${key}`],
      enabled,
      run() {
        const found = filter();
        if (found) control.step(direction, found);
      },
    }));

  return [
    ...bothWays(
      'change',
      'time the selection changes state',
      'N',
      () => ({ ...selected(), kinds: STATE_CODES }),
      hasSelection,
    ),
    ...bothWays('alike', 'event of the same kind', 'E', alike, () => hasRun() && alike() !== undefined),
    ...bothWays('failure', 'failure', 'X', () => FAILURES),
    {
      id: 'run.next-poll',
      group: 'Run',
      title: 'Next poll that finds what it waits for',
      keys: ['Q'],
      enabled: hasRun,
      run() {
        const { record, cursor } = run.getState();
        const time = record && nextPoll(record, cursor, selected().guids);
        if (time !== undefined) control.jump(time);
      },
    },
    {
      id: 'run.jump',
      group: 'Run',
      title: 'Jump to a time…',
      keys: ['J'],
      enabled: hasRun,
      run() {
        const { bottomTab } = view.getState();
        view.getState().showBottom(bottomTab === 'log' ? 'log' : 'timeline');
        view.getState().set({ wantedField: 'run.time' });
      },
    },
  ];
}
