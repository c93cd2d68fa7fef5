import { createHash } from 'node:crypto'
import { uuidOf } from '../../platform/uuid.js'
import { jsonText, packageJson, packageSchema } from './package-json.js'
import { endingOf, originalName, parcelName, plainName, writtenFile } from './parcel.js'
import type { Content, Parcel, ParcelFile, ReadyPackage } from './parcel.js'

const metadataSchema = 'https://schema.fitko.de/fit-connect/metadata/2.1.0/metadata.schema.json'

interface Attachment extends Content {
  readonly id: string
  readonly mediaType: string
  readonly purpose: 'form' | 'attachment'
  readonly filename: string
  readonly description: string
}

/**
 * The parts of a FIT-Connect submission before they are encrypted: the announcement (`submission.json`), metadata,
 * the data, and each attachment under its id. What sends them adds the destination and encrypts to its key.
 */
export async function fitConnectForm(ready: ReadyPackage): Promise<Parcel> {
  const { contents } = ready
  const data = packageJson(contents)
  const attachments = attachmentsOf(ready)
  const metadata = await metadataOf(ready, data, attachments)
  return {
    packageId: contents.packageId,
    name: parcelName(contents),
    files: [
      writtenFile('submission.json', 'application/json', jsonText(announcement(ready, attachments))),
      writtenFile('metadata.json', 'application/json', jsonText(metadata)),
      writtenFile('data.json', 'application/json', data),
      ...attachments.map(({ id, mediaType, bytes, sha256, open }): ParcelFile => {
        return { name: `${id}.${endingOf(mediaType)}`, mediaType, bytes, sha256, open }
      }),
    ],
  }
}

/** What the delivery service is told first. Services without a key in the catalogue cannot be named there. */
const announcement = ({ contents: { service } }: ReadyPackage, attachments: readonly Attachment[]) => ({
  announcedAttachments: attachments.map(({ id }) => id),
  ...(service.leika === null
    ? {}
    : { publicService: { name: service.title, identifier: `urn:de:fim:leika:leistung:${service.leika}` } }),
})

function attachmentsOf(ready: ReadyPackage): Attachment[] {
  const { contents, pdf, originals } = ready
  return [
    {
      ...pdf,
      id: attachmentId(contents.packageId),
      mediaType: 'application/pdf',
      purpose: 'form',
      filename: `uebergabepaket-${plainName(contents.caseFile.number)}.pdf`,
      description: `Übergabepaket: ${contents.service.title}`,
    },
    ...originals.map((original): Attachment => {
      const { enclosure } = original
      return {
        ...original,
        id: attachmentId(`${contents.packageId}/${enclosure.id}`),
        mediaType: enclosure.mediaType,
        purpose: 'attachment',
        filename: originalName(ready, original),
        description: enclosure.documentName,
      }
    }),
  ]
}

async function metadataOf({ contents }: ReadyPackage, data: string, attachments: readonly Attachment[]) {
  const { caseFile, office } = contents
  const [name = '', version = ''] = contents.madeWith.split(' ')
  return {
    $schema: metadataSchema,
    contentStructure: {
      data: {
        hash: sha512(createHash('sha512').update(data)),
        submissionSchema: { schemaUri: packageSchema, mimeType: 'application/json' },
      },
      attachments: await Promise.all(attachments.map(described)),
    },
    additionalReferenceInfo: { senderReference: caseFile.number, applicationDate: caseFile.receivedOn },
    author: {
      name: `${name}, ${office.name}`,
      product: { name, version, manufacturer: name },
    },
  }
}

async function described({ id, purpose, filename, description, mediaType, open }: Attachment) {
  const hash = createHash('sha512')
  for await (const chunk of open()) hash.update(chunk)
  return { attachmentId: id, purpose, filename, description, mimeType: mediaType, hash: sha512(hash) }
}

const sha512 = (hash: ReturnType<typeof createHash>) => ({ type: 'sha512', content: hash.digest('hex') })

/** Shaped as version 4, as FIT-Connect wants it, and the same each time, so that sending again is no second submission. */
const attachmentId = (of: string): string => uuidOf(of, 4)
