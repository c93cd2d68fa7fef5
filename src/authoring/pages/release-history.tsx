import { DataTable } from '../../web/data-table.js'
import { countText, momentText } from '../../web/format.js'
import type { RuleRelease, TestState } from '../rule-release.js'

/** Both signatures of a release, and how the tests stood. */
export const signatures = ({ proposedByName, decidedByName, tests }: RuleRelease): string =>
  `Vorgeschlagen von ${proposedByName}, freigegeben von ${decidedByName}. ${tests ? testsText(tests) : ''}`

const testsText = ({ passed, unconfirmed }: TestState): string =>
  `Geprüft mit ${countText(passed, 'Beispiel', 'Beispielen')}, ohne Mangel; ` +
  `${unconfirmed === 0 ? 'nichts' : countText(unconfirmed, 'Teil', 'Teile')} unbestätigt.`

const stateNames: Record<RuleRelease['state'], string> = {
  proposed: 'vorgeschlagen',
  released: 'freigegeben',
  rejected: 'abgelehnt',
  withdrawn: 'zurückgezogen',
}

/** Every proposal and what became of it, the newest first. */
export const History = ({ releases }: { readonly releases: readonly RuleRelease[] }) => (
  <section class="gruppe" id="verlauf">
    <h2>Verlauf</h2>
    <DataTable
      caption="Vorschläge und Freigaben"
      columns={['Vorgeschlagen', 'Änderungsvermerk', 'Ergebnis', 'Stand der Datei']}
      rows={releases.map((release) => ({
        key: release.id,
        cells: [
          <>
            {momentText(release.proposedAt)}
            <br />
            {release.proposedByName}
          </>,
          <span class="zeilen">{release.note}</span>,
          <>
            <strong>{stateNames[release.state]}</strong>
            {release.decidedAt && (
              <>
                <br />
                {momentText(release.decidedAt)}, {release.decidedByName}
              </>
            )}
            {release.reason && <p>Grund: {release.reason}</p>}
            {release.tests && <p class="leise">{testsText(release.tests)}</p>}
          </>,
          <code class="eng" title={release.sha256}>
            {release.sha256.slice(0, 12)}
          </code>,
        ],
      }))}
    />
  </section>
)
