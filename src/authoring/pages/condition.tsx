import type { ComponentChildren } from 'preact'
import type { ConditionWords } from '../../rulebook/condition-in-words.js'

interface ConditionProps {
  /** What follows from it: "Gefragt", "Nötig". */
  readonly then: string
  readonly words: ConditionWords | null
  /** Where the question or fact of a clause stands. */
  readonly hrefOf: (fact: string) => string | null
}

/** A condition as a sentence; with groups inside groups as a list, because brackets in a sentence are hard to read. */
export function Condition({ then, words, hrefOf }: ConditionProps) {
  if (words === null) return <p class="bedingung">{then}: immer.</p>
  if (words.kind === 'clause')
    return (
      <p class="bedingung">
        {then}, wenn <Clause words={words} hrefOf={hrefOf} />.
      </p>
    )
  return (
    <div class="bedingung">
      <p>
        {then}, wenn {leadIn(words)}
      </p>
      <Parts words={words} hrefOf={hrefOf} />
    </div>
  )
}

const leadIn = (words: ConditionWords): string =>
  ({ all: 'alles davon zutrifft:', any: 'eines davon zutrifft:', not: 'nicht zutrifft, dass', clause: '' })[
    words.kind
  ]

type WordsProps = Pick<ConditionProps, 'hrefOf'> & { readonly words: ConditionWords }

const Parts = ({ words, hrefOf }: WordsProps) => (
  <ul>
    {partsOf(words).map((part, at) => (
      <li key={at}>
        {part.kind === 'clause' ? (
          <Clause words={part} hrefOf={hrefOf} />
        ) : (
          <>
            {leadIn(part)} <Parts words={part} hrefOf={hrefOf} />
          </>
        )}
      </li>
    ))}
  </ul>
)

const partsOf = (words: ConditionWords): readonly ConditionWords[] =>
  words.kind === 'clause' ? [] : words.kind === 'not' ? [words.part] : words.parts

function Clause({ words, hrefOf }: WordsProps): ComponentChildren {
  if (words.kind !== 'clause') return null
  const href = hrefOf(words.fact)
  return (
    <>
      {href === null ? (
        words.subject
      ) : (
        <a class="kern-link" href={href}>
          {words.subject}
        </a>
      )}{' '}
      {words.predicate}
    </>
  )
}
