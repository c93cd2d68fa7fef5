import type { Question, RuleSet } from '../precheck/rule-set.js'

/** A text that somebody reads at the counter, and how long it may be before nobody does. */
export interface ReadText {
  /** JSON pointer. */
  readonly pointer: string
  readonly text: string
  readonly mostCharacters: number
}

// Above what the longest sound texts of the existing rule sets need, so that a hint means something.
const most = { question: 200, label: 140, name: 140, explanation: 300, say: 400 }

export const textsOf = ({ questions, documents, rules }: RuleSet): ReadText[] => [
  ...questions.flatMap((question, i) => questionTexts(question, `/questions/${i}`)),
  ...documents.flatMap(({ name, why, whereToGet }, i) => [
    ...text(`/documents/${i}/name`, name, most.name),
    ...text(`/documents/${i}/why`, why, most.explanation),
    ...text(`/documents/${i}/whereToGet`, whereToGet, most.explanation),
  ]),
  ...rules.flatMap(({ say }, i) => text(`/rules/${i}/say`, say, most.say)),
]

const questionTexts = ({ text: asked, why, hint, options = [] }: Question, pointer: string): ReadText[] => [
  ...text(`${pointer}/text`, asked, most.question),
  ...text(`${pointer}/why`, why, most.explanation),
  ...text(`${pointer}/hint`, hint, most.explanation),
  ...options.flatMap((option, i) => [
    ...text(`${pointer}/options/${i}/label`, option.label, most.label),
    ...text(`${pointer}/options/${i}/hint`, option.hint, most.explanation),
  ]),
]

const text = (pointer: string, text: string | undefined, mostCharacters: number): ReadText[] =>
  text === undefined ? [] : [{ pointer, text, mostCharacters }]
