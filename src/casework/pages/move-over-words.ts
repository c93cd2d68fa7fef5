import { eurosInWords } from '../../precheck/answer-in-words.js'
import type { RuleChange } from '../../precheck/rule-change.js'
import { countText } from '../../web/format.js'
import { verdictName } from '../../precheck/outcome-names.js'

/** "14 Antworten gelten weiter, 1 neue Frage, 1 Antwort ist zu prüfen, weil sich ihre Frage geändert hat (§ 9 FZV)." */
export function moveOverSummary({ stillHold, newQuestions, toCheck, dropped }: RuleChange): string {
  const sources = [...new Set(toCheck.map(({ question }) => question.source))].join('; ')
  const why =
    toCheck.length === 1
      ? `weil sich ihre Frage geändert hat (${sources})`
      : `weil sich ihre Fragen geändert haben (${sources})`
  const parts = [
    counted(stillHold, 'Antwort gilt weiter', 'Antworten gelten weiter'),
    counted(newQuestions, 'neue Frage', 'neue Fragen'),
    toCheck.length > 0 && `${counted(toCheck, 'Antwort ist', 'Antworten sind')} zu prüfen, ${why}`,
    counted(dropped, 'Antwort zählt nicht mehr', 'Antworten zählen nicht mehr'),
  ]
  return `${parts.filter(Boolean).join(', ') || 'Es ist noch keine Frage beantwortet'}.`
}

const counted = ({ length }: readonly unknown[], one: string, many: string): string | false =>
  length > 0 && countText(length, one, many)

/** How the result goes over, in one sentence. */
export function resultInWords({ verdict, fee }: RuleChange): string {
  const result =
    verdict.before === verdict.after
      ? `Die Vorprüfung bleibt bei „${verdictName(verdict.after)}“`
      : `Die Vorprüfung wechselt von „${verdictName(verdict.before)}“ zu „${verdictName(verdict.after)}“`
  const amount =
    fee.before === fee.after
      ? 'die Gebühr bleibt gleich'
      : `die Gebühr wird statt ${feeText(fee.before)} ${feeText(fee.after)}`
  return `${result}, ${amount}.`
}

const feeText = (fee: number | null): string => (fee === null ? 'vor Ort nachgesehen' : eurosInWords(fee))
