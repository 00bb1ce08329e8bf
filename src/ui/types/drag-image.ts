import { shownText } from '../../model/visible-text.ts';

/** What a dragged type is announced as to whatever it is dropped on; its value is the rtype. */
export const RTYPE_DRAG = 'application/x-nepi-rtype';

/**
 * Puts a type on the pointer as the node it will be: the icon and the name of the item, without the rest of it.
 * @param className how the picture looks.
 */
export function startDrag(transfer: DataTransfer, rtype: string, item: HTMLElement, className: string): void {
  transfer.setData(RTYPE_DRAG, rtype);
  transfer.setData('text/plain', rtype);
  transfer.effectAllowed = 'copy';
  const picture = document.createElement('div');
  picture.className = className;
  picture.ariaHidden = 'true';
  const icon = item.querySelector('svg');
  if (icon) picture.append(icon.cloneNode(true));
  picture.append(shownText(rtype));
  document.body.append(picture);
  transfer.setDragImage(picture, 20, 18);
  // The browser takes its picture when this event is over.
  requestAnimationFrame(() => picture.remove());
}
