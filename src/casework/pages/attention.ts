import type { Refusal } from '../../platform/refusal.js'
import type { Checklist } from '../checklist.js'
import type { Posted } from '../../web/posted.js'
import type { KnownRows } from './known-rows.js'

/** A field of the checklist: a question, a document, a scan of one, or the name of the applicant. */
export interface FieldKey {
  readonly kind: 'question' | 'document' | 'applicant' | 'scan'
  readonly id: string
}

/** Nothing stays open and the page comes back at its top. */
export const noField: FieldKey = { kind: 'document', id: '' }

/** What the clerk has just done, so that the page keeps it in view. */
export interface Attention {
  /** Stays open with its controls: just saved, or chosen to be changed. */
  readonly open?: FieldKey
  /** Explained on the right; otherwise the open or the next question is. */
  readonly explained?: string
  /** What was not taken, with the input as it was typed. */
  readonly refused?: { readonly field: FieldKey; readonly refusal: Refusal; readonly posted: Posted }
  /** A step of the whole case that was not taken. */
  readonly refusedStep?: Refusal
}

/** All that the checklist is rendered from. */
export interface ChecklistView {
  readonly checklist: Checklist
  readonly attention: Attention
  readonly known: KnownRows
  /** As large as a scan may be. */
  readonly uploadMegabytes: number
}

export const isField = (key: FieldKey | undefined, kind: FieldKey['kind'], id: string): boolean =>
  key?.kind === kind && key.id === id

const prefixes = { question: 'frage', document: 'nachweis', applicant: 'name', scan: 'scan' } as const

/** The name of a field in addresses and ids: `frage-wohnt_zur_miete`. */
export const fieldAnchor = ({ kind, id }: FieldKey): string => `${prefixes[kind]}-${id}`

/** Back from the name to the field; `undefined` for anything else, such as a name given twice. */
export function fieldFrom(anchor: unknown): FieldKey | undefined {
  if (typeof anchor !== 'string') return undefined
  for (const kind of ['question', 'document', 'applicant'] as const)
    if (anchor.startsWith(`${prefixes[kind]}-`)) return { kind, id: anchor.slice(prefixes[kind].length + 1) }
  return undefined
}

/** The id of the first control of a field, where a message or "ändern" leads. */
export const controlId = (key: FieldKey): string => `feld-${fieldAnchor(key)}`
