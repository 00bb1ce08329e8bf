// A run's chunks as plain rows, however it was sliced.
import type {
  EventColumns,
  EventDetail,
  LogLine,
  RunChunk,
  RunOutcome,
  StretchColumns,
} from '../../src/record/chunk.ts';

type PlainRow<Columns> = { readonly [Name in Exclude<keyof Columns, 'length'>]: number };
export type PlainEvent = PlainRow<EventColumns>;
export type PlainStretch = PlainRow<StretchColumns>;

export interface PlainRecord {
  readonly events: readonly PlainEvent[];
  readonly stretches: readonly PlainStretch[];
  readonly details: readonly EventDetail[];
  readonly log: readonly LogLine[];
  readonly tasks: number;
  readonly outcome: RunOutcome | undefined;
}

export function concatRecord(chunks: readonly RunChunk[]): PlainRecord {
  return {
    events: chunks.flatMap(({ events }) => rows(events)),
    stretches: chunks.flatMap(({ stretches }) => rows(stretches)),
    details: chunks.flatMap(({ details }) => details),
    log: chunks.flatMap(({ log }) => log),
    tasks: chunks.at(-1)?.tasks ?? 0,
    outcome: chunks.at(-1)?.outcome,
  };
}

function rows<Columns extends { readonly length: number }>({ length, ...columns }: Columns): PlainRow<Columns>[] {
  const named = Object.entries(columns) as [string, ArrayLike<number>][];
  const row = (at: number) => Object.fromEntries(named.map(([name, column]) => [name, column[at]!]));
  return Array.from({ length }, (_, at) => row(at) as PlainRow<Columns>);
}
