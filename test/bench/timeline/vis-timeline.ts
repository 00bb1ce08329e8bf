// vis-timeline with the same run, as its documentation shows it. Its items are made before it is measured.
import { Timeline } from 'vis-timeline/standalone';
import 'vis-timeline/styles/vis-timeline-graph2d.css';
import { spansOf } from '../../../src/record/state-spans.ts';
import { untilDrawn, wantedRun } from './bench-page.ts';

const { lanes, record } = wantedRun();
const groups = lanes.map(({ guid, label }) => ({ id: guid, content: label }));
const items = lanes.flatMap(({ guid }) =>
  spansOf(record, guid).map(({ from, to, state, event }) => ({
    id: `${guid}-${event}`,
    group: guid,
    start: from / 1000,
    end: to / 1000,
    content: state,
  })),
);
let timeline: Timeline | undefined;

window.timelinePage = {
  draw: () =>
    untilDrawn((drawn) => {
      timeline = new Timeline(document.getElementById('root')!, items, groups, {
        stack: false,
        height: '100%',
        verticalScroll: true,
        start: 0,
        end: record.now / 1000,
      });
      timeline.on('changed', () => drawn());
    }),
  pan(px) {
    const { start, end } = timeline!.getWindow();
    const span = end.getTime() - start.getTime();
    const by = (px * span) / document.getElementById('root')!.clientWidth;
    timeline!.setWindow(start.getTime() + by, end.getTime() + by, { animation: false });
  },
};
