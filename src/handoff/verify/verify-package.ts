import { openSync, readSync, closeSync, statSync } from 'node:fs'
import { json } from 'node:stream/consumers'
import { resolve } from 'node:path'
import { sizeText } from '../../web/format.js'
import { WrongCall } from '../../terminal/command-line.js'
import { ChildFailed, runChild } from '../child/run-child.js'
import { limits, verifyLimits } from '../limits.js'
import type { PackageFacts } from './package-facts.js'

/**
 * Looks into a file in a child, because anyone may have made it.
 * @throws WrongCall if it is no PDF file or too costly to look into
 */
export async function factsOf(path: string): Promise<PackageFacts> {
  checkFile(path)
  try {
    return (await json(runChild({ kind: 'verify', path: resolve(path) }, verifyLimits))) as PackageFacts
  } catch (error) {
    if (!(error instanceof ChildFailed)) throw error
    throw new WrongCall(
      `${path}: Die Datei lässt sich nicht prüfen, sie braucht dafür zu viel Zeit oder Speicher. Ein Paket dieses Programms tut das nicht.`,
      { cause: error },
    )
  }
}

function checkFile(path: string): void {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats === undefined || !stats.isFile()) throw new WrongCall(`${path}: Diese Datei gibt es nicht.`)
  if (!startsAsPdf(path)) throw new WrongCall(`${path}: Das ist keine PDF-Datei.`)
  if (stats.size > limits.verifiedBytes)
    throw new WrongCall(
      `${path}: Die Datei ist ${sizeText(stats.size)} groß; geprüft werden Pakete bis ${sizeText(limits.verifiedBytes)}.`,
    )
}

function startsAsPdf(path: string): boolean {
  const file = openSync(path, 'r')
  try {
    const start = Buffer.alloc(5)
    readSync(file, start)
    return start.toString('latin1') === '%PDF-'
  } finally {
    closeSync(file)
  }
}
