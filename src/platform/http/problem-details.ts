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
  return error instanceof Problem ? error.refusals : []
}

const damaged = refusal(
  'fileDamaged',
  'Die gespeicherte Datei ist beschädigt oder fehlt. Bitte den Betrieb verständigen: Sie lässt sich nur aus der Sicherung zurückholen. Einen Scan können Sie entfernen und neu hinzufügen.',
)

const placed = ({ code, message, place }: Refusal) => ({
  code,
  detail: message,
  ...(place !== undefined && { pointer: `#/${place}` }),
})

/** Errors of Nest, Fastify and its plugins carry a status; what has none is a bug. */
export function statusOf(error: unknown): number {
  const { status, statusCode } = error as { status?: unknown; statusCode?: unknown }
  const known = [status, statusCode].find((one) => typeof one === 'number' && one >= 400 && one < 600)
  return typeof known === 'number' ? known : 500
}
