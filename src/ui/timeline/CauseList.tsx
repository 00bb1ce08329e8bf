import type { Step } from '../../model/experiment.ts';
import type { Guid, Micros } from '../../model/units.ts';
import { type CauseLink, causeChain, causeOf, effectsOf } from '../../record/causes.ts';
import { type Cause, SCRIPT_GUID } from '../../record/chunk.ts';
import { eventText } from '../../record/event-text.ts';
import type { RunRecord } from '../../record/run-record.ts';
import type { Lane } from './lane.ts';
import styles from './TimelineAside.module.css';
import { printTime } from './time-text.ts';

/** How a cause let something happen, after the words "because". */
const VIA: Readonly<Record<Cause, string>> = {
  begin: 'the run began',
  script: 'the script went on after',
  group: 'the last of its deployment group got ready:',
  condition: 'a condition was met by',
  gate: 'what it needs was there:',
  phase: 'its own step before was done:',
  worker: 'a worker came free after',
  lock: 'its lock came free after',
  failure: 'of the failure or release:',
  intervention: 'somebody intervened at',
};
const MOST = 6;

/** The arrows in words: what led to an event, step by step, and what it led to. */
export function CauseList({
  record,
  event,
  lanes,
  script,
  onSelect,
  onCursor,
}: {
  readonly record: RunRecord;
  readonly event: number;
  readonly lanes: readonly Lane[];
  readonly script: readonly Step[];
  readonly onSelect: (guid: Guid, additive: boolean) => void;
  readonly onCursor: (time: Micros) => void;
}) {
  const chain = causeChain(record, event);
  const effects = effectsOf(record, event);
  const link = (of: number) => {
    const guid = record.events.guid[of]!;
    const time = record.events.time[of]!;
    const who = guid === SCRIPT_GUID ? 'script' : (lanes.find((lane) => lane.guid === guid)?.label ?? `guid ${guid}`);
    return (
      <button
        type="button"
        className={styles.link}
        onClick={() => {
          onCursor(time);
          if (guid !== SCRIPT_GUID) onSelect(guid, false);
        }}
      >
        {who} {eventText(record, of, script)} at {printTime(time, 1, record.now)}
      </button>
    );
  };
  const because = ({ event: of, via, cause }: CauseLink) => (
    <li key={of} data-event={of} data-cause={cause}>
      because {VIA[via]} {cause >= 0 && link(cause)}
    </li>
  );
  return (
    <>
      <p className={styles.chain}>{link(event)}</p>
      <ol className={styles.causes} data-testid="causes">
        {chain.slice(0, MOST).map(because)}
        {chain.length > MOST && <li>and so on, {chain.length - MOST} steps back to the beginning</li>}
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
