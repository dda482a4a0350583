// domain ← flows ← bot. Generated code is `doNotFollow`, never `exclude`: an excluded file makes every import of it invisible.
const pureLibraries = 'node_modules/(zod|minisearch)/'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'domain-imports-only-domain',
      comment: 'What is true does not depend on what is said or on the outer world.',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { pathNot: ['^src/domain/', pureLibraries] },
    },
    {
      name: 'flows-import-only-domain-and-texts',
      severity: 'error',
      from: { path: '^src/flows/' },
      to: { pathNot: ['^src/(domain|flows)/', '^locales/', pureLibraries] },
    },
    {
      name: 'only-store-imports-prisma',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/bot/store/' },
      to: { path: ['^src/bot/store/generated/', 'node_modules/(@prisma|prisma)/'] },
    },
    {
      name: 'a-pure-library-behind-one-file',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/domain/legal/search.ts$' },
      to: { path: 'node_modules/minisearch/' },
    },
    {
      name: 'channels-are-strangers',
      severity: 'error',
      from: { path: '^src/bot/channels/([^/]+)/' },
      to: { path: '^src/bot/channels/[^/]+/', pathNot: '^src/bot/channels/$1/' },
    },
    {
      name: 'product-needs-no-tests-or-scripts',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|scripts)/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'everything-resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^src/bot/store/generated'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
