// Names of files that are handed to the user.
import { graphemes } from '../../model/graphemes.ts';

/** Bytes that a name may have in UTF-8: file systems take 255, and browsers and programs add to a name. */
const MOST_BYTES = 199;

/** Names that Windows keeps for devices, whatever ending follows. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/i;

/** A name that every file system takes. @param ending what comes after the experiment's name. */
export function fileName(id: string, ending = '.json'): string {
  const safe = id
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}._ -]+/gu, '-')
    .replace(/^[. -]+/, '');
  const cut = cutToBytes(safe, MOST_BYTES - 1 - bytesOf(ending)).replace(/[. ]+$/, '');
  const name = `${cut || 'experiment'}${ending}`;
  return DEVICE.test(name.split('.')[0]!.trim()) ? `_${name}` : name;
}

const bytesOf = (text: string) => new TextEncoder().encode(text).length;

/** The beginning of a text that has at most so many bytes, without half a character. */
function cutToBytes(text: string, most: number): string {
  let bytes = 0;
  for (const { segment, index } of graphemes(text)) {
    bytes += bytesOf(segment);
    if (bytes > most) return text.slice(0, index);
  }
  return text;
}
