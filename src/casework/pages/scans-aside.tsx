import { countText } from '../../web/format.js'
import { paths } from '../../web/paths.js'
import { stands, type Checklist } from '../checklist.js'
import { isAtTheOffice } from '../life-cycle.js'
import { formerPoint, pointName } from '../point-name.js'
import { ScanList } from './scans.js'

const anchor = 'scans-beiseite'

/** Scans whose documents are not asked for any more, so that nobody keeps them without knowing. */
export function ScansAside({
  checklist: { caseFile, ruleSet, asideListed },
}: {
  readonly checklist: Checklist
}) {
  if (asideListed.length === 0) return null
  const nameOf = (id: string) =>
    pointName(ruleSet.compiled.ruleSet, { kind: 'document', id }) ?? formerPoint.document
  return (
    <section class="gruppe" id={anchor} aria-labelledby={`${anchor}-titel`}>
      <h2 id={`${anchor}-titel`}>Scans zu Unterlagen, die nicht mehr verlangt werden</h2>
      <p class="leise">Sie kommen nicht ins Übergabepaket. Was niemand braucht, bitte entfernen.</p>
      {[...Map.groupBy(asideListed, ({ document }) => nameOf(document))].map(([name, uploads]) => (
        <section class="frage nachweis" key={name}>
          <h3>{name}</h3>
          <ScanList caseId={caseFile.id} uploads={uploads} editable={isAtTheOffice(caseFile.state)} />
        </section>
      ))}
    </section>
  )
}

/** The same in a sentence, before the case goes out. */
export function ScansLeftOut({ checklist: { caseFile, asideListed } }: { readonly checklist: Checklist }) {
  const scans = asideListed.filter(stands).length
  if (scans === 0) return null
  return (
    <p class="kern-body">
      Nicht ins Übergabepaket {scans === 1 ? 'kommt' : 'kommen'}{' '}
      <a class="kern-link" href={`${paths.case(caseFile.id)}#${anchor}`}>
        {countText(scans, 'Scan', 'Scans')} zu Unterlagen, die nicht mehr verlangt werden
      </a>
      .
    </p>
  )
}
