import { DamagedFile } from '../damaged-file.js'
import { type Refusal, refusal } from '../refusal.js'
import { Problem, titleOf } from './problem.js'

/** RFC 9457. `errors` names each place; a value that was sent is never told back. */
export interface ProblemDetails {
  readonly type: 'about:blank'
  readonly title: string
  readonly status: number
  readonly detail?: string
  readonly code?: string
  readonly errors?: readonly { readonly code: string; readonly detail: string; readonly pointer?: string }[]
}

export function problemDetails(status: number, error: unknown): ProblemDetails {
  const refusals = refusalsOf(error)
  const [first] = refusals
  return {
    type: 'about:blank',
    title: titleOf(status),
    status,
    ...(first && { code: first.code, detail: first.message, errors: refusals.map(placed) }),
  }
}

function refusalsOf(error: unknown): readonly Refusal[] {
  if (error instanceof DamagedFile) return [damaged]
  if (isOutOfSpace(error)) return [noSpace]
  return error instanceof Problem ? error.refusals : []
}

const damaged = refusal(
  'fileDamaged',
  'Die gespeicherte Datei ist beschädigt oder fehlt. Bitte den Betrieb verständigen: Sie lässt sich nur aus der Sicherung zurückholen. Einen Scan können Sie entfernen und neu hinzufügen.',
)

const noSpace = refusal(
  'noSpace',
  'Auf dem Server ist kein Platz mehr frei. Es wurde nichts gespeichert; bitte den Betrieb verständigen.',
)

/** The disk is full: that of the files, or that of the database (SQLSTATE 53100). */
function isOutOfSpace(error: unknown): boolean {
  const { code, driverError } = (error ?? {}) as { code?: unknown; driverError?: { code?: unknown } }
  return code === 'ENOSPC' || code === 'EDQUOT' || driverError?.code === '53100'
}

const placed = ({ code, message, place }: Refusal) => ({
  code,
  detail: message,
  ...(place !== undefined && { pointer: `#/${place}` }),
})

/** Errors of Nest, Fastify and its plugins carry a status; what has none is a bug, or a full disk. */
export function statusOf(error: unknown): number {
  const { status, statusCode } = error as { status?: unknown; statusCode?: unknown }
  const known = [status, statusCode].find((one) => typeof one === 'number' && one >= 400 && one < 600)
  if (typeof known === 'number') return known
  return isOutOfSpace(error) ? 503 : 500
}
