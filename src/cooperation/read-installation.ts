import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { plainToInstance } from 'class-transformer'
import { validateSync } from 'class-validator'
import { refusalsOf } from '../platform/http/validation.js'
import type { Refusal } from '../platform/refusal.js'
import { checkReferences } from './check-references.js'
import { InstallationInput } from './installation.js'

/** The demonstration that comes along. */
export const demonstration = fileURLToPath(new URL('installations/ludwigslust-parchim.json', import.meta.url))

/** An installation file that cannot be loaded; the message has one line `file:pointer: what to change` per problem. */
export class WrongInstallation extends Error {}

/** @throws WrongInstallation */
export function readInstallation(path: string): InstallationInput {
  const file = plainToInstance(InstallationInput, parse(path))
  const complain = (problems: readonly Refusal[]) => {
    if (problems.length > 0)
      throw new WrongInstallation(problems.map((problem) => line(path, problem)).join('\n'))
  }
  complain(
    refusalsOf(validateSync(file, { whitelist: true, forbidNonWhitelisted: true, stopAtFirstError: true })),
  )
  complain(checkReferences(file))
  return file
}

function parse(path: string): object {
  const file = jsonIn(path, textOf(path))
  if (typeof file === 'object' && file !== null && !Array.isArray(file)) return file
  throw new WrongInstallation(`${path}: Erwartet wird ein JSON-Objekt.`)
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const why =
      code === 'ENOENT' ? 'Diese Datei gibt es nicht.' : `Die Datei lässt sich nicht lesen (${code}).`
    throw new WrongInstallation(`${path}: ${why}`, { cause: error })
  }
}

function jsonIn(path: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const { message } = error as Error
    throw new WrongInstallation(`${path}: Das ist kein gültiges JSON (${message}).`, { cause: error })
  }
}

const line = (path: string, { place, message }: Refusal): string => `${path}:/${place ?? ''}: ${message}`
