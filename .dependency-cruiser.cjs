/** The walls of the house. `tools/walls.test.ts` holds one seeded violation for each, to prove that the check can fail. */
const ROOMS =
  'kernel people clinic atlas evidence education screening booking consent session aftercare outcomes plan experience pathway'.split(
    ' ',
  )
const layers = '(care|wire|server|web)'

/** A room may know the rooms that come before it on the path, in its own layer and in those below. */
const order = ROOMS.slice(0, -1).map((room, i) => ({
  name: `room-order-${room}`,
  severity: 'error',
  from: { path: `^packages/${layers}/src/${room}/`, pathNot: '\\.test\\.tsx?$' },
  to: { path: `^packages/${layers}/src/(${ROOMS.slice(i + 1).join('|')})/` },
}))

module.exports = {
  forbidden: [
    {
      name: 'care-is-pure',
      comment: 'care knows only itself and pure libraries named in its package.json.',
      severity: 'error',
      from: { path: '^packages/care/src/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^(packages/care/src/|node_modules/temporal-polyfill/)' },
    },
    {
      name: 'wire-knows-care',
      severity: 'error',
      from: { path: '^packages/wire/src/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^(packages/(care|wire)/src/|node_modules/zod/)' },
    },
    {
      name: 'server-never-meets-web',
      severity: 'error',
      from: { path: '^packages/server/' },
      to: { path: '^packages/web/' },
    },
    {
      name: 'web-never-meets-server',
      severity: 'error',
      from: { path: '^packages/web/' },
      to: { path: '^packages/server/' },
    },
    {
      name: 'testkit-is-for-tests',
      severity: 'error',
      from: { path: '^packages/', pathNot: '(\\.test\\.tsx?$|^packages/testkit/)' },
      to: { path: '^packages/testkit/' },
    },
    {
      name: 'rooms-have-doors',
      comment: 'Another room is entered through its index.ts only.',
      severity: 'error',
      from: { path: `^packages/${layers}/src/([^/]+)/` },
      to: {
        path: `^packages/${layers}/src/[^/]+/`,
        pathNot: ['^packages/[^/]+/src/[^/]+/index\\.tsx?$', '^packages/$1/src/$2/', '\\.css$', '\\.page\\.tsx$'],
      },
    },
    {
      name: 'layers-have-doors',
      comment: 'The same room of another layer is entered through its door, too.',
      severity: 'error',
      from: { path: `^packages/${layers}/src/` },
      to: { path: `^packages/${layers}/src/`, pathNot: ['^packages/$1/', '/index\\.ts$'] },
    },
    { name: 'no-cycles', severity: 'error', from: { pathNot: 'node_modules' }, to: { circular: true } },
    {
      name: 'sql-in-stores',
      comment: 'Only a store, and the kernel that makes connections, may import the database libraries.',
      severity: 'error',
      from: { path: '^packages/server/src/', pathNot: '(\\.store\\.ts$|\\.test\\.ts$|^packages/server/src/kernel/)' },
      to: { path: '(^|/)node_modules/(kysely|pg|graphile-worker)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'not-resolvable',
      severity: 'error',
      from: { path: '^packages/', pathNot: '\\.css$' },
      to: { couldNotResolve: true, pathNot: '^(node:|virtual:)' },
    },
    ...order,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^packages/[^/]+/(dist|data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: require('node:path').join(__dirname, 'tsconfig.base.json') },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
}
