// Writes the documentation of the library nepi-studio/engine into docs/api, from its doc comments. Fails when one is
// missing, or doesn't name its counterpart in NEPI. With --check nothing is written.
import { register } from 'node:module';
import { ourName, nepiNames } from './nepi-names.mjs';

register('./typescript-hooks.mjs', import.meta.url);
const { Application, ReflectionKind } = await import('typedoc');

const app = await Application.bootstrap({
  name: 'nepi-studio/engine',
  entryPoints: ['src/engine/index.ts'],
  tsconfig: 'src/engine/tsconfig.json',
  readme: 'none',
  // The sources are beside it; a clone need not have a remote to link to.
  disableSources: true,
  sort: ['kind'],
  excludeInternal: true,
  excludeExternals: true,
  excludePrivate: true,
  // ControllerOf is what ExperimentController is, its constructor aside; ManagedResource is a part of ResourceManager.
  // A hook of a user's own yields no lock and no Poll; the others are described where they are used.
  intentionallyNotExported: [
    'ControllerOf',
    'ManagedResource',
    'Acquirable',
    'Poll',
    'ACTIONS',
    'PHASES',
    'GATED_PHASES',
  ],
  validation: { notExported: true, invalidLink: true, invalidPath: true, notDocumented: false },
  treatWarningsAsErrors: true,
  treatValidationWarningsAsErrors: true,
  logLevel: 'Warn',
});
const project = await app.convert();
if (!project) process.exit(1);
app.validate(project);

const MEMBERS = ReflectionKind.ClassMember | ReflectionKind.Method | ReflectionKind.Property | ReflectionKind.Accessor;

/** The entries that a reader can look up, and what is said of each. */
const entries = project.children.flatMap((exported) => {
  const members = (exported.children ?? []).filter(
    (member) => member.kindOf(MEMBERS) && !member.kindOf(ReflectionKind.Constructor),
  );
  return [exported, ...members].map((entry) => ({
    owner: exported.name,
    name: entry.name,
    path: entry.getFullName(),
    text: [entry, ...(entry.signatures ?? []), entry.getSignature]
      .map((part) => textOf(part?.comment))
      .join(' ')
      .trim(),
  }));
});

function textOf(comment) {
  const parts = comment ? [comment.summary, ...comment.blockTags.map(({ content }) => content)] : [];
  return parts
    .flat()
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ');
}

/** Whether a text names a method of NEPI: `NEPI: Owner.one, two and three`. */
function names(text, { owner, name }) {
  const told = text.match(/NEPI: .*/)?.[0] ?? '';
  return told.includes(`${owner}.`) && new RegExp(`(?<![a-z_])${name}(?![a-z_])`).test(told);
}

for (const { path, text } of entries) if (text === '') app.logger.error(`${path} has no doc comment`);
for (const counterpart of nepiNames) {
  const { owner, name } = counterpart;
  for (const entry of entries) {
    if (entry.owner === owner && entry.name === ourName(name) && !names(entry.text, counterpart)) {
      app.logger.error(`${entry.path} doesn't say that in NEPI it is ${owner}.${name}`);
    }
  }
  if (!entries.some(({ text }) => names(text, counterpart)))
    app.logger.error(`nothing is said to be NEPI's ${owner}.${name}`);
}
if (!app.logger.hasErrors() && !app.logger.hasWarnings() && !process.argv.includes('--check')) {
  await app.generateDocs(project, 'docs/api');
  console.log(`docs/api: ${entries.length} entries`);
}
process.exitCode = app.logger.hasErrors() || app.logger.hasWarnings() ? 1 : 0;
