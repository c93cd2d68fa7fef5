import { dayInWords } from '../../precheck/answer-in-words.js'
import type { PackageContents } from '../package-contents.js'

/** A thing the caseworker has to see to, with its source in law where it has one. */
export interface Point {
  readonly text: string
  readonly source?: string
}

/** What is left to do in the department, the weightiest first. */
export function toDecide(contents: PackageContents): Point[] {
  const { findings, documents, questions } = contents
  const points: Point[] = [
    ...findings
      .filter(({ finding }) => finding === 'needsReview')
      .map(({ say, source }) => ({ text: `Prüfen: ${say}`, source })),
    ...documents
      .filter(({ state }) => state === 'missing')
      .map(({ name, lacks, seen, source }) => ({
        text: ['Fehlt: ' + name, lacks ?? seen?.words].filter(Boolean).join(' – '),
        source,
      })),
    ...documents
      .filter(({ state }) => state === 'fetched')
      .map(({ name }) => ({
        text: `Selbst einholen: ${name} (so gewählt)`,
        source: '§ 5 EGovG',
      })),
    ...openQuestions(questions),
  ]
  return [decision(contents), ...points]
}

function decision({ verdict }: PackageContents): Point {
  switch (verdict.outcome) {
    case 'complete':
      return { text: 'Über den Antrag entscheiden. Vorgeprüft, alle nötigen Nachweise sind da.' }
    case 'missingDocuments':
      return { text: 'Über den Antrag entscheiden, sobald die fehlenden Nachweise da sind.' }
    case 'needsReview':
      return {
        text: 'Über den Antrag entscheiden. Die Vorprüfung lässt Punkte offen, die Ermessen oder Prüfung verlangen.',
      }
    case 'notEligible':
      return { text: 'Über den Antrag entscheiden. Nach der Vorprüfung fehlt eine Voraussetzung.' }
    case 'wrongAuthority':
      return { text: 'Zuständigkeit prüfen, wenn nötig mit dem Eingangstag weiterleiten.' }
    case 'open':
      return { text: 'Die Vorprüfung abschließen und über den Antrag entscheiden.' }
  }
}

function openQuestions(questions: PackageContents['questions']): Point[] {
  const open = questions.filter((question) => question.open)
  if (open.length === 0) return []
  const texts = open.slice(0, 3).map(({ text }) => `„${text}“`)
  const more = open.length - texts.length
  return [{ text: `Nicht beantwortet: ${texts.join(', ')}${more > 0 ? ` und ${more} weitere` : ''}` }]
}

/** What speaks against the application by the pre-check. */
export const speaksAgainst = ({ findings }: PackageContents): Point[] =>
  findings
    .filter(({ finding }) => finding === 'notEligible' || finding === 'wrongAuthority')
    .map(({ say, source }) => ({ text: say, source }))

/** What the department disputed before, so that it need not look for what changed. */
export const returnedFor = ({ deficiencies }: PackageContents): Point[] =>
  deficiencies.map(({ label, text }) => ({ text: `${label} – „${text}“` }))

/** "eingegangen am …, vollständig seit …": two different days in law. */
export function daysInWords({ caseFile }: PackageContents): { received: string; complete: string } {
  return {
    received: dayInWords(caseFile.receivedOn),
    complete: caseFile.completeOn === null ? 'noch nicht vollständig' : dayInWords(caseFile.completeOn),
  }
}
