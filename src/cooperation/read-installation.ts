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
  try {
    const file: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (typeof file === 'object' && file !== null && !Array.isArray(file)) return file
  } catch (error) {
    throw new WrongInstallation(`${path}: ${(error as Error).message}`)
  }
  throw new WrongInstallation(`${path}: Erwartet wird ein JSON-Objekt.`)
}

const line = (path: string, { place, message }: Refusal): string => `${path}:/${place ?? ''}: ${message}`
