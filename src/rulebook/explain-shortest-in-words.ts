import { answerLines, asked } from './answer-lines.js'
import { ruleOutcomeNames } from './diff-in-words.js'
import type { Shortest } from './explain-shortest.js'

/** "Schon diese Antworten genügen …" */
export function reasonLinesOf({ shortestReason }: Pick<Shortest, 'shortestReason'>): string[] {
  if (shortestReason === null) return []
  const { decides, answers, isShortest } = shortestReason
  if (answers.length === 0) return [`  Es kommt auf keine Antwort an: stets „${ruleOutcomeNames[decides]}“.`]
  return [
    `  Schon diese Antworten genügen für „${ruleOutcomeNames[decides]}“, was auch sonst geantwortet wird:`,
    ...answerLines(answers, '    '),
    ...(isShortest ? [] : ['  Keine davon kann wegfallen; vielleicht genügen aber auch andere, weniger.']),
  ]
}

/** "Vollständig könnte der Antrag werden, wenn …" */
export function changeLinesOf({ shortestReason, shortestChange }: Shortest): string[] {
  if (shortestReason === null || shortestReason.decides === 'clear') return []
  if (shortestChange === null)
    return ['  Vollständig kann der Antrag nicht werden, wie auch immer geantwortet wird.']
  return [
    '  Vollständig könnte der Antrag werden, wenn stattdessen geantwortet würde:',
    ...shortestChange.map(({ text, answers }) => `    – ${asked(text)} ${answers}`),
  ]
}
