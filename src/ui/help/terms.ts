// NEPI's words, in ours: one to three sentences each, shown where the question arises.
export const TERMS = {
  connection: {
    title: 'Connection',
    text: 'Says that two resources belong together: an application on its node, an interface in its network. It has no direction and takes no time.',
  },
  condition: {
    title: 'Condition',
    text: 'Holds an action back: a resource may deploy, start or stop only once all that it waits for have reached a state, and the time after that has passed. Where one action has several conditions, all of them have to hold.',
  },
  trace: {
    title: 'Trace',
    text: 'Something a resource can record while it runs, such as what a program prints. Switched on, it is collected by the real experiment; the simulation only knows that it is on.',
  },
  critical: {
    title: 'critical',
    text: 'Whether the experiment makes sense without this resource. When a critical one fails, NEPI gives up: nothing more is deployed, started or stopped. A failure of one that is not critical is passed over.',
  },
  behavior: {
    title: 'Behavior',
    text: 'What the simulation takes for granted about this resource: how long its phases take, how long it runs, how likely it fails. What is not set here comes from its type.',
  },
  gate: {
    title: 'Gate',
    text: "Something NEPI's own code waits for before a phase, without a condition that says so: an application, say, needs its node. While it is not there yet, the phase is tried again after the reschedule delay.",
  },
  deployGroup: {
    title: 'Deployment group',
    text: 'Resources that are deployed together. With “Start when all are ready” none of them starts before all of the group are READY. Left empty, the step opens a group of its own; with the number of a group it adds to that one and starts nobody.',
  },
  rescheduleDelay: {
    title: 'Reschedule delay',
    text: 'What can’t be done yet is put off and tried again after this time. A short delay notices sooner that something has become possible, and tries more often in vain.',
  },
  group: {
    title: 'Group',
    text: 'Resources that stand together on the canvas: a site, a rack, a crowd of clients. It moves as one and folds into one node. A run takes no notice of it.',
  },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly text: string }>>;

export type Term = keyof typeof TERMS;
