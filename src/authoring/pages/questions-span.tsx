import type { QuestionsLeft } from '../../precheck/diagram/questions-left.js'
import { meanText } from '../../web/format.js'

const width = 300
const height = 20
const middle = height / 2

/** How many questions it takes, as a line from the fewest to the most with the mean on it, and in a sentence. */
export function QuestionsSpan({ questions }: { readonly questions: QuestionsLeft | null }) {
  if (questions === null)
    return <p>Wie viele Fragen gestellt werden, lässt sich hier nicht auszählen: Es sind zu viele Wege.</p>
  const { fewest, mean, most } = questions
  const at = (count: number) => 10 + (count / Math.max(most, 1)) * (width - 20)
  return (
    <>
      <p>
        Bis alles feststeht, werden mindestens {fewest}, im Mittel {meanText(mean)} und höchstens {most}{' '}
        Fragen gestellt.
      </p>
      <svg class="spanne" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <line class="spanne__achse" x1={at(0)} y1={middle} x2={at(most)} y2={middle} />
        <line class="spanne__bereich" x1={at(fewest)} y1={middle} x2={at(most)} y2={middle} />
        <circle class="spanne__mittel" cx={at(mean)} cy={middle} r="6" />
      </svg>
    </>
  )
}
