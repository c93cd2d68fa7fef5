import { readFileSync } from 'node:fs'
import { Ajv, type ErrorObject } from 'ajv'
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
} from 'pdf-lib'
import { refusal, type Refusal } from '../../platform/refusal.js'
import type { PackageContents } from '../package-contents.js'

/** What a package says for programs, read out of the PDF by itself. Only in a child: anyone may have made the file. */
export async function readData(bytes: Uint8Array): Promise<PackageContents | Refusal> {
  const text = await embeddedData(bytes).catch(() => null)
  if (text === null)
    return refusal(
      'noPackage',
      'Die Datei ist kein Übergabepaket: In ihr steckt keine lesbare uebergabe.json.',
    )
  return checked(text)
}

async function embeddedData(bytes: Uint8Array): Promise<string | null> {
  const { catalog } = await PDFDocument.load(bytes, { updateMetadata: false })
  const names = catalog
    .lookup(PDFName.of('Names'), PDFDict)
    .lookup(PDFName.of('EmbeddedFiles'), PDFDict)
    .lookup(PDFName.of('Names'), PDFArray)
  for (let at = 0; at + 1 < names.size(); at += 2)
    if (names.lookup(at, PDFString, PDFHexString).decodeText() === 'uebergabe.json')
      return contentOf(names.lookup(at + 1, PDFDict))
  return null
}

function contentOf(file: PDFDict): string | null {
  const stream = file.lookup(PDFName.of('EF'), PDFDict).lookup(PDFName.of('F'))
  return stream instanceof PDFRawStream
    ? new TextDecoder('utf-8', { fatal: true }).decode(decodePDFRawStream(stream).decode())
    : null
}

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

const schemaFile = new URL('../../../docs/uebergabe.schema.json', import.meta.url)

/** Only what our published schema allows goes on, so that nobody after us has to be careful with it. */
function checked(text: string): PackageContents | Refusal {
  const data = parsed(text)
  const validate = new Ajv({ strict: false, validateFormats: false }).compile<PackageContents>(
    JSON.parse(readFileSync(schemaFile, 'utf8')),
  )
  if (!validate(data)) return refusal('strangeData', strange(validate.errors ?? []))
  const ids = [data.packageId, data.caseFile.id, ...data.enclosures.map(({ id }) => id)]
  return ids.every(isId)
    ? data
    : refusal('strangeData', 'Die Kennungen in uebergabe.json sind nicht die eines Pakets.')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const strange = ([first]: readonly ErrorObject[]): string =>
  `Die Angaben in uebergabe.json haben nicht das Format uebergabe/1, zuerst bei „${first?.instancePath || '/'}“.`
