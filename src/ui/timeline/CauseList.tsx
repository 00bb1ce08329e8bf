import { useMemo } from 'react';
import type { Step } from '../../model/experiment.ts';
import type { Guid, Micros } from '../../model/units.ts';
import { shownText } from '../../model/visible-text.ts';
import { type CauseLink, causeChain, causeOf, effectsOf } from '../../record/causes.ts';
import type { Cause } from '../../record/chunk.ts';
import { criticalPath } from '../../record/critical-path.ts';
import { eventText } from '../../record/event-text.ts';
import type { RunRecord } from '../../record/run-record.ts';
import { partsText, whatWasDone } from './path-words.ts';
import styles from './TimelineAside.module.css';
import { printTime } from '../text/time-text.ts';

/** How a cause let something happen, after the words "because". */
const VIA: Readonly<Record<Exclude<Cause, 'intervention'>, string>> = {
  begin: 'the run began',
  script: 'the script went on after',
  group: 'the last of its deployment group got ready:',
  condition: 'a condition was met by',
  gate: 'what it needs was there:',
  phase: 'its own step before was done:',
  worker: 'a worker came free after',
  lock: 'its lock came free after',
  failure: 'of the failure or release:',
};
const MOST = 6;

/** The arrows in words: what led to an event, step by step, and what it led to. */
export function CauseList({
  record,
  event,
  labelOf,
  script,
  onSelect,
  onCursor,
}: {
  readonly record: RunRecord;
  readonly event: number;
  readonly labelOf: (guid: Guid) => string;
  readonly script: readonly Step[];
  readonly onSelect: (guid: Guid, additive: boolean) => void;
  readonly onCursor: (time: Micros) => void;
}) {
  const reasons = groupSteps(causeChain(record, event));
  const effects = effectsOf(record, event);
  const { version } = record;
  const parts = useMemo(
    () => new Map(criticalPath(record, event).links.map((each) => [each.event, each.parts])),
    // The record grows in place: `version` stands for its content.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [record, version, event],
  );
  const link = (of: number, isNamed = true) => {
    const guid = record.events.guid[of]!;
    const time = record.events.time[of]!;
    return (
      <button
        type="button"
        className={styles.link}
        onClick={() => {
          onCursor(time);
          onSelect(guid, false);
        }}
      >
        {isNamed && `${labelOf(guid)} `}
        {shownText(eventText(record, of, script))} at {printTime(time, 1, record.now)}
      </button>
    );
  };
  const because = (steps: readonly CauseLink[]) => {
    const [{ event: of, via, cause }] = steps as readonly [CauseLink];
    const spent = partsText(
      steps
        .toReversed()
        .flatMap((step) => parts.get(step.event) ?? [])
        // When somebody intervened is the time of what came of it.
        .filter(({ kind }) => kind !== 'intervention'),
    );
    return (
      <li key={of}>
        because {via === 'intervention' ? whatWasDone(record, of) : cause < 0 ? 'the run began' : VIA[via]}
        {steps.map((step, place) => (
          <span key={step.event} data-event={step.event} data-cause={step.cause}>
            {place > 0 && ','} {step.cause >= 0 && link(step.cause, place === 0)}
          </span>
        ))}
        {spent && `, then ${spent}`}
      </li>
    );
  };
  return (
    <>
      <p className={styles.chain}>{link(event)}</p>
      <ol className={styles.causes} data-testid="causes">
        {reasons.slice(0, MOST).map(because)}
        {reasons.length > MOST && <li>and so on, back to the beginning</li>}
      </ol>
      {effects.length > 0 && (
        <>
          <p className={styles.chain}>It led to</p>
          <ul className={styles.causes} data-testid="effects">
            {effects.slice(0, MOST).map((effect) => (
              <li key={effect} data-event={effect} data-cause={causeOf(record, effect).cause}>
                {link(effect)}
              </li>
            ))}
            {effects.length > MOST && <li>and {effects.length - MOST} more</li>}
          </ul>
        </>
      )}
    </>
  );
}

/** One's own steps that follow one another are one reason. */
function groupSteps(chain: readonly CauseLink[]): readonly (readonly CauseLink[])[] {
  const groups: CauseLink[][] = [];
  for (const link of chain) {
    const last = groups.at(-1)?.at(-1);
    if (last && isOwnStep(last) && isOwnStep(link) && last.guid === link.guid) groups.at(-1)!.push(link);
    else groups.push([link]);
  }
  return groups;
}

function isOwnStep({ via, cause }: CauseLink): boolean {
  return via === 'phase' && cause >= 0;
}
