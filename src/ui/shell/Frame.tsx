import { useState } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { Graph } from '../graph/Graph.tsx';
import { Inspector } from '../inspector/Inspector.tsx';
import { BottomPanel } from './BottomPanel.tsx';
import { FoldingPanel } from './FoldingPanel.tsx';
import styles from './Frame.module.css';
import { LeftPanel } from './LeftPanel.tsx';
import { PanelHead } from './PanelHead.tsx';
import { Part } from './Part.tsx';

/** The bottom panel's height before anybody chose one, px: a share of the window, and room for some lanes. */
const bottomHeight = () => Math.max(260, Math.round(0.3 * window.innerHeight));

/** The panels: palette left, canvas in the middle with the run below it, inspector right. */
export function Frame() {
  const [bottomSize] = useState(bottomHeight);
  return (
    <main className={styles.main} id="main" tabIndex={-1}>
      <Group className={styles.group} orientation="horizontal">
        <FoldingPanel name="palette" defaultSize={240} minSize={180} maxSize={420}>
          <aside className={styles.panel} aria-label="Types and outline">
            <LeftPanel />
          </aside>
        </FoldingPanel>
        <Separator className={styles.separator} aria-label="Width of the palette" />
        {/* Small enough that a panel beside it fits on any screen. */}
        <Panel id="middle" minSize={80}>
          <Group className={styles.group} orientation="vertical">
            <Panel id="canvas" minSize={80}>
              <section className={styles.canvas} aria-label="Canvas">
                <Part name="Canvas">
                  <Graph />
                </Part>
              </section>
            </Panel>
            <Separator className={styles.separator} aria-label="Height of the bottom panel" />
            <FoldingPanel name="bottom" defaultSize={bottomSize} minSize={120} maxSize="75%">
              <section className={styles.panel} aria-label="Run and problems">
                <BottomPanel />
              </section>
            </FoldingPanel>
          </Group>
        </Panel>
        <Separator className={styles.separator} aria-label="Width of the inspector" />
        <FoldingPanel name="inspector" defaultSize={320} minSize={240} maxSize={560}>
          <aside className={styles.panel} aria-label="Inspector">
            <PanelHead panel="inspector" title="Inspector" />
            <Part name="Inspector">
              <Inspector />
            </Part>
          </aside>
        </FoldingPanel>
      </Group>
    </main>
  );
}
