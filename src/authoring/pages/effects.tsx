import type { ComponentChildren } from 'preact'
import { dayInWords } from '../../precheck/answer-in-words.js'
import { outcomeNames } from '../../precheck/outcome-names.js'
import type { RuleSet } from '../../precheck/rule-set.js'
import type { PartKind } from '../../rulebook/rule-set-parts.js'
import { countText } from '../../web/format.js'
import { paths } from '../../web/paths.js'
import type { Effects, PartEffect, RuleEffect } from '../effects.js'
import { partAnchor, partNames } from '../part-names.js'
import { QuestionsSpan } from './questions-span.js'
import { ShareList } from './share-list.js'

interface EffectsProps {
  readonly id: string
  readonly ruleSet: RuleSet
  readonly effects: Effects
}

/** What the rule set does over all answers: verdicts, questions, and each part with its examples. */
export const EffectsPicture = ({ id, ruleSet, effects }: EffectsProps) => (
  <section class="bild" aria-labelledby="wirkung-titel" id="wirkung">
    <h3 id="wirkung-titel">Was das Regelwerk bewirkt</h3>
    <p class="leise">
      Über alle Antworten, die am {dayInWords(effects.day)} möglich sind. Dabei zählt jede Antwort auf eine
      Frage gleich viel; wie oft etwas wirklich vorkommt, sagen die Anteile nicht.
    </p>
    <QuestionsSpan questions={effects.questions} />
    <Outcomes effects={effects} />
    <Rules ruleSet={ruleSet} rules={effects.rules} />
    <Parts kind="document" applies="nötig" titles={titlesOf(ruleSet.documents)} parts={effects.documents} />
    <Parts kind="fee" applies="fällig" titles={titlesOf(ruleSet.fees)} parts={effects.fees} />
    <Picture id={id} />
  </section>
)

/** Loaded once somebody unfolds it. */
const Picture = ({ id }: Pick<EffectsProps, 'id'>) => (
  <Folded summary="Wege von den Fragen zu den Ergebnissen (Bild)">
    <p>
      <a class="kern-link" href={paths.ruleSetPicture(id)}>
        In voller Größe öffnen
      </a>
    </p>
    <img
      class="wegebild"
      src={paths.ruleSetPicture(id)}
      loading="lazy"
      alt="Alle Fragen in der Reihenfolge, in der sie gestellt werden, mit dem, was aus jeder Antwort folgt. In Worten steht dasselbe unten bei den Fragen, Unterlagen und Regeln."
    />
  </Folded>
)

const Outcomes = ({ effects: { outcomes } }: Pick<EffectsProps, 'effects'>) => (
  <>
    <ShareList
      label="Ergebnisse"
      items={outcomes.map(({ outcome, share, examples }) => ({
        key: outcome,
        name: outcomeNames[outcome],
        share,
        remarks: [examples === null ? running : countText(examples, 'Beispiel', 'Beispiele')],
      }))}
    />
    <p class="leise">
      „{outcomeNames.complete}“ gilt, wenn alle nötigen Unterlagen da sind; sonst heißt es bei denselben
      Antworten „{outcomeNames.missingDocuments}“.
    </p>
  </>
)

const running = 'Beispiele laufen noch'

function Rules({ ruleSet, rules }: { readonly ruleSet: RuleSet; readonly rules: readonly RuleEffect[] }) {
  if (rules.length === 0) return null
  const titles = new Map(ruleSet.rules.map(({ id, say }) => [id, say]))
  const deciding = rules.filter(({ decides }) => decides).length
  return (
    <Folded summary={`${countText(rules.length, 'Regel', 'Regeln')}, davon entscheiden ${deciding}`}>
      <ShareList
        label="Regeln"
        items={rules.map((rule) => ({
          key: rule.id,
          name: <PartLink kind="rule" id={rule.id} title={titles.get(rule.id)!} />,
          share: rule.share,
          remarks: [ruleWords(rule), examplesText(rule, 'greift')],
        }))}
      />
    </Folded>
  )
}

function ruleWords({ counts, decides, hiddenBehind }: RuleEffect): ComponentChildren {
  if (counts === 'never') return <strong>greift nie</strong>
  if (hiddenBehind.length > 0)
    return (
      <>
        <strong>entscheidet nie</strong>, verdeckt von {hiddenBehind.join(', ')}
      </>
    )
  return decides ? 'entscheidet' : 'weist hin'
}

type Titles = ReadonlyMap<string, string>

const titlesOf = (parts: readonly { readonly id: string; readonly name?: string }[]): Titles =>
  new Map(parts.map(({ id, name }) => [id, name ?? id]))

interface PartsProps {
  readonly kind: 'document' | 'fee'
  /** "nötig", "fällig" */
  readonly applies: string
  readonly titles: Titles
  readonly parts: readonly PartEffect[]
}

function Parts({ kind, applies, titles, parts }: PartsProps) {
  if (parts.length === 0) return null
  const { one, many } = partNames[kind]
  return (
    <Folded summary={countText(parts.length, one, many)}>
      <ShareList
        label={many}
        items={parts.map((part) => ({
          key: part.id,
          name: <PartLink kind={kind} id={part.id} title={titles.get(part.id)!} />,
          share: part.share,
          remarks: [partWords(part, applies), examplesText(part, applies)],
        }))}
      />
    </Folded>
  )
}

function partWords({ counts }: PartEffect, applies: string): ComponentChildren {
  if (counts === 'never') return <strong>nie {applies}</strong>
  return counts === 'ended' && <strong>nur, wo der Antrag ohnehin endet</strong>
}

const Folded = ({
  summary,
  children,
}: {
  readonly summary: string
  readonly children: ComponentChildren
}) => (
  <details class="beiseite">
    <summary>{summary}</summary>
    {children}
  </details>
)

/** "in 12 Beispielen, in 31 nicht" */
function examplesText({ examples }: PartEffect, applies: string): string {
  if (examples === null) return running
  const { applies: so, not } = examples
  return `${applies} in ${countText(so, 'Beispiel', 'Beispielen')}, in ${not} nicht`
}

const PartLink = ({
  kind,
  id,
  title,
}: {
  readonly kind: PartKind
  readonly id: string
  readonly title: string
}) => (
  <>
    <a class="kern-link" href={`#${partAnchor({ kind, id })}`}>
      {title}
    </a>
    <br />
    <code class="leise">{id}</code>
  </>
)
