import type { Studio } from '../../app/stores/studio.ts';

export interface TourStep {
  readonly title: string;
  readonly text: string;
  /** The part of the page it points at, as a selector; the first that is there. */
  readonly at: string;
  readonly side: 'top' | 'bottom' | 'left' | 'right';
  /** Brings the part on screen. */
  readonly show?: (view: ReturnType<Studio['view']['getState']>) => void;
}

export const TOUR: readonly TourStep[] = [
  {
    title: 'What there is to add',
    text: 'All of NEPI’s resource types. Drag one onto the canvas, or search it and press Enter. The Outline beside it lists what is there already: all that the canvas offers can be done there, too.',
    at: '#palette',
    side: 'right',
    show(view) {
      view.set({ leftTab: 'types' });
      view.fold('palette', false);
    },
  },
  {
    title: 'The experiment',
    text: 'Drag from a resource’s upper handle to another one to connect them, from the lower one to let it wait: that is a condition. Double-click an empty place to add by name, right-click for all that can be done.',
    at: '#canvas',
    side: 'bottom',
  },
  {
    title: 'What is selected',
    text: 'Attributes, conditions, and how the resource behaves when it is simulated. The question marks explain NEPI’s words. With nothing selected, the experiment’s own settings are here.',
    at: '#inspector',
    side: 'left',
    show: (view) => view.fold('inspector', false),
  },
  {
    title: 'Try it',
    text: 'Play runs the experiment on a virtual clock, here in your browser: hours pass in a second, and nothing is sent anywhere. Space does the same. While a run is watched the experiment is locked; Design, beside it, leads back (T).',
    at: '[data-tour=play]',
    side: 'bottom',
  },
  {
    title: 'What happened, and why',
    text: 'A bar for every resource, a colour for every state. Click an instant and all views go there; select a resource to see what it waits for. Beside it: the log, problems with their fixes, and the script.',
    at: '#bottom',
    side: 'top',
    show: (view) => view.showBottom('timeline'),
  },
  {
    title: 'When you look for something',
    text: 'Ctrl+K finds every command by its name, ? shows all keys. This tour is in the Help menu.',
    at: '[role=menubar]',
    side: 'bottom',
  },
];
