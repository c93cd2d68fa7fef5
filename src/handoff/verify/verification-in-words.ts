import { printable } from '../../rulebook/misleading.js'
import { momentText } from '../../web/format.js'
import { thisProgram } from '../this-program.js'
import { inGroups } from '../seal/fingerprint.js'
import type { PackageFacts } from './package-facts.js'
import { isWell, type Verification } from './verification.js'

/** What was found, for a person: one line each, and what to do about it. */
export function verificationInWords(path: string, found: Verification, facts: PackageFacts): string {
  const lines: [string, string | null][] = [
    ['Art', found.trial ? 'PROBE: Sie gehört zu keinem Vorgang, nichts ist zu entscheiden.' : null],
    ['Siegel', sealLine(found)],
    ['Fingerabdruck', found.fingerprint === null ? null : inGroups(found.fingerprint)],
    ['Gesiegelt am', found.sealedAt === null ? null : `${momentText(found.sealedAt)} Uhr (eigene Angabe)`],
    ['Zeitstempel', timeLine(found)],
    ['Unverändert', intactLine(found, facts)],
    ['Deckblatt', coverLine(found)],
    ['Angaben', dataLine(found, facts)],
    ['Regelwerk', ruleSetLine(found)],
    ['Anlagen', attachmentsLine(found)],
  ]
  return [
    printable(path),
    ...lines.flatMap(([name, text]) => (text === null ? [] : [`  ${name.padEnd(14)}${text}`])),
    isWell(found) ? 'Alles in Ordnung.' : 'Nicht in Ordnung.',
  ].join('\n')
}

function sealLine({ sealed, intact, signer, known, trusted }: Verification): string {
  if (!sealed)
    return 'keines dieses Programms. Für die Akte zählt nur das Paket, das die Behörde übergeben hat.'
  // A name may hold anything, also what moves a terminal's cursor.
  const name = printable(signer ?? 'nicht lesbar')
  if (trusted) return `${name}, bekannt`
  if (known && !intact) return `nennt ${name}, gilt aber NICHT für diese Datei.`
  return known
    ? `${name}, bekannt, aber das Zertifikat GALT NICHT, als gesiegelt wurde.`
    : `${name}, NICHT BEKANNT. Den Fingerabdruck bei der Behörde erfragen; ihr Zertifikat dann mit --trust angeben.`
}

function timeLine({ timeStamp }: Verification): string | null {
  if (timeStamp === null) return null
  if (timeStamp === 'unsound') return 'UNGÜLTIG: Er gehört nicht zu diesem Siegel oder wurde geändert.'
  return `${momentText(timeStamp.at)} Uhr, von ${printable(timeStamp.by)}`
}

const flaws = {
  notWhole:
    'NEIN: Es wurde etwas angehängt oder abgeschnitten, oder das Siegel gilt nicht für die ganze Datei.',
  changed: 'NEIN: Mindestens ein Byte wurde seit dem Siegeln geändert.',
  notOne: 'NEIN: Die Datei hat nicht genau dieses eine Siegel.',
} as const

function intactLine({ sealed }: Verification, { seal }: PackageFacts): string {
  if (!sealed || seal === null) return 'nicht feststellbar'
  return seal.flaw === null ? 'ja, jedes Byte ist wie beim Siegeln' : flaws[seal.flaw]
}

const coverLine = ({ fingerprint, coverNamesSeal, packageId }: Verification): string | null =>
  fingerprint === null || packageId === null || coverNamesSeal
    ? null
    : 'Auf dem Deckblatt steht ein ANDERER Fingerabdruck als der des Siegels.'

function dataLine({ dataMatchesRecord, madeWith }: Verification, { contents }: PackageFacts): string {
  if (contents === null) return 'NICHT LESBAR: Die Angaben (uebergabe.json) fehlen oder sind beschädigt.'
  if (dataMatchesRecord) return 'Deckblatt und Protokoll sagen dasselbe wie die eingebetteten Daten'
  const pages = contents.differingPages.join(', ')
  const other =
    madeWith === thisProgram
      ? ''
      : ` Das Paket machte ${printable(madeWith ?? '')}, verglichen hat ${thisProgram}: Das kann der Grund sein.`
  return `ABWEICHEND von den eingebetteten Daten, Seiten: ${pages}.${other}`
}

function ruleSetLine({ ruleSet }: Verification): string | null {
  if (ruleSet === null) return null
  const id = printable(ruleSet.id)
  return ruleSet.known
    ? `${id}, bekannt`
    : `${id}, NICHT BEKANNT: Im Ordner der Regeln steht keines mit dieser Prüfsumme (--rules nennt einen anderen).`
}

function attachmentsLine({ attachments }: Verification): string {
  const missing = attachments.filter(({ ok }) => !ok).map(({ name }) => printable(name))
  if (attachments.length === 0) return 'KEINE gefunden'
  return missing.length === 0
    ? `alle da (${attachments.map(({ name }) => printable(name)).join(', ')})`
    : `ES FEHLT: ${missing.join(', ')}`
}
