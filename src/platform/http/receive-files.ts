import type { Multipart, MultipartFile } from '@fastify/multipart'
import { RouteConfig } from '@nestjs/platform-fastify'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Refusal, refusal } from '../refusal.js'
import { verifyToken } from './csrf.js'
import { statusOf } from './problem-details.js'
import { Problem } from './problem.js'

interface ReceivedForm<T> {
  readonly fields: Readonly<Record<string, string>>
  readonly files: readonly T[]
}

/** How long a request may come in, and a form with files be looked through: a large scan on a slow line takes minutes. */
export const mostMilliseconds = 20 * 60_000

/** On the handler of a form with files. */
export const ReceivesFiles = () => RouteConfig({ receivesFiles: true })

/**
 * Reads a form with files one after the other; `take` gets each as a stream with its name and must read it to its end
 * (`FileStore.put(file.file)`). The token comes in the header or in `_csrf` before the first file.
 *
 * @throws Problem 403 without a valid token, 413 for a file over the limit, 415 for anything but a form with files
 */
export async function receiveFiles<T>(
  request: FastifyRequest,
  reply: FastifyReply,
  take: (file: MultipartFile) => Promise<T>,
): Promise<ReceivedForm<T>> {
  if (!request.isMultipart()) throw new Problem(415, [noForm])
  const fields: Record<string, string> = Object.create(null)
  const files: T[] = []
  let isVerified = false
  const verify = async () => {
    if (isVerified) return
    request.body = { ...fields }
    await verifyToken(request, reply)
    isVerified = true
  }
  for await (const part of partsOf(request)) {
    if (part.type === 'field') fields[part.fieldname] = String(part.value)
    else {
      await verify()
      // A file field that was left empty comes as a file without name and bytes.
      if (part.filename) files.push(await takeWhole(part, take))
      else part.file.resume()
    }
  }
  await verify()
  delete fields['_csrf']
  return { fields, files }
}

/** What the parser complains of is the sender's doing: a form cut off, without boundary, with a broken header. */
async function* partsOf(request: FastifyRequest): AsyncGenerator<Multipart> {
  try {
    yield* request.parts()
  } catch (error) {
    const status = statusOf(error)
    if (status === 413) throw new Problem(413, [tooManyParts])
    throw status < 500 ? error : new Problem(400, [cutOff])
  }
}

/**
 * A file over the limit ends early, without an error: what was taken of it must not count. A stream is also broken when
 * whoever takes it gives up, over a full disk: only its own error is the sender's.
 */
async function takeWhole<T>(part: MultipartFile, take: (file: MultipartFile) => Promise<T>): Promise<T> {
  const taken = await take(part).catch((error: unknown) => {
    throw error === part.file.errored ? new Problem(400, [cutOff]) : error
  })
  if (part.file.truncated) throw new Problem(413, [tooLarge])
  return taken
}

const noForm: Refusal = refusal(
  'request.noForm',
  'Erwartet wird ein Formular mit Dateien (multipart/form-data).',
)
const cutOff: Refusal = refusal(
  'request.cutOff',
  'Das Formular mit den Dateien ist nicht ganz angekommen. Bitte noch einmal senden.',
)
/** The code by which a use case knows that a file was cut at the limit. */
export const cutAtLimit = 'file.tooLarge'
const tooLarge: Refusal = refusal(cutAtLimit, 'Die Datei ist zu groß.')
const tooManyParts: Refusal = refusal(
  'request.tooManyParts',
  'Das sind zu viele Dateien auf einmal. Bitte die fehlenden in einem zweiten Schritt senden.',
)
