import type { Deficiency } from '../case-file.js'
import type { Checklist } from '../checklist.js'
import { fieldAnchor } from './attention.js'
import { SettleForm } from './settle-form.js'

interface PointLinkProps {
  readonly checklist: Checklist
  readonly about: Deficiency['about']
  readonly words: string
}

/** An open point: leads to its field, or is settled here where there is none, so that no point stays for ever. */
export function PointLink({ checklist, about, words }: PointLinkProps) {
  const { kind, id } = about
  if (kind !== 'rule' && isShown(checklist, kind, id))
    return (
      <a class="kern-link" href={`#${fieldAnchor({ kind, id })}`}>
        {words}
      </a>
    )
  return (
    <>
      {words} <SettleForm caseId={checklist.caseFile.id} about={about} label="Erledigt" spoken={words} />
    </>
  )
}

const isShown = ({ groups, formData, documents }: Checklist, kind: 'question' | 'document', id: string) =>
  kind === 'document'
    ? documents.some(({ document }) => document.id === id)
    : [...groups.flatMap(({ questions }) => questions), ...formData].some(
        ({ standing }) => standing.question.id === id,
      )
