import { readFileSync } from 'node:fs'
import { Ajv, type ErrorObject } from 'ajv'
import { refusal, type Refusal } from '../../platform/refusal.js'
import { isUuid } from '../../platform/uuid.js'
import { dataIn } from '../package-data.js'
import type { PackageContents } from '../package-contents.js'
import { embeddedFiles } from '../pdfium/embedded-files.js'
import { withPdf } from '../pdfium/opened-pdf.js'

/** What a package says for programs, read out of the PDF by itself. Only in a child: anyone may have made the file. */
export async function readData(bytes: Uint8Array): Promise<PackageContents | Refusal> {
  const data = await withPdf(bytes, (pdf) => dataIn(embeddedFiles(pdf))).catch(() => undefined)
  if (data === undefined)
    return refusal(
      'noPackage',
      'Die Datei ist kein Übergabepaket: In ihr steckt keine lesbare uebergabe.json.',
    )
  return checked(data)
}

const schemaFile = new URL('../../../docs/uebergabe.schema.json', import.meta.url)

/** Only what our published schema allows goes on, so that nobody after us has to be careful with it. */
function checked(data: unknown): PackageContents | Refusal {
  const validate = new Ajv({ strict: false, validateFormats: false }).compile<PackageContents>(
    JSON.parse(readFileSync(schemaFile, 'utf8')),
  )
  if (!validate(data)) return refusal('strangeData', strange(validate.errors ?? []))
  if (data.trial)
    return refusal(
      'trial',
      'Das ist die Probe eines Übergabepakets: Sie gehört zu keinem Vorgang und geht in kein anderes System.',
    )
  const ids = [data.packageId, data.caseFile.id, ...data.enclosures.map(({ id }) => id)]
  return ids.every(isUuid)
    ? data
    : refusal('strangeData', 'Die Kennungen in uebergabe.json sind nicht die eines Pakets.')
}

const strange = ([first]: readonly ErrorObject[]): string =>
  `Die Angaben in uebergabe.json haben nicht das Format uebergabe/1, zuerst bei „${first?.instancePath || '/'}“.`
