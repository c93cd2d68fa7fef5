import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { bytesOf } from '../../platform/lent-file.js'
import { writeTo } from '../../platform/lent-place.js'
import { gathered } from '../paper/gathered.js'
import { ask, nextLine } from './ask.js'
import { findings } from './findings.js'
import { ready } from './ready.js'
import type { ChildTask, PackageTask, PrepareTask } from './tasks.js'
import { watchOwnMemory } from './watch-own-memory.js'

/**
 * The program that looks into foreign bytes and writes PDF files: a process of its own, so that a hostile file can
 * at worst end this process, and so that the server answers others meanwhile. One task from standard input, a line of
 * JSON; its result to standard output, and what is to be said about it to a pipe of its own.
 */
if (process.argv.includes(ready)) await (await import('./get-ready.js')).getReady()
const task = JSON.parse(await nextLine()) as ChildTask
// A package is made of plates and of a form that was surveyed before, a note of words: there the server's look suffices.
if (task.kind !== 'package' && task.kind !== 'note') watchOwnMemory(Number(process.argv[2]))

switch (task.kind) {
  case 'prepare':
    await writePlates(task)
    break
  case 'readData': {
    const { readData } = await import('../out/read-data.js')
    process.stdout.write(JSON.stringify(await readData(await readFile(task.path))))
    break
  }
  case 'package':
    await writePackage(task)
    break
  case 'note': {
    const { composeNote } = await import('../note/compose-note.js')
    process.stdout.write(gathered((write) => composeNote(task.contents, write)))
    break
  }
  case 'survey': {
    const { surveyForm } = await import('../form/survey-form.js')
    const surveys = []
    for (const path of task.paths) surveys.push(await surveyForm(await readFile(path)))
    process.stdout.write(JSON.stringify(surveys))
    break
  }
  case 'preview': {
    const { composeForm } = await import('../form/compose-form.js')
    const { readyForm } = await import('../form/ready-form.js')
    const form = await readyForm(task.form)
    process.stdout.write(gathered((write) => composeForm(form, task.madeAt, write)))
    break
  }
  case 'verify': {
    const { packageFacts } = await import('../verify/package-facts.js')
    process.stdout.write(JSON.stringify(await packageFacts(await readFile(task.path))))
  }
}

async function writePlates({ file, mediaType, seconds }: PrepareTask): Promise<void> {
  const { prepareScan } = await import('../scans/prepare-scan.js')
  const plates = prepareScan(await bytesOf(file), mediaType, seconds)
  for (;;) {
    const { done, value } = await plates.next()
    if (done === true) return writeFileSync(findings, JSON.stringify(value))
    if (!process.stdout.write(value)) await once(process.stdout, 'drain')
  }
}

async function writePackage({ contents, form, scans, place }: PackageTask): Promise<void> {
  const { composePackage } = await import('../compose-package.js')
  const { readyForm } = await import('../form/ready-form.js')
  const { writeSealed } = await import('../seal/write-sealed.js')
  const ready = form === null ? null : await readyForm(form)
  const sign = async (digest: Uint8Array) =>
    Buffer.from(await ask(Buffer.from(digest).toString('hex')), 'base64')
  const stored = await writeTo(place, (out) =>
    writeSealed(out, sign, (sealMark, write) =>
      composePackage({ contents, form: ready, scans, sealMark }, write),
    ),
  )
  process.stdout.write(JSON.stringify(stored))
}
