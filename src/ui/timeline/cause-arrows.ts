import type { Guid, Micros } from '../../model/units.ts';
import { causeChain, causeOf, effectsOf } from '../../record/causes.ts';
import { SCRIPT_GUID } from '../../record/chunk.ts';
import type { RunRecord } from '../../record/run-record.ts';
import { spanAt } from '../../record/state-spans.ts';
import type { Arrow } from './draw-overlays.ts';

/** More arrows than this can't be told apart. */
const MOST = 60;

/** The event a selected resource's state at the cursor began with; -1: none, it is NEW still. */
export function selectedEvent(record: RunRecord, selection: ReadonlySet<Guid>, cursor: Micros): number {
  const [guid] = selection;
  return guid === undefined || selection.size > 1 ? -1 : spanAt(record, guid, cursor).event;
}

/**
 * What led to an event, back to the run's beginning, and what it let happen in turn.
 * @param secondScript the guid of another run's script, if it is in the record: both scripts are drawn in one place.
 */
export function causeArrows(record: RunRecord, event: number, secondScript?: Guid): Arrow[] {
  const arrows: Arrow[] = [];
  const { guid, time } = record.events;
  for (const { event: effect, cause } of causeChain(record, event).slice(0, MOST)) {
    if (cause < 0) continue;
    arrows.push(arrow(effect, cause, effect === event ? 'cause' : 'before'));
  }
  for (const effect of effectsOf(record, event).slice(0, MOST)) {
    arrows.push(arrow(effect, causeOf(record, effect).cause, 'effect'));
  }
  // What lies on one lane at one instant (DISCOVERED, PROVISIONED, READY in no time) needs no arrow.
  return arrows.filter(({ fromGuid, toGuid, fromTime, toTime }) => fromGuid !== toGuid || fromTime !== toTime);

  function placed(of: Guid): Guid {
    return of === secondScript ? SCRIPT_GUID : of;
  }

  function arrow(effect: number, cause: number, kind: Arrow['kind']): Arrow {
    return {
      fromTime: time[cause]!,
      fromGuid: placed(guid[cause]!),
      toTime: time[effect]!,
      toGuid: placed(guid[effect]!),
      kind,
    };
  }
}
