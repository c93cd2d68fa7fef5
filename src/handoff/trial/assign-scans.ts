import type { NeededDocument } from '../../precheck/rule-set.js'
import { mostUploads, uploadRefusals } from '../../casework/upload-refusals.js'

/** A file of the scans folder and the document that its name stands for. */
export interface AssignedScan {
  readonly name: string
  readonly document: string
}

interface NameProblem {
  readonly name: string
  readonly message: string
}

/**
 * Gives each file to a document by its name: `<document>.pdf`, or `<document>-2.jpg` where there are several. They come
 * in the order of the rule set and of their numbers, whatever order the folder has.
 */
export function assignScans(
  names: readonly string[],
  documents: readonly NeededDocument[],
): { readonly scans: readonly AssignedScan[]; readonly problems: readonly NameProblem[] } {
  const problems: NameProblem[] = []
  const found: (AssignedScan & { readonly place: number; readonly number: number })[] = []
  for (const name of names) {
    const named = documentOf(name, documents)
    if (named === null) problems.push({ name, message: unknownName(documents) })
    else if (documents[named.place]!.noCopy === true)
      problems.push({ name, message: uploadRefusals.noCopy('').message })
    else found.push({ name, document: documents[named.place]!.id, ...named })
  }
  const scans = found
    .toSorted((a, b) => a.place - b.place || a.number - b.number || (a.name < b.name ? -1 : 1))
    .map(({ name, document }) => ({ name, document }))
  const last = scans[mostUploads]
  if (last !== undefined) problems.push({ name: last.name, message: uploadRefusals.tooMany('').message })
  return { scans, problems }
}

/** Which document, and as which of its scans. A document whose id itself ends with a number is tried first. */
function documentOf(
  name: string,
  documents: readonly NeededDocument[],
): { readonly place: number; readonly number: number } | null {
  const stem = name.replace(/\.[^.]+$/, '').normalize('NFC')
  const placeOf = (id: string | undefined) => documents.findIndex((document) => document.id === id)
  if (placeOf(stem) !== -1) return { place: placeOf(stem), number: 1 }
  const [, id, number] = /^(.+)-(\d{1,3})$/.exec(stem) ?? []
  return placeOf(id) === -1 ? null : { place: placeOf(id), number: Number(number) }
}

const unknownName = (documents: readonly NeededDocument[]): string =>
  documents.length === 0
    ? 'Diese Leistung kennt keine Unterlagen; bitte den Scan weglassen.'
    : `Der Name gehört zu keiner Unterlage. Möglich sind <Unterlage>.pdf, <Unterlage>-2.jpg und so weiter, mit: ${documents
        .map(({ id }) => id)
        .join(', ')}.`
