import type { Reason } from '../precheck/reason.js'
import { asked } from './answer-lines.js'

/** Reasons as lines of a list, what each follows from below it. */
export const reasonLines = (reasons: readonly Reason[], indent: string): string[] =>
  reasons.flatMap((reason) => [
    `${indent}– ${reasonLine(reason)}`,
    ...reasonLines(reason.from, `${indent}    `),
  ])

function reasonLine({ kind, text, value, comparisons }: Reason): string {
  if (kind === 'notApplicable') return `Diese Frage stellt sich nicht: ${text}`
  if (kind === 'open') return `noch offen: ${text}`
  const compared = comparisons.flatMap(({ inWords }) => (inWords === null ? [] : [inWords]))
  return `${asked(text)} ${value}${compared.length === 0 ? '' : ` (${compared.join(', ')})`}`
}

interface WithReasons {
  readonly because: readonly Reason[]
}

/** Things with the same reasons together, so that nobody reads the same reasons twice. */
export const byReasons = <T extends WithReasons>(
  things: readonly T[],
): [reasons: readonly Reason[], things: T[]][] =>
  [...Map.groupBy(things, ({ because }) => reasonLines(because, '').join('\n')).values()].map((alike) => [
    alike[0]!.because,
    alike,
  ])
