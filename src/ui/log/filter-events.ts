import type { Step } from '../../model/experiment.ts';
import { foldText, foldWords } from '../../model/fold-text.ts';
import { STATES } from '../../model/state.ts';
import type { Guid } from '../../model/units.ts';
import { KIND_SET, SCRIPT_GUID } from '../../record/chunk.ts';
import { eventText } from '../../record/event-text.ts';
import { GuidIndex } from '../../record/guid-index.ts';
import type { RunRecord } from '../../record/run-record.ts';
import type { Lane } from '../run/lane.ts';

export interface LogFilter {
  /** Words that must all occur in an event's line; capitals and accents don't matter. */
  readonly text: string;
  /** Only events of these; undefined: of all. */
  readonly guids: ReadonlySet<Guid> | undefined;
}

/**
 * The numbers of the events that pass, in order. What a word says of a resource or a state is looked up once per
 * resource and state, so that a million events take no string each.
 */
export function filterEvents(
  record: RunRecord,
  lanes: readonly Lane[],
  { text, guids }: LogFilter,
  script: readonly Step[],
): Int32Array {
  const { guid, kind, length } = record.events;
  const words = foldWords(text);
  const found = new Int32Array(length);
  let count = 0;
  if (words.length === 0 && !guids) {
    for (let event = 0; event < length; event++) found[event] = event;
    return found;
  }
  const all = 2 ** words.length - 1;
  const laneMask = new GuidIndex();
  laneMask.set(SCRIPT_GUID, maskOf('script', words));
  for (const lane of lanes) laneMask.set(lane.guid, maskOf(`${lane.label} ${lane.rtype} ${lane.guid}`, words));
  const stateMask = STATES.map((state) => maskOf(state, words));
  for (let event = 0; event < length; event++) {
    const who = guid[event]!;
    if (guids && !guids.has(who)) continue;
    const code = kind[event]!;
    const what = code < KIND_SET ? stateMask[code]! : maskOf(eventText(record, event, script), words);
    if ((Math.max(0, laneMask.get(who)) | what) === all) found[count++] = event;
  }
  return found.slice(0, count);
}

/** One bit a word: whether it occurs. At most thirty words count. */
function maskOf(text: string, words: readonly string[]): number {
  const folded = foldText(text);
  let mask = 0;
  for (let index = 0; index < Math.min(30, words.length); index++)
    if (folded.includes(words[index]!)) mask |= 1 << index;
  return mask;
}
