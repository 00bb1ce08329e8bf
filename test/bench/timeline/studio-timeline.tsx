// The studio's timeline with a generated run.
import { createRoot } from 'react-dom/client';
import { createStudio } from '../../../src/app/stores/studio.ts';
import { nepiCatalog } from '../../../src/catalog/catalog.ts';
import { StudioProvider } from '../../../src/ui/context/studio-context.tsx';
import { Timeline } from '../../../src/ui/timeline/Timeline.tsx';
import { TooltipProvider } from '../../../src/ui/widgets/Tooltip.tsx';
import '../../../src/ui/theme/theme.css';
import '../../../src/ui/theme/tokens.css';
import { gridExperiment } from '../../support/grid-experiment.ts';
import { allAtOnce, untilDrawn, wantedRun } from './bench-page.ts';

const { lanes, record } = wantedRun();
const cursor = { now: () => 0, subscribe: () => () => {} };
const SHOWN = { why: true, path: false, folded: false };
/** Where a key in the panels beside the timeline leads back to; what is drawn is the run's alone. */
const studio = createStudio({
  catalog: nepiCatalog,
  experiment: gridExperiment(1),
  findProblems: () => {},
  startRun: () => () => {},
});
const nobody: ReadonlySet<number> = new Set();
document.documentElement.dataset['theme'] = 'light';

const canvas = () => document.querySelector<HTMLCanvasElement>('canvas[role="slider"]');

window.timelinePage = {
  draw: () =>
    untilDrawn((drawn) => {
      createRoot(document.getElementById('root')!).render(
        <StudioProvider studio={studio}>
          <TooltipProvider>
            <Timeline
              record={record}
              version={record.version}
              lanes={lanes}
              cursor={cursor}
              onCursor={() => {}}
              shown={SHOWN}
              onShow={() => {}}
              selection={nobody}
              onSelect={() => {}}
              onSelectAll={() => {}}
            />
          </TooltipProvider>
        </StudioProvider>,
      );
      const look = () => {
        // It is given its size when it is drawn the first time.
        if ((canvas()?.style.width ?? '') === '') requestAnimationFrame(look);
        else {
          if (allAtOnce) {
            // Rows as low as they go, and a third of the run, so that there is room to pan beyond what is made ready.
            wheel({ altKey: true, deltaY: 10_000 });
            wheel({ ctrlKey: true, deltaY: -Math.log(3) / 0.002 });
          }
          drawn();
        }
      };
      look();
    }),
  pan: (px) => wheel({ shiftKey: true, deltaX: px }),
};

/** Over the axis: what lies under the pointer in the lanes is told beside it, and that is not what is measured. */
function wheel(options: WheelEventInit): void {
  const { left, top } = canvas()!.getBoundingClientRect();
  canvas()!.dispatchEvent(
    new WheelEvent('wheel', { bubbles: true, cancelable: true, clientX: left + 600, clientY: top + 10, ...options }),
  );
}
