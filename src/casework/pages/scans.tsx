import { mostMilliseconds } from '../../platform/http/receive-files.js'
import { Button } from '../../web/button.js'
import { CsrfField } from '../../web/csrf.js'
import { countText, sizeText } from '../../web/format.js'
import { paths } from '../../web/paths.js'
import type { ListedUpload } from '../case-file.js'
import { fieldAnchor } from './attention.js'
import { intoChecklist } from './into-checklist.js'

interface ScansProps {
  readonly caseId: string
  readonly document: string
  readonly documentName: string
  readonly uploads: readonly ListedUpload[]
  /** As large as one may be. */
  readonly megabytes: number
  readonly editable: boolean
  readonly error: string | undefined
}

/** The scans of one document, and the place for the next: chosen, or dropped on it. */
export const Scans = (props: ScansProps) => (
  <>
    {props.uploads.length > 0 && <ScanList {...props} />}
    {props.editable && <Add {...props} />}
  </>
)

/** Scans with how large they are, each to be looked at and taken off; one that was taken off stays, to be brought back. */
export const ScanList = ({
  caseId,
  uploads,
  editable,
}: Pick<ScansProps, 'caseId' | 'uploads' | 'editable'>) => (
  <ul class="dateien" aria-live="polite">
    {uploads.map((upload) => (
      <li key={upload.id} id={fieldAnchor({ kind: 'scan', id: upload.id })}>
        {upload.removedAt === null ? (
          <Scan caseId={caseId} upload={upload} />
        ) : (
          <span>{upload.name} entfernt.</span>
        )}
        {editable && <TakeOff caseId={caseId} upload={upload} />}
      </li>
    ))}
  </ul>
)

interface ScanProps {
  readonly caseId: string
  readonly upload: ListedUpload
}

const Scan = ({ caseId, upload }: ScanProps) => (
  <>
    <a class="kern-link" href={paths.upload(caseId, upload.id)}>
      {upload.name}
    </a>
    <span class="leise">
      {countText(upload.pages, 'Seite', 'Seiten')}, {sizeText(upload.bytes)}
    </span>
  </>
)

/** Takes it off or brings it back, with one button, so that whoever pressed it has the way back under the hand. */
function TakeOff({ caseId, upload: { id, name, removedAt } }: ScanProps) {
  const action = removedAt === null ? paths.removeUpload(caseId, id) : paths.restoreUpload(caseId, id)
  return (
    <form method="post" action={action} hx-post={action} {...intoChecklist}>
      <CsrfField />
      <Button
        look="tertiary"
        small
        spoken={removedAt === null ? `Entfernen: ${name}` : `Entfernen rückgängig machen: ${name}`}
      >
        {removedAt === null ? 'entfernen' : 'rückgängig machen'}
      </Button>
    </form>
  )
}

const uploadConfig = JSON.stringify({ timeout: mostMilliseconds })

function Add({ caseId, document, documentName, megabytes, error }: ScansProps) {
  const id = `datei-${document}`
  const action = paths.uploads(caseId, document)
  return (
    <form
      class="speicherform ablage"
      id={`form-${id}`}
      method="post"
      encType="multipart/form-data"
      action={action}
      hx-post={action}
      hx-encoding="multipart/form-data"
      hx-config={uploadConfig}
      {...intoChecklist}
    >
      <CsrfField />
      <label class="leise" for={id}>
        Scan hinzufügen<span class="kern-sr-only">: {documentName}</span> (PDF, JPEG, PNG oder TIFF, höchstens{' '}
        {megabytes} MB)
      </label>
      <input
        type="file"
        id={id}
        name="datei"
        accept="application/pdf,image/jpeg,image/png,image/tiff"
        aria-describedby={error ? `${id}-fehler` : undefined}
        aria-invalid={error ? true : undefined}
      />
      <Button look="secondary" small class="ohne-skript">
        Hochladen
      </Button>
      <p class="ablage__laeuft leise" role="status">
        wird übertragen und geprüft …
      </p>
      {error && (
        <p class="kern-error" id={`${id}-fehler`} role="alert">
          <span class="kern-icon kern-icon--danger" aria-hidden="true" />
          <span class="kern-body">{error}</span>
        </p>
      )}
    </form>
  )
}
