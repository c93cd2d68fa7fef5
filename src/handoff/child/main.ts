import { readFile } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { json } from 'node:stream/consumers'
import type { Document } from '../paper/open-document.js'
import type { ChildTask, PackageTask } from './tasks.js'

/**
 * The program that looks into foreign bytes and writes PDF files: a process of its own, so that a hostile file can
 * at worst end this process, and so that the server answers others meanwhile. One task from standard input, its
 * result to standard output.
 */
const task = (await json(process.stdin)) as ChildTask

switch (task.kind) {
  case 'inspect': {
    const { inspectScan } = await import('../scans/inspect-scan.js')
    process.stdout.write(JSON.stringify(await inspectScan(task.path, task.mediaType)))
    break
  }
  case 'package':
    await writePackage(task)
    break
  case 'note': {
    const { composeNote } = await import('../compose-note.js')
    await written((take) => composeNote(task.contents, take))
  }
}

async function writePackage({ contents, form, scans }: PackageTask): Promise<void> {
  const { composePackage } = await import('../compose-package.js')
  const { readTemplate } = await import('../form/read-template.js')
  const ready =
    form === null
      ? null
      : { title: form.title, values: form.values, template: await readTemplate(await readFile(form.path)) }
  await written((take) => composePackage({ contents, form: ready, scans }, take))
}

/** Lets a document flow to standard output while it is being written. */
async function written(compose: (take: (document: Document) => void) => Promise<void>): Promise<void> {
  let flowing: Promise<void> = Promise.resolve()
  await compose((document) => {
    flowing = pipeline(document, process.stdout)
  })
  await flowing
}
