import { STATES } from '../model/state.ts';
import type { Step } from '../model/experiment.ts';
import { visibleText } from '../model/visible-text.ts';
import { KIND_SET, KIND_STEP } from './chunk.ts';
import type { RunRecord } from './run-record.ts';

/** What an event was, in a few words: `STARTED`, `rate = 5`, `waitFinished done`. */
export function eventText(record: RunRecord, event: number, script: readonly Step[] = []): string {
  const kind = record.events.kind[event]!;
  if (kind < KIND_SET) return STATES[kind]!;
  const detail = record.detail(event);
  if (kind === KIND_SET) return detail?.set ? visibleText(`${detail.set[0]} = ${String(detail.set[1])}`) : 'set';
  if (kind !== KIND_STEP) return 'event';
  const step = detail?.step === undefined ? undefined : script[detail.step];
  return step ? `${step.op} done` : `step ${(detail?.step ?? 0) + 1} done`;
}
