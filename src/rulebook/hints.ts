import type { RuleSet } from '../precheck/rule-set.js'
import type { ShapeProblem } from './check-shape.js'
import { textsOf, type ReadText } from './texts.js'

const mostWordsInSentence = 35

/** What makes a rule set hard to use without making it wrong: texts too long to read, questions that say no why. */
export const hintsOn = (ruleSet: RuleSet): ShapeProblem[] => [
  ...textsOf(ruleSet).flatMap(longText),
  ...ruleSet.questions.flatMap(({ id, why, for: purpose }, i) =>
    why === undefined && purpose !== 'form'
      ? [
          {
            pointer: `/questions/${i}`,
            message: `„${id}“ entscheidet mit und sagt nicht, warum gefragt wird („why“).`,
          },
        ]
      : [],
  ),
]

function longText({ pointer, text, mostCharacters }: ReadText): ShapeProblem[] {
  const words = Math.max(...sentencesOf(text).map((sentence) => sentence.split(/\s+/).length))
  return [
    ...(text.length > mostCharacters
      ? [
          {
            pointer,
            message: `Der Text ist lang: ${text.length} Zeichen, gut lesbar sind ${mostCharacters}.`,
          },
        ]
      : []),
    ...(words > mostWordsInSentence
      ? [{ pointer, message: `Ein Satz hat ${words} Wörter, gut lesbar sind ${mostWordsInSentence}.` }]
      : []),
  ]
}

// After "Abs." or "Nr." comes a number: no sentence begins there.
const sentencesOf = (text: string): string[] => text.trim().split(/(?<=[.!?])\s+(?=[„(]?\p{Lu})/u)
