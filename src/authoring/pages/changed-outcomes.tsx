import { dayInWords, eurosInWords } from '../../precheck/answer-in-words.js'
import { verdictName } from '../../precheck/outcome-names.js'
import type { Precheck } from '../../precheck/precheck.js'
import type { DiffResult } from '../../rulebook/diff-citizen.js'
import type { LoadedRuleSet } from '../../rulebook/rule-files.js'
import type { DiffCase, DiffGroup, RuleSetDiff } from '../../rulebook/rule-set-diff.js'
import type { Region } from '../../precheck/diagram/region-in-words.js'
import { Alert } from '../../web/alert.js'
import { countText } from '../../web/format.js'
import { trialAddress } from '../trial-address.js'
import { AnswerLines, MadeUpAnswers } from './answer-lines.js'
import { ShareBar } from './share-bar.js'

interface Sides {
  readonly before: LoadedRuleSet
  readonly after: LoadedRuleSet
}

/** For whom something else comes out than before, by its cause. */
export function ChangedOutcomes({ diff, ...sides }: Sides & { readonly diff: RuleSetDiff }) {
  const { groups, approximate, isTooEntangled, day } = diff
  if (isTooEntangled)
    return (
      <Alert tone="warning" title="Für wen sich etwas ändert, lässt sich hier nicht ermitteln">
        <p class="kern-body">
          Die beiden Regelwerke hängen zusammen von zu vielen Fragen ab. Was sich im Wortlaut ändert, steht
          vollständig unten.
        </p>
      </Alert>
    )
  return (
    <>
      {groups.length === 0 ? (
        <Alert
          tone="success"
          title="Für alle gleich: Bei denselben Antworten kommt dasselbe heraus wie bisher."
        />
      ) : (
        <p class="leise">
          {countText(groups.length, 'Unterschied', 'Unterschiede')} im Ergebnis, verglichen für den{' '}
          {dayInWords(day)}. Anteile zählen jede Antwort auf eine Frage gleich viel.
        </p>
      )}
      {approximate.length > 0 && (
        <p class="leise">Nur näherungsweise verglichen ist, was abhängt von: {approximate.join(', ')}.</p>
      )}
      {groups.map((group) => (
        <Group key={group.heading} group={group} sides={{ ...sides, day }} />
      ))}
    </>
  )
}

type Compared = Sides & Pick<RuleSetDiff, 'day'>

const Group = ({ group, sides }: { readonly group: DiffGroup; readonly sides: Compared }) => (
  <article class="teil">
    <h3>{group.heading}</h3>
    {group.source && <p class="leise">{group.source}</p>}
    <ShareBar share={group.share} />
    <Where where={group.where} />
    <p class="leise">{group.limits}</p>
    {group.cases.map((one) => (
      <Case key={one.says} one={one} isOnly={group.cases.length === 1} sides={sides} />
    ))}
  </article>
)

/** For exactly which answers; ways that lead there stand under each other. */
const Where = ({ where: { alternatives, isCut } }: { readonly where: Region }) => (
  <>
    <p>
      {alternatives.length > 1 ? 'Das betrifft, wer eine dieser Reihen von Antworten gibt:' : 'Das betrifft:'}
    </p>
    <ul class="auffaellig">
      {alternatives.map((answers, i) => (
        <li key={i}>
          {answers.length === 0 ? (
            'alle'
          ) : (
            <AnswerLines answers={answers.map(({ text, answers }) => ({ text, answer: answers }))} />
          )}
        </li>
      ))}
      {isCut && <li>und weitere, seltenere</li>}
    </ul>
  </>
)

interface CaseProps {
  readonly one: DiffCase
  /** Then the heading says already what is different. */
  readonly isOnly: boolean
  readonly sides: Compared
}

const Case = ({ one, isOnly, sides }: CaseProps) => (
  <div class="teil__fall">
    {!isOnly && (
      <p>
        <strong>{one.says}</strong>
      </p>
    )}
    {one.alsoChanged.length > 0 && (
      <p class="leise">Mit geändert und hier beteiligt: {one.alsoChanged.join(', ')}</p>
    )}
    {one.citizen && (
      <>
        <MadeUpAnswers answers={one.citizen.inWords} />
        <div class="gegenueber">
          <p class="gegenueber__was">Ergebnis</p>
          <Result
            name="bisher"
            result={one.citizen.before}
            ruleSet={sides.before}
            {...sides}
            says={one.says}
          />
          <Result name="neu" result={one.citizen.after} ruleSet={sides.after} {...sides} says={one.says} />
        </div>
      </>
    )}
    {one.remark && <p class="leise">{one.remark}</p>}
  </div>
)

interface ResultProps extends Pick<Compared, 'day'> {
  readonly name: 'bisher' | 'neu'
  readonly result: DiffResult
  readonly ruleSet: LoadedRuleSet
  readonly says: string
}

const Result = ({ name, result, ruleSet, day, says }: ResultProps) => (
  <p class={`gegenueber__${name}`}>
    <span class="leise">{name}: </span>
    {resultText(result.result)}
    <br />
    <a
      class="kern-link"
      href={trialAddress(ruleSet.id, ruleSet.compiled.ruleSet, { on: day, ...result })}
      aria-label={`Im Probelauf ansehen, ${name}: ${says}`}
    >
      Im Probelauf ansehen
    </a>
  </p>
)

/** "Unterlagen fehlen (Mietvertrag), Gebühr 12,50 €" */
function resultText({ verdict, documents, fees, fee }: Precheck): string {
  const missing = documents.filter(({ state }) => state === 'missing').map(({ name }) => name)
  const named = missing.length === 0 ? '' : ` (${missing.join(', ')})`
  const amount =
    fees.length === 0 ? '' : `, Gebühr ${fee === null ? 'vor Ort nachzusehen' : eurosInWords(fee)}`
  return `${verdictName(verdict)}${named}${amount}`
}
