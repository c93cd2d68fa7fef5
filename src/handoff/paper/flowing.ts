import type { Document } from './open-document.js'

/**
 * The bytes of a document while it is being written: no more of it is in memory than has not been taken yet.
 * @param compose writes the document, and gives it away as soon as something can be read from it
 * @throws what the writing throws, at the place where it broke off
 */
export async function* flowing(
  compose: (take: (document: Document) => void) => Promise<void>,
): AsyncGenerator<Uint8Array, void> {
  const { promise: given, resolve: take } = Promise.withResolvers<Document>()
  const composed = compose(take)
  const document = await Promise.race([given, composed.then(() => given)])
  composed.catch((error: Error) => document.destroy(error))
  yield* document as AsyncIterable<Buffer>
  await composed
}
