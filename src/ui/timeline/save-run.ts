// The run as files to take away: a picture for a paper, a trace for Perfetto, a table, the record itself.
import { downloadBlob, downloadText } from '../../app/files/browser-files.ts';
import { fileName } from '../../app/files/file-name.ts';
import type { Step } from '../../model/experiment.ts';
import { printChromeTrace } from '../../record/chrome-trace.ts';
import { BYTE_ORDER_MARK, printCsv } from '../../record/csv.ts';
import type { RunRecord } from '../../record/run-record.ts';
import { printTrace, traceOfRecord } from '../../record/trace.ts';
import type { Lane, Row } from '../run/lane.ts';
import { labelsOf } from './lane-text.ts';
import { renderPng } from './render-png.ts';
import { printTimelineSvg } from './timeline-svg.ts';
import { readTheme } from './timeline-theme.ts';
import type { TimeRange } from './timeline-contract.ts';

/** A run, and what its files need to know beside it. */
export interface SavedRun {
  readonly record: RunRecord;
  readonly lanes: readonly Lane[];
  /** As they are on screen: what pictures show. */
  readonly rows: readonly Row[];
  /** The experiment's name. */
  readonly name: string;
  /** Stands below pictures: the experiment, the seed. */
  readonly caption: string;
  readonly script: readonly Step[];
  /** Only this stretch of time in pictures, when there is one. */
  readonly range?: TimeRange | undefined;
}

export interface RunFile {
  readonly id: string;
  readonly title: string;
  readonly isPicture?: boolean;
  /** Hands the file to the user. @throws Error saying what to do, where the browser can't make it. */
  readonly save: (run: SavedRun) => void | Promise<void>;
}

const PICTURE_WIDTH = 1200;

/** What a run can be taken away as. */
export const RUN_FILES: readonly RunFile[] = [
  {
    id: 'svg',
    title: 'Picture for a paper (SVG)',
    isPicture: true,
    save: (run) => downloadText(nameOf(run, '.svg'), picture(run), 'image/svg+xml'),
  },
  {
    id: 'png',
    title: 'Picture (PNG)',
    isPicture: true,
    async save(run) {
      const png = await renderPng(picture(run));
      if (!png) throw new Error('This browser can’t make a PNG of so many lanes. Save the picture as SVG.');
      downloadBlob(nameOf(run, '.png'), png);
    },
  },
  {
    id: 'perfetto',
    title: 'Trace for Perfetto (JSON)',
    save: (run) =>
      downloadText(nameOf(run, '.perfetto.json'), printChromeTrace(run.record, run.caption, run.lanes, run.script)),
  },
  {
    id: 'csv',
    title: 'Events as a table (CSV)',
    save: (run) => downloadText(nameOf(run, '.csv'), table(run), 'text/csv'),
  },
  {
    id: 'csv-excel',
    title: 'Events as a table for Excel (CSV)',
    save: (run) => downloadText(nameOf(run, '.csv'), BYTE_ORDER_MARK + table(run), 'text/csv'),
  },
  {
    id: 'record',
    title: 'Record of the run (JSON)',
    save(run) {
      const guids = run.lanes.map(({ guid }) => guid);
      downloadText(nameOf(run, '.json'), `${printTrace(traceOfRecord(run.record, guids, run.script))}\n`);
    },
  },
];

const table = (run: SavedRun) => printCsv(run.record, labelsOf(run.lanes), run.script);

const nameOf = ({ name }: SavedRun, ending: string) => fileName(name, `-run${ending}`);

function picture({ record, rows, range, caption }: SavedRun): string {
  const [from, to] = [range?.from ?? 0, range?.to ?? record.now];
  return printTimelineSvg(record, rows, { theme: paperTheme(), width: PICTURE_WIDTH, from, to, caption });
}

/** The light theme's colours, whatever theme is on. */
function paperTheme() {
  const light = document.createElement('div');
  light.dataset['theme'] = 'light';
  document.body.append(light);
  const theme = readTheme(light);
  light.remove();
  return theme;
}
