import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Called {
  readonly code: number | null
  readonly out: string
  readonly told: string
}

/** `lotse` as it is called from a terminal, without a database. */
export function lotse(args: readonly string[], input?: unknown, env: NodeJS.ProcessEnv = {}): Called {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/cli.js', ...args], {
    encoding: 'utf8',
    input: input === undefined ? '' : JSON.stringify(input),
    env,
  })
  return { code: status, out: stdout, told: stderr }
}

/** A folder of rules of its own with one real service, to be changed by a test. */
export function ownRules(service: string) {
  const folder = mkdtempSync(join(tmpdir(), 'rules-'))
  for (const part of ['rule-set.schema.json', 'example.schema.json', service])
    cpSync(`rules/${part}`, join(folder, part), { recursive: true })
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8')
  return {
    folder,
    lotse: (...args: string[]) => lotse([...args, '--rules', folder]),
    read,
    change: (file: string, replace: (text: string) => string) =>
      writeFileSync(join(folder, file), replace(read(file))),
    remove: () => rmSync(folder, { recursive: true }),
  }
}
