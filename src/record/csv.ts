import type { Step } from '../model/experiment.ts';
import type { Guid } from '../model/units.ts';
import { CAUSES, KIND_SET, KIND_STEP, SCRIPT_GUID } from './chunk.ts';
import { eventText } from './event-text.ts';
import type { RunRecord } from './run-record.ts';

const HEADER = ['event', 'time_us', 'guid', 'label', 'kind', 'value', 'cause', 'via'];

/** The events of a record as comma separated values (RFC 4180), a line each. */
export function printCsv(record: RunRecord, labelOf: (guid: Guid) => string, script: readonly Step[] = []): string {
  const { time, guid, kind, cause, via, length } = record.events;
  const lines = [HEADER.join(',')];
  for (let row = 0; row < length; row++) {
    const who = guid[row]!;
    const what = kind[row] === KIND_SET ? 'set' : kind[row] === KIND_STEP ? 'step' : 'state';
    const fields = [
      row,
      time[row]!,
      who,
      who === SCRIPT_GUID ? 'script' : labelOf(who),
      what,
      eventText(record, row, script),
      cause[row]! < 0 ? '' : cause[row]!,
      CAUSES[via[row]!]!,
    ];
    lines.push(fields.map(quoted).join(','));
  }
  return `${lines.join('\r\n')}\r\n`;
}

/** Begins a CSV file for Excel, which takes a file without it for one in the encoding of the system. */
export const BYTE_ORDER_MARK = '\ufeff';

/** A field that a spreadsheet would take for a formula is made text. */
function quoted(field: string | number): string {
  if (typeof field === 'number') return String(field);
  const safe = /^[=+\-@\t\r]/.test(field) ? `'${field}` : field;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
