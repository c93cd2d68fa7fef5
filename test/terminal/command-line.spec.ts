import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { commands } from '../../src/commands/commands.js'
import { nearestOf } from '../../src/terminal/nearest.js'
import { lotse } from '../support/lotse.js'

const shell = (command: string) =>
  spawnSync('bash', ['-c', command.replaceAll('lotse', `'${process.execPath}' dist/cli.js`)], {
    encoding: 'utf8',
  })

describe('help', () => {
  it.each(commands.map(({ words }) => [words]))('tells what `lotse %s` is for', (words) => {
    const { code, out } = lotse([...words.split(' '), '--help'])
    expect(out).toContain(`lotse ${words}`)
    expect(code).toBe(0)
  })

  it('lists the commands of a group', () => {
    const { out } = lotse(['rules', '--help'])
    for (const { words } of commands) expect(out.includes(`lotse ${words} `)).toBe(words.startsWith('rules '))
  })

  it.each([
    ['rules chek', 'Gemeint ist vielleicht „lotse rules check“.'],
    ['rules list --jsn', 'Gemeint ist vielleicht „--json“.'],
    ['rules check --unconf', 'Gemeint ist vielleicht „--unconfirmed“.'],
    ['rules list --on 2026-11-24', 'Es gibt: --json, --rules.'],
    ['rules describe wohngeld --on', 'Nach „--on“ fehlt der Wert.'],
  ])('names what was meant by: lotse %s', (args, message) => {
    const { code, told } = lotse(args.split(' '))
    expect(told).toContain(message)
    expect(code).toBe(2)
  })

  it('takes no far word for a near one', () => expect(nearestOf('farbe', ['json', 'rules'])).toBeNull())
})

describe('a pipe', () => {
  it('that is closed early ends the command quietly, with its own exit code', () => {
    const { stdout, stderr } = shell(
      'lotse rules describe kfz-zulassung --on 2026-11-24 --json | head -1; echo ${PIPESTATUS[0]}',
    )
    expect(stdout).toBe('{\n0\n')
    expect(stderr).toBe('')
  })

  it('that is read slowly loses nothing', () => {
    const { stdout } = shell('lotse rules describe kfz-zulassung --on 2026-11-24 --json | (sleep 0.5; cat)')
    expect(stdout.length).toBeGreaterThan(100_000)
    expect(JSON.parse(stdout).ruleSet).toBe('kfz-zulassung@2025-12-31')
  })
})

describe('called from another folder', () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'elsewhere-'))
  afterAll(() => rmSync(elsewhere, { recursive: true }))
  const call = (command: string, args: string[], env: NodeJS.ProcessEnv = {}) =>
    spawnSync(command, args, { cwd: elsewhere, encoding: 'utf8', env })

  it('a command reads the rules of the program', () => {
    const { stdout, stderr } = call(process.execPath, [resolve('dist/cli.js'), 'rules', 'list'])
    expect(stderr).toBe('')
    expect(stdout).toContain('wohngeld@2026-07-01')
  })

  it('and has the surroundings of the server, from the same .env, whose paths count from there', () => {
    const home = join(elsewhere, 'program')
    cpSync('dist', join(home, 'dist'), { recursive: true, filter: (path) => !path.endsWith('.map') })
    symlinkSync(resolve('node_modules'), join(home, 'node_modules'))
    for (const part of ['package.json', 'docs']) symlinkSync(resolve(part), join(home, part))
    writeFileSync(join(home, '.env'), 'RULES_DIR=unsere\n')
    const { stderr } = call(process.execPath, [join(home, 'dist/cli.js'), 'rules', 'list'])
    expect(stderr).toBe(`${join('program', 'unsere')}:: Hier liegt keine rule-set.schema.json.\n`)
  })

  const whereNodeCame = existsSync('node_modules/.bin/node') ? describe : describe.skip
  whereNodeCame('on a machine with another Node', () => {
    it('a command runs on the one that came along, because the other may be too old', () => {
      const other = join(elsewhere, 'node')
      writeFileSync(other, '#!/bin/sh\nexit 9\n')
      chmodSync(other, 0o755)
      const PATH = `${elsewhere}:${process.env['PATH']}`
      const { status, stdout } = call(resolve('node_modules/.bin/lotse'), ['rules', '--help'], { PATH })
      expect([status, stdout]).toEqual([0, expect.stringContaining('lotse rules list')])
    })
  })
})
