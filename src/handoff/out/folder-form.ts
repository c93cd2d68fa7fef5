import { jsonText, packageJson } from './package-json.js'
import { originalName, parcelName, writtenFile } from './parcel.js'
import type { Parcel, ParcelFile, ReadyPackage } from './parcel.js'

/** A folder as document management systems import it: the PDF, what is needed to file it, the data, the hashes. */
export function folderForm(ready: ReadyPackage): Parcel {
  const { contents, pdf, originals } = ready
  const files: ParcelFile[] = [
    { ...pdf, name: 'paket.pdf', mediaType: 'application/pdf' },
    writtenFile('uebergabe.json', 'application/json', packageJson(contents)),
    ...originals.map((original) => ({
      ...original,
      name: originalName(ready, original),
      mediaType: original.enclosure.mediaType,
    })),
  ]
  const all = [...files, writtenFile('metadaten.json', 'application/json', jsonText(metadata(ready, files)))]
  return {
    packageId: contents.packageId,
    name: parcelName(contents),
    files: [...all, writtenFile('SHA256SUMS', 'text/plain', sums(all))],
  }
}

/** As `sha256sum --check` reads it. */
const sums = (files: readonly ParcelFile[]): string =>
  files.map(({ sha256, name }) => `${sha256}  ${name}\n`).join('')

/** What a system files the package under, flat and with names that a clerk would use. */
function metadata(ready: ReadyPackage, files: readonly ParcelFile[]) {
  const { contents, originals } = ready
  const { caseFile, service, authority, department, office, handedOverBy, verdict, enclosures } = contents
  const nameOf = (id: string): string | null => {
    const original = originals.find(({ enclosure }) => enclosure.id === id)
    return original === undefined ? null : originalName(ready, original)
  }
  return {
    format: 'lotse-metadaten/1',
    paket: contents.packageId,
    vorgang: caseFile.number,
    antragsteller: caseFile.applicant,
    leistung: service.title,
    leika: service.leika,
    eingang: caseFile.receivedOn,
    vollstaendigSeit: caseFile.completeOn,
    behoerde: authority.name,
    fachdienst: department.name,
    buergerbuero: office.name,
    uebergebenAm: contents.madeAt,
    uebergebenVon: handedOverBy.name,
    vorpruefung: verdict.words,
    regelwerk: contents.ruleSet.id,
    nachweise: enclosures.map(({ id, documentName, name, pages }) => ({
      kennung: id,
      unterlage: documentName,
      dateiname: name,
      seiten: pages,
      datei: nameOf(id),
    })),
    dateien: files.map(({ name, mediaType, bytes, sha256 }) => ({ name, mediaType, bytes, sha256 })),
  }
}
