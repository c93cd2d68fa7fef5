import { uuidOf } from '../../platform/uuid.js'
import { packageJson } from './package-json.js'
import { endingOf, parcelName, plainName, writtenFile } from './parcel.js'
import type { Parcel, ParcelFile, ReadyPackage } from './parcel.js'
import { zipOf } from './zip.js'
import { element as plain, elementWith, type Xml, xmlDocument } from './xml.js'

const namespace = 'urn:xoev-de:xdomea:schema:3.0.0'
const messageName = 'Information.Information'
const messageCode = '0101'

/** A document of the message with its file. */
interface Filed {
  readonly id: string
  readonly subject: string
  readonly type: string
  readonly format: Format
  readonly originalName: string
  readonly file: ParcelFile
}

/** As the code list "Dateiformat" 1.0 numbers it; 100 is any other, by name. */
interface Format {
  readonly code: string
  readonly name?: string
  readonly version: string
}

/**
 * Message 0101 of xdomea 3.0.0, "export of records for information or for taking over": one case with the package, its
 * data, and the scans where they are wanted. Message and files are in one ZIP that has the name of the message, as
 * systems exchange them.
 */
export async function xdomeaForm(ready: ReadyPackage): Promise<Parcel> {
  const { contents } = ready
  const name = `${contents.packageId}_${messageName}.${messageCode}`
  const zip = await zipOf(xdomeaFiles(ready), new Date(contents.madeAt))
  return {
    packageId: contents.packageId,
    name: parcelName(contents),
    files: [{ ...zip, name: `${name}.zip`, mediaType: 'application/zip' }],
  }
}

/** What is in the ZIP, the message first. */
export function xdomeaFiles(ready: ReadyPackage): readonly ParcelFile[] {
  const documents = documentsOf(ready)
  const name = `${ready.contents.packageId}_${messageName}.${messageCode}.xml`
  const text = xmlDocument(message(ready, documents))
  return [writtenFile(name, 'application/xml', text), ...documents.map(({ file }) => file)]
}

function documentsOf({ contents, pdf, originals }: ReadyPackage): Filed[] {
  const { packageId, service } = contents
  const data = uuidOf(`${packageId}/uebergabe.json`)
  return [
    {
      id: packageId,
      subject: `Übergabepaket: ${service.title}`,
      type: 'Übergabepaket',
      format: { code: '044', version: 'PDF/A-3a' },
      originalName: 'paket.pdf',
      file: { ...pdf, name: `${packageId}_paket.pdf`, mediaType: 'application/pdf' },
    },
    {
      id: data,
      subject: 'Angaben des Übergabepakets für Programme',
      type: 'Fachdaten',
      format: { code: '100', name: 'json - JavaScript Object Notation', version: contents.format },
      originalName: 'uebergabe.json',
      file: writtenFile(`${data}_uebergabe.json`, 'application/json', packageJson(contents)),
    },
    ...originals.map(({ enclosure, ...content }): Filed => {
      const { id, document, documentName, mediaType, name } = enclosure
      return {
        id,
        subject: documentName,
        type: 'Nachweis',
        format: { code: formatCodes[mediaType] ?? '100', version: 'unbekannt' },
        originalName: name,
        file: { ...content, name: `${id}_${plainName(document)}.${endingOf(mediaType)}`, mediaType },
      }
    }),
  ]
}

const formatCodes: Readonly<Record<string, string>> = {
  'application/pdf': '018',
  'image/jpeg': '011',
  'image/png': '019',
  'image/tiff': '023',
}

const element = (name: string, ...children: Parameters<typeof plain>[1][]): Xml =>
  plain(`xdomea:${name}`, ...children)

const message = (ready: ReadyPackage, documents: readonly Filed[]): Xml =>
  elementWith(
    `xdomea:${messageName}.${messageCode}`,
    { 'xmlns:xdomea': namespace },
    head(ready),
    element('Schriftgutobjekt', record(ready, documents)),
  )

function head({ contents }: ReadyPackage): Xml {
  const { packageId, madeAt, madeWith, office, authority, department } = contents
  const [product = '', version = ''] = madeWith.split(' ')
  return element(
    'Kopf',
    element('ProzessID', packageId),
    code('Nachrichtentyp', 'nachrichtentyp', '2.0', messageCode, messageName),
    element('Erstellungszeitpunkt', madeAt),
    element('Absender', unit(office.name)),
    element('Empfaenger', element('Institution', element('Name', authority.name)), unit(department.name)),
    element('SendendesSystem', element('Produktname', product), element('Version', version)),
    element('Empfangsbestaetigung', 'false'),
  )
}

function record({ contents }: ReadyPackage, documents: readonly Filed[]): Xml {
  const { caseFile, service, verdict, reason } = contents
  const remark = `Vorprüfung: ${verdict.words}${reason === null ? '' : `. Übergeben, weil: ${reason}`}`
  return element(
    'Vorgang',
    element('Identifikation', element('ID', caseFile.id)),
    element(
      'AllgemeineMetadaten',
      element('Betreff', [service.title, caseFile.applicant].filter(Boolean).join(' – ')),
      element('Kennzeichen', caseFile.number),
      element('Bemerkung', remark),
    ),
    element('Typ', service.title),
    element('Laufzeit', element('Beginn', caseFile.receivedOn)),
    ...documents.map((document, at) => filed(contents, document, at + 1)),
  )
}

function filed(
  { caseFile, madeAt, handedOverBy }: ReadyPackage['contents'],
  { id, subject, type, format, originalName, file }: Filed,
  number: number,
): Xml {
  return element(
    'Dokument',
    element('Identifikation', element('ID', id), element('NummerImUebergeordnetenContainer', number)),
    element('AllgemeineMetadaten', element('Betreff', subject)),
    element('Posteingangsdatum', caseFile.receivedOn),
    element('Typ', type),
    element(
      'Version',
      element('Nummer', 1),
      element(
        'Format',
        code('Name', 'dateiformat', '1.0', format.code),
        format.name === undefined ? null : element('SonstigerName', format.name),
        element('Version', format.version),
        element(
          'Primaerdokument',
          element('Dateiname', file.name),
          element('DateinameOriginal', originalName),
          element('Ersteller', handedOverBy.name),
          element('DatumUhrzeit', madeAt),
        ),
      ),
    ),
  )
}

const unit = (name: string): Xml => element('Organisationseinheit', element('Name', name))

/** A value of a code list; its parts have no namespace. */
const code = (name: string, list: string, version: string, value: string, words?: string): Xml =>
  elementWith(
    `xdomea:${name}`,
    { listURI: `urn:xoev-de:xdomea:codeliste:${list}`, listVersionID: version },
    plain('code', value),
    words === undefined ? null : plain('name', words),
  )
