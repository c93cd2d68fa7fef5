import { contentsFacts, type ContentsFacts } from './contents-facts.js'
import { readPdf } from './read-pdf.js'
import { sealFacts, type SealFacts } from './seal-facts.js'

/** What can be said about a file from its bytes alone. */
export interface PackageFacts {
  readonly seal: SealFacts | null
  readonly contents: ContentsFacts | null
}

/** Looks into a file that anyone may have made. */
export async function packageFacts(bytes: Buffer): Promise<PackageFacts> {
  const pdf = await readPdf(bytes)
  return {
    seal: sealFacts(bytes, pdf?.signatures ?? null),
    contents: pdf === null ? null : await contentsFacts(pdf),
  }
}
