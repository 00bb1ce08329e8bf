import { shownText } from '../../../model/visible-text.ts';
/** How many characters of a type's name a card has room for. */
const ROOM = 22;

/** A type's name, its first parts left out when it is too long for a card: `…dce::CCNApplication`. */
export function shortType(name: string, room = ROOM): string {
  const rtype = shownText(name);
  if (rtype.length <= room) return rtype;
  const parts = rtype.split('::');
  while (parts.length > 1 && parts.join('::').length > room - 1) parts.shift();
  return `…${parts.join('::')}`;
}
