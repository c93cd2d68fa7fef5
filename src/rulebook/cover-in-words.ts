import { dayInWords } from '../precheck/answer-in-words.js'
import { outcomeNames } from '../precheck/outcome-names.js'
import type { Outcome } from '../precheck/precheck.js'
import { answerLines } from './answer-lines.js'
import { problemLine } from './file-problem.js'
import type { GeneratedCitizen, Uncovered } from './uncovered.js'

/** What no example of a rule set shows. */
export interface CoverOf {
  readonly ruleSet: string
  readonly uncovered: readonly Uncovered[]
}

/** Everything uncovered with its citizens, rule set by rule set; what one citizen shows stands together. */
export function coverInWords(found: readonly CoverOf[], written: readonly string[]): string {
  const count = found.reduce((sum, { uncovered }) => sum + uncovered.length, 0)
  return [
    ...found.flatMap(({ ruleSet, uncovered }) =>
      uncovered.length === 0 ? [] : [ruleSet, ...byCitizen(uncovered).flatMap(linesOf), ''],
    ),
    ...written.map((file) => `geschrieben: ${file}`),
    count === 0 ? 'Die Beispiele zeigen alles.' : `${count} ohne Beispiel${advice(written)}`,
  ].join('\n')
}

const advice = (written: readonly string[]): string =>
  written.length > 0
    ? '; bitte jedes geschriebene Beispiel am Gesetz prüfen und benennen'
    : '; „--write“ macht aus jedem Bürger ein Beispiel'

const byCitizen = (uncovered: readonly Uncovered[]): Uncovered[][] => [
  ...Map.groupBy(uncovered, ({ citizen, pointer, title }) => citizen ?? `${pointer} ${title}`).values(),
]

function linesOf(alike: readonly Uncovered[]): string[] {
  const { citizen } = alike[0]!
  return [
    ...alike.map((gap) => `  ${problemLine(gap)}`),
    ...(citizen === null
      ? ['    Kein Bürger gefunden: Was dafür zusammenkommen muss, ist nur näherungsweise bekannt.']
      : citizenLines(citizen)),
  ]
}

function citizenLines({ example, answers }: GeneratedCitizen): string[] {
  const { on, documents, expect } = example
  const shown = Object.keys(documents)
  return [
    `    Ein Bürger, mit dem es so ist, am ${dayInWords(on)}:`,
    ...answerLines(answers, '      '),
    ...(shown.length === 0 ? [] : [`      – legt vor: ${shown.join(', ')}`]),
    `    Heraus kommt: ${outcomeNames[expect.verdict as Outcome]}${findingsOf(expect.findings)}`,
  ]
}

const findingsOf = (findings: readonly string[] = []): string =>
  findings.length === 0 ? '' : ` (${findings.join(', ')})`
