import { readFile } from 'node:fs/promises'
import type { RunOptions } from '../../../src/handoff/child/run-child.js'
import type { PackageTask } from '../../../src/handoff/child/tasks.js'
import type { Sign } from '../../../src/handoff/seal/write-sealed.js'
import type { scratchFolder } from './scans.js'

/** Signs nothing, and the same each time: for those who only want the document. */
export const noSignature: Sign = () => Promise.resolve(new Uint8Array(0))

/** The same as an answer to a child. */
export const noAnswer: NonNullable<RunOptions['answer']> = () => Promise.resolve('')

/** A package that a child writes into a file of the folder. */
export async function madePackage(
  folder: ReturnType<typeof scratchFolder>,
  make: (place: PackageTask['place']) => Promise<unknown>,
): Promise<Buffer> {
  const path = folder.keep('package.pdf', new Uint8Array(0))
  await make({ path })
  return readFile(path)
}
