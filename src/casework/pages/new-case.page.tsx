import { Alert } from '../../web/alert.js'
import { Button } from '../../web/button.js'
import { CsrfField } from '../../web/csrf.js'
import { countText } from '../../web/format.js'
import { Layout } from '../../web/layout.js'
import { paths } from '../../web/paths.js'
import type { OfferedService } from '../list-services.js'
import type { Frame } from '../../cooperation/frame.js'

interface NewCasePageProps extends Frame {
  readonly services: readonly OfferedService[]
  readonly text: string
  /** The id that the case will have: a form sent twice opens one case. */
  readonly newId: string
  readonly refused?: string
}

/** "Neuer Vorgang": three letters of the service, then one press. */
export const NewCasePage = ({ viewer, csrf, services, text, newId, refused }: NewCasePageProps) => (
  <Layout title="Neuer Vorgang" viewer={viewer} csrf={csrf} current={paths.newCase}>
    <h1 class="kern-heading-large">Neuer Vorgang</h1>
    {refused && <Alert tone="danger" title={refused} urgent />}
    <form method="get" action={paths.newCase} role="search" class="suchzeile">
      <div class="kern-form-input feld--mittel">
        <label class="kern-label" for="leistung-suche">
          Leistung
        </label>
        <div class="kern-hint" id="leistung-hinweis">
          Drei Buchstaben genügen, zum Beispiel „woh“. Mit der Eingabetaste beginnt die einzige, die passt.
        </div>
        <input
          class="kern-form-input__input"
          id="leistung-suche"
          name="suche"
          type="search"
          value={text}
          maxLength={100}
          autocomplete="off"
          autofocus
          aria-describedby="leistung-hinweis"
        />
      </div>
      <Button look="secondary">Suchen</Button>
    </form>
    <p class="leise" role="status" id="leistung-anzahl">
      {services.length === 0
        ? 'Keine Leistung passt dazu.'
        : countText(services.length, 'Leistung', 'Leistungen')}
    </p>
    <form method="post" action={paths.newCase}>
      <CsrfField />
      <input type="hidden" name="kennung" value={newId} />
      <ul class="auswahl">
        {services.map((service) => (
          <li key={service.service} data-leistung={`${service.title} ${service.service}`}>
            {service.here ? <Offered service={service} /> : <Elsewhere service={service} />}
          </li>
        ))}
      </ul>
    </form>
  </Layout>
)

const Offered = ({ service: { service, title } }: { readonly service: OfferedService }) => (
  <>
    <p>{title}</p>
    <Button look="secondary" small name="leistung" value={service} spoken={`Beginnen: ${title}`}>
      Beginnen
    </Button>
  </>
)

const Elsewhere = ({ service: { title, elsewhere } }: { readonly service: OfferedService }) => (
  <div>
    <p>{title}</p>
    <p class="leise">
      {elsewhere.length === 0
        ? 'Diese Leistung bietet kein Bürgerbüro dieser Installation an.'
        : `Nicht in diesem Bürgerbüro. Möglich in: ${elsewhere
            .map(({ office, address }) => `${office} (${address})`)
            .join('; ')}`}
    </p>
  </div>
)
