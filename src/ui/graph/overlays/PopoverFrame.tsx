import { Popover } from '@base-ui/react/popover';
import { type ReactNode, use, useMemo } from 'react';
import { useFocusBack } from '../../focus/use-focus-back.ts';
import type { Point } from '../scene/geometry.ts';
import { ViewportContext } from '../view/viewport-context.ts';
import styles from './popovers.module.css';

/** A small window beside a point of the canvas. Escape and a click elsewhere close it. */
export function PopoverFrame(props: {
  readonly at: Point;
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { at, onClose } = props;
  const viewport = use(ViewportContext);
  const before = useFocusBack();
  const anchor = useMemo(
    () => ({
      getBoundingClientRect() {
        const { x, y } = viewport?.toPage(at) ?? at;
        return new DOMRect(x, y, 0, 0);
      },
    }),
    [viewport, at],
  );
  return (
    <Popover.Root open onOpenChange={(open) => !open && onClose()}>
      <Popover.Portal>
        <Popover.Positioner
          className={styles.positioner}
          anchor={anchor}
          sideOffset={10}
          align="start"
          collisionPadding={12}
        >
          <Popover.Popup className={styles.popup} aria-label={props.label} finalFocus={() => !before.isConnected}>
            {props.children}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
