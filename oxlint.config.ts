import { defineConfig, type OxlintOverride } from 'oxlint'

/** Whom each room of `src/` may import, besides itself and what lies at the top. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  precheck: [],
  platform: [],
  web: [],
  terminal: ['platform', 'precheck'],
  rulebook: ['precheck', 'terminal'],
  cooperation: ['platform', 'web'],
  casework: ['rulebook', 'precheck', 'cooperation', 'platform', 'web'],
  authoring: ['casework', 'rulebook', 'precheck', 'cooperation', 'platform', 'web'],
  handoff: ['casework', 'rulebook', 'precheck', 'cooperation', 'platform', 'terminal', 'web'],
  backoffice: ['handoff', 'casework', 'rulebook', 'precheck', 'cooperation', 'platform', 'web'],
  insight: [
    'backoffice',
    'handoff',
    'casework',
    'rulebook',
    'precheck',
    'cooperation',
    'platform',
    'terminal',
    'web',
  ],
}

interface Forbidden {
  readonly group: string[]
  readonly message: string
}

const othersThan = (room: string): Forbidden => ({
  group: Object.keys(rooms)
    .filter((other) => other !== room && !rooms[room]!.includes(other))
    .map((other) => `**/${other}/**`),
  message: `${room}/ may import only: ${rooms[room]!.join(', ') || 'nothing of ours'}.`,
})

const pdf: Forbidden = {
  group: [
    'pdf-lib',
    '@pdf-lib/*',
    'pdfkit',
    'sharp',
    'bwip-js',
    '@libpdf/*',
    'pkijs',
    '@hyzyla/*',
    'unpdf',
    'bidi-js',
  ],
  message: 'PDF and image libraries belong to handoff/.',
}
const engine: Forbidden = {
  group: ['json-rules-engine'],
  message: 'json-rules-engine is imported by precheck/second-opinion.ts alone.',
}
const typeorm: Forbidden = {
  group: ['typeorm', '@nestjs/typeorm', 'pg'],
  message: 'TypeORM belongs to *.table.ts, *.store.ts, migrations and platform/.',
}
const surroundings: Forbidden = {
  group: ['@nestjs/*', 'fastify', '@fastify/*', 'node:*', 'fs', 'path'],
  message: 'precheck/ is plain TypeScript: no framework, no files, no clock.',
}
/** Not even what lies at the top of `src/`. */
const nothingAbove = (top: string): Forbidden => ({ group: [top], message: othersThan('precheck').message })

/** The last that fits a file counts. */
const imports = (files: string[], ...patterns: Forbidden[]): OxlintOverride => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns }] },
})

const withTables = ['cooperation', 'casework', 'authoring', 'handoff', 'backoffice', 'insight']

/** What a room may not import, and where it may after all. */
function roomOf(room: string): OxlintOverride[] {
  const all = [othersThan(room), engine, ...(room === 'handoff' ? [] : [pdf])]
  const tables = ['table', 'store', 'module'].map((role) => `src/${room}/**/*.${role}.ts`)
  return [
    imports([`src/${room}/**`], ...all, ...(room === 'platform' ? [] : [typeorm])),
    ...(withTables.includes(room) ? [imports(tables, ...all)] : []),
  ]
}

const inPrecheck = [othersThan('precheck'), pdf, typeorm, surroundings]

export default defineConfig({
  plugins: ['typescript', 'import', 'unicorn', 'jest', 'node'],
  categories: { correctness: 'error', suspicious: 'error', perf: 'warn' },
  rules: {
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'off',
    'typescript/consistent-type-imports': 'off',
    'typescript/no-extraneous-class': 'off',
    'import/no-cycle': 'error',
    'import/no-unassigned-import': 'off',
    'no-await-in-loop': 'off',
    'no-underscore-dangle': 'off',
    'eslint/no-shadow': 'off',
    'no-console': 'error',
    'max-lines': ['warn', { max: 250, skipBlankLines: true, skipComments: true }],
    'unicorn/prefer-set-has': 'off',
    'unicorn/consistent-function-scoping': 'off',
    'node/no-process-env': 'error',
    'import/no-named-as-default-member': 'off',
    'jest/expect-expect': 'off',
  },
  overrides: [
    ...Object.keys(rooms).flatMap(roomOf),
    imports(['src/*.ts', 'src/commands/**'], pdf, engine, typeorm),
    imports(['src/precheck/**'], ...inPrecheck, engine, nothingAbove('../*')),
    imports(
      ['src/precheck/diagram/**', 'src/precheck/replay/**'],
      ...inPrecheck,
      engine,
      nothingAbove('../../*'),
    ),
    imports(['src/precheck/second-opinion.ts'], ...inPrecheck, nothingAbove('../*')),
    { files: ['src/config.ts', 'test/**'], rules: { 'node/no-process-env': 'off' } },
  ],
})
