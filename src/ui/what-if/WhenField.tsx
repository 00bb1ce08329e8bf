import { type Ref, useState } from 'react';
import type { Micros } from '../../model/units.ts';
import { useRun } from '../context/studio-context.tsx';
import { parseTime, printTime } from '../text/time-text.ts';
import { TextField } from '../fields/TextField.tsx';
import { beyondRun } from './beyond-run.ts';

/** The instant at which something is to be done to the run: the now-line's, until another one is typed in. */
export interface When {
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Undefined: what was typed is no time. */
  readonly time: Micros | undefined;
  /** Why nothing can be done then. */
  readonly problem: string | undefined;
  /** What else there is to say of it. */
  readonly note: string | undefined;
}

export function useWhen(): When {
  const { cursor, record, experiment } = useRun((state) => ({
    cursor: state.cursor,
    record: state.record,
    experiment: state.experiment,
  }));
  const [typed, onText] = useState<string>();
  const time = typed === undefined ? cursor : parseTime(typed);
  const beyond = record && experiment && time !== undefined ? beyondRun(record, experiment, time) : undefined;
  return {
    text: typed ?? printTime(cursor, 1, record?.now),
    onText,
    time,
    problem:
      time === undefined ? 'A time, such as 12.4, 500ms or 1:05' : beyond?.canIntervene ? undefined : beyond?.text,
    note: beyond?.canIntervene ? beyond.text : undefined,
  };
}

export function WhenField({ when, ref }: { readonly when: When; readonly ref?: Ref<HTMLInputElement> }) {
  return (
    <TextField
      label="At"
      value={when.text}
      onChange={when.onText}
      help={when.note ?? 'From then on the run goes another way; until then it stays as it was.'}
      error={when.problem}
      selects
      {...(ref && { ref })}
    />
  );
}
