import { useStore } from '@xyflow/react';
import { Maximize, Minus, Plus } from 'lucide-react';
import { memo } from 'react';
import type { Reading } from '../../../app/stores/view-store.ts';
import { useStudio, useView } from '../../context/studio-context.tsx';
import { IconButton } from '../../widgets/Button.tsx';
import type { Scene } from '../scene/scene.ts';
import { Minimap } from './Minimap.tsx';
import styles from './overlays.module.css';

const READINGS: readonly (readonly [Reading, string, string])[] = [
  ['both', 'Both', 'Connections and conditions'],
  ['connections', 'Connections', 'Connections only'],
  ['conditions', 'Conditions', 'Conditions, and dotted what waits by itself'],
];

/** In the corners: what edges are shown, how near one looks, the whole in small. */
export const Controls = memo(function Controls({ scene }: { readonly scene: Scene }) {
  const { commands, view } = useStudio();
  const [reading, minimap] = useView((state) => [state.reading, state.minimap]);
  return (
    <>
      <div className={styles.reading} role="group" aria-label="Edges shown" data-canvas-ui>
        {READINGS.map(([value, title, hint]) => (
          <button
            key={value}
            type="button"
            title={hint}
            aria-pressed={reading === value}
            onClick={() => view.getState().set({ reading: value })}
          >
            {value !== 'both' && <Sample kind={value} />}
            <span className={styles.words}>{title}</span>
          </button>
        ))}
      </div>
      <div className={styles.corner} data-canvas-ui>
        {minimap && <Minimap scene={scene} />}
        <div className={styles.zoom} role="group" aria-label="Zoom">
          <IconButton
            label="Zoom out"
            keys="-"
            side="top"
            icon={<Minus aria-hidden />}
            onClick={() => commands.run('view.zoom-out')}
          />
          <ZoomLevel onClick={() => commands.run('view.actual-size')} />
          <IconButton
            label="Zoom in"
            keys="+"
            side="top"
            icon={<Plus aria-hidden />}
            onClick={() => commands.run('view.zoom-in')}
          />
          <IconButton
            label="Fit everything"
            keys="1"
            side="top"
            icon={<Maximize aria-hidden />}
            onClick={() => commands.run('view.fit')}
          />
        </div>
      </div>
    </>
  );
});

/** The two kinds of edges as they are drawn: the switch is the legend, too. */
function Sample({ kind }: { readonly kind: 'connections' | 'conditions' }) {
  return (
    <svg className={styles.sample} data-kind={kind} width="20" height="10" aria-hidden>
      <path d={kind === 'connections' ? 'M1 5H19' : 'M1 5H13'} />
      {kind === 'conditions' && <path data-head d="M19 5L12 2V8Z" />}
    </svg>
  );
}

function ZoomLevel({ onClick }: { readonly onClick: () => void }) {
  const percent = useStore(({ transform }) => Math.round(transform[2] * 100));
  return (
    <button type="button" className={styles.level} onClick={onClick} aria-label={`Zoom ${percent} %, set to 100 %`}>
      {percent} %
    </button>
  );
}
