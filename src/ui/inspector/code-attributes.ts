/** NEPI's attributes that hold commands, code, or lists of what a command is given. */
const CODE: ReadonlySet<string> = new Set([
  'arguments',
  'build',
  'code',
  'command',
  'depends',
  'env',
  'environment',
  'files',
  'install',
  'sources',
  'stdin',
  'tearDown',
]);

/** Whether an attribute's text is a command or code, which is written with letters of one width. */
export function isCode(name: string): boolean {
  return CODE.has(name);
}
