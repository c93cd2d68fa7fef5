import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { print, printJson, readCall, runCommand, WrongCall } from '../terminal/command-line.js'
import { newRuleSet, type NewFile } from './new-rule-set.js'
import { refuseBroken } from './refuse-broken.js'
import { Rulebook } from './rulebook.js'
import { writeNewFile } from '../terminal/write-file.js'

/** `lotse rules new <service> --from <day>`: the files for a new service or a change in law; overwrites nothing. */
export const newCommand = (args: string[]) =>
  runCommand(() => {
    const { service, from, title, json, rules } = readCall(args)
    if (service === undefined || from === undefined)
      throw new WrongCall('Es fehlen die Leistung und --from <Tag>.')
    const rulebook = Rulebook.from(rules)
    refuseBroken(rulebook, rules, [service])
    const wished = newRuleSet(rulebook, { service, from, title }, (file) =>
      readFileSync(join(rules, file), 'utf8'),
    )
    if (!wished.ok) throw new WrongCall(wished.message)
    writeNew(rules, wished.files)
    const { copiedFrom, files, next } = wished
    const written = files.map(({ file }) => join(rules, file))
    if (json) printJson({ written, copiedFrom, next })
    else print(inWords(written, copiedFrom, next))
    return 0
  })

function writeNew(folder: string, files: readonly NewFile[]): void {
  const there = files.find(({ file }) => existsSync(join(folder, file)))
  if (there !== undefined)
    throw new WrongCall(`${join(folder, there.file)} gibt es schon; nichts ist geschrieben.`)
  for (const { file, text } of files) writeNewFile(join(folder, file), text)
}

const inWords = (written: readonly string[], copiedFrom: string | null, next: readonly string[]): string =>
  [
    ...written.map(
      (file) => `geschrieben: ${file}${copiedFrom === null ? '' : ` (Kopie von ${copiedFrom})`}`,
    ),
    'Nun:',
    ...next.map((step, i) => `  ${i + 1}. ${step}`),
  ].join('\n')
