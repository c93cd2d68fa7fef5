import { Badge } from '../../web/badge.js'
import { countText } from '../../web/format.js'
import { MadeUpAnswers } from './answer-lines.js'
import type { Noticed, Survey } from '../survey.js'

/** Where there are gaps, and for whom: each with a made-up citizen to try out. */
export function NoticedList({ survey: { noticed, approximate, untold } }: { readonly survey: Survey }) {
  // What is wrong with the whole rule set stands above, among what the check found.
  const told = noticed.filter(({ isError, citizen }) => !isError || citizen !== null)
  return (
    <section class="bild" aria-labelledby="auffaellig-titel" id="auffaellig">
      <h3 id="auffaellig-titel">Lücken</h3>
      {told.length === 0 && untold === 0 && <p>Keine gefunden.</p>}
      {told.length > 0 && (
        <ul class="auffaellig">
          {told.map((one) => (
            <li key={`${one.kind} ${one.message}`}>
              <One {...one} />
            </li>
          ))}
        </ul>
      )}
      {untold > 0 && (
        <p>
          Die Beispiele lassen {countText(untold, 'Lücke', 'Lücken')}; sie stehen oben bei den Mängeln. Sind
          es nur noch wenige, steht hier zu jeder ein Fall, der sie schließt.
        </p>
      )}
      {approximate.length > 0 && (
        <details class="beiseite">
          <summary>Was nur näherungsweise bekannt ist</summary>
          <ul class="auffaellig">
            {approximate.map((message) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
          <p class="leise">
            Solche Merkmale gelten hier als frei: Was nie vorkommen soll, kommt sicher nie vor; was möglich
            scheint, muss es nicht sein.
          </p>
        </details>
      )}
    </section>
  )
}

const One = ({ message, isError, citizen }: Noticed) => (
  <>
    <Badge tone={isError ? 'warning' : 'info'}>{isError ? 'Mangel' : 'Hinweis'}</Badge> {message}
    {citizen && (
      <>
        <MadeUpAnswers answers={citizen.inWords} />
        <a class="kern-link" href={citizen.trial} aria-label={`Im Probelauf ansehen: ${message}`}>
          Im Probelauf ansehen
        </a>
      </>
    )}
  </>
)
