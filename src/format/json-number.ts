/**
 * A number in a field that we don't know, whose text says more than a JavaScript number can hold (12345678901234567890),
 * or says it in another way (1.50). It stays as it is written and is printed so.
 */
export class JsonNumber {
  /** As it stands in the file. */
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}
