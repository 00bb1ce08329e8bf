// The bytes of a file as text. Whatever is not UTF-8 is refused: a guess that goes wrong would change names for good.
import { placeAt } from './json-positions.ts';
import type { FileProblem } from './json.ts';

export type DecodeResult =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: FileProblem };

/** Reads bytes as UTF-8, with or without a byte order mark, which stays in the text. Never throws. */
export function decodeText(bytes: Uint8Array): DecodeResult {
  const other = otherKind(bytes);
  if (other !== undefined) return refuse(other);
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return refuse(guessEncoding(bytes), placeOfFault(bytes));
  }
}

function refuse(message: string, place?: { readonly line: number; readonly column: number }): DecodeResult {
  return { ok: false, problem: { path: '', ...place, message } };
}

const saveAs = (encoding: string) => `this looks like ${encoding}; save it as UTF-8`;

/** What the first bytes give away; undefined: nothing. */
function otherKind(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0x1f && b === 0x8b) return 'this is a compressed file (gzip): unpack it first';
  if (a === 0x50 && b === 0x4b && c === 3) return 'this is an archive (zip): unpack it first';
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff))
    return saveAs('UTF-32');
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return saveAs('UTF-16');
  // Without a mark: the first characters of a JSON file are ASCII, so that half of their bytes, or more, are 0.
  const zeros = bytes.subarray(0, 4).reduce((count, byte) => count + Number(byte === 0), 0);
  if (zeros === 3 && bytes.length >= 4) return saveAs('UTF-32');
  if (a !== b && (a === 0 || b === 0)) return saveAs('UTF-16');
  return undefined;
}

/** What bytes are that are no UTF-8. */
function guessEncoding(bytes: Uint8Array): string {
  let highControls = 0;
  let controls = 0;
  for (const byte of bytes) {
    if (byte >= 0x80 && byte < 0xa0) highControls += 1;
    else if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13) controls += 1;
  }
  // A JSON file begins with ASCII in every such encoding, or with the mark of UTF-8.
  const beginsOddly = bytes[0]! >= 0x80 && bytes[0] !== 0xef;
  if (beginsOddly || controls > bytes.length / 100) return 'this is not a text file';
  // What Windows-1252 has there (quotes, dashes, the euro sign) Latin-1 has no characters for.
  return saveAs(highControls > 0 ? 'Windows-1252' : 'Latin-1');
}

function placeOfFault(bytes: Uint8Array) {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return placeAt(text, Math.max(0, text.indexOf('\ufffd')));
}
