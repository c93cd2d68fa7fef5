import type { DocumentForm } from '../../precheck/rule-set.js'
import type { Verdict } from '../../precheck/precheck.js'

/**
 * The sentences of the note itself, in German. What is put in stands in braces: a translation has the same. The
 * wording carries no counted nouns, so that no language has to bend a word to a number.
 */
export const germanFrame = {
  note: 'Laufzettel',
  binding: 'Verbindlich ist der deutsche Text.',
  onlyGerman: '[nur auf Deutsch]',
  caseNumber: 'Vorgang {number}',
  complete: 'Es fehlt nichts. Ihr Antrag kann bearbeitet werden.',
  missingDocuments: 'Für Ihren Antrag fehlen noch Unterlagen.',
  needsReview: 'Ihr Antrag muss im Fachdienst geprüft werden.',
  notEligible:
    'Nach der Vorprüfung fehlt eine Voraussetzung für Ihren Antrag. Sie können ihn trotzdem stellen.',
  wrongAuthority:
    'Nach der Vorprüfung ist eine andere Stelle zuständig. Wir nehmen Ihren Antrag trotzdem an.',
  open: 'Für Ihren Antrag sind noch Fragen offen.',
  against: 'Das ist der Grund',
  bring: 'Bitte bringen Sie mit',
  unlessSaid: 'Wenn nichts anderes dabeisteht: {forms}.',
  needsOriginal: 'Eine Kopie genügt nicht, nötig ist das Original.',
  tooOld: 'Was Sie gezeigt haben, ist zu alt.',
  forms: 'Als: {forms}.',
  formsAndAge: 'Als: {forms}, {age}.',
  original: 'Original',
  copy: 'Kopie',
  electronic: 'elektronisch',
  spoken: 'mündlich',
  or: 'oder',
  whereToGet: 'Woher: {where}',
  clarify: 'Bitte klären Sie noch',
  untilWhenAndWhere: 'Bis wann und wohin',
  agreed: 'Vereinbart: bis zum {day}',
  hints: 'Gut zu wissen',
  settled: 'Das brauchen Sie nicht noch einmal',
  seen: 'Schon vorgelegt: {documents}.',
  fetched: 'Die Behörde holt selbst ein: {documents}.',
  clarifiedHere: 'Einige Fragen klärt das Bürgerbüro selbst.',
  where: 'Wohin',
  decides: 'Es entscheidet: {authority}.',
  fee: 'Gebühr: {amount}.',
  feeUnknown: 'Es fällt eine Gebühr an; den Betrag nennt das Bürgerbüro.',
  feeNone: 'Es fällt keine Gebühr an.',
  code: 'Zeigen Sie diesen Zettel vor: Mit dem Code öffnet das Bürgerbüro Ihren Vorgang. Er gilt bis zum {day}.',
} as const satisfies Record<Verdict | DocumentForm, string> & Record<string, string>

export type FrameKey = keyof typeof germanFrame
export type Frame = Readonly<Record<FrameKey, string>>

export const frameKeys = Object.keys(germanFrame) as readonly FrameKey[]

const placeholder = /\{([A-Za-z0-9_]+)\}/g

/** What a sentence wants put in, sorted. */
export const placeholdersOf = (sentence: string): string[] =>
  [...sentence.matchAll(placeholder)].map(([, name]) => name!).toSorted()

/** A sentence with its values put in. */
export const filled = (sentence: string, values: Readonly<Record<string, string>>): string =>
  sentence.replaceAll(placeholder, (whole, name: string) => values[name] ?? whole)
