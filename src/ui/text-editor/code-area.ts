// A CodeMirror editor as a part of the DOM, without React. Loaded when the first one is opened.
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { Compartment, EditorState } from '@codemirror/state';
import { drawSelection, EditorView, highlightSpecialChars, keymap, lineNumbers } from '@codemirror/view';

export interface CodeArea {
  /** The text as it stands, with the line breaks it came with. */
  text(): string;
  setWrap(wrap: boolean): void;
  focus(): void;
  destroy(): void;
}

export interface CodeAreaOptions {
  readonly text: string;
  /** What a screen reader calls it. */
  readonly label: string;
  /** Id of what else a screen reader is to say of it. */
  readonly describedBy: string;
  readonly readOnly: boolean;
  readonly wrap: boolean;
  /** Called on Ctrl+Enter (Cmd+Enter). */
  readonly onCommit: () => void;
}

/** Makes an editor in an element: line numbers, undo of its own, Tab indents. */
export function createCodeArea(parent: HTMLElement, options: CodeAreaOptions): CodeArea {
  const wrapping = new Compartment();
  const wrap = (on: boolean) => (on ? EditorView.lineWrapping : []);
  const commit = () => {
    options.onCommit();
    return true;
  };
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: options.text,
      extensions: [
        EditorState.lineSeparator.of(lineBreakOf(options.text)),
        EditorState.readOnly.of(options.readOnly),
        lineNumbers(),
        history(),
        drawSelection(),
        highlightSpecialChars(),
        wrapping.of(wrap(options.wrap)),
        keymap.of([{ key: 'Mod-Enter', run: commit }, indentWithTab, ...historyKeymap, ...defaultKeymap]),
        EditorView.contentAttributes.of({ 'aria-label': options.label, 'aria-describedby': options.describedBy }),
        LOOK,
      ],
    }),
  });
  return {
    text: () => view.state.sliceDoc(),
    setWrap: (on) => view.dispatch({ effects: wrapping.reconfigure(wrap(on)) }),
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}

/**
 * The line break that a text uses throughout. Where it mixes them, only `\n` breaks lines and a `\r` is a character like
 * others: opening a text and closing it changes nothing.
 */
function lineBreakOf(text: string): string {
  return text.includes('\n') && !/(?<!\r)\n/.test(text) ? '\r\n' : '\n';
}

const LOOK = EditorView.theme({
  '&': { height: '100%', color: 'var(--text)', backgroundColor: 'var(--surface-raised)', fontSize: 'var(--text-m)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--font-mono)', lineHeight: '1.5' },
  '.cm-content': { caretColor: 'var(--text)' },
  '.cm-cursor': { borderLeftColor: 'var(--text)', borderLeftWidth: '2px' },
  '.cm-gutters': {
    color: 'var(--text-muted)',
    backgroundColor: 'var(--surface-sunken)',
    borderRight: '1px solid var(--border)',
  },
  '& .cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--accent) 30%, transparent)',
  },
  '.cm-specialChar': { color: 'var(--danger)' },
});
