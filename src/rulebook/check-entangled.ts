import { compile } from '../precheck/compile.js'
import { TooEntangled } from '../precheck/diagram/diagrams.js'
import { drawDiagram } from '../precheck/diagram/rule-diagram.js'
import type { RuleSet } from '../precheck/rule-set.js'
import { definitionOf } from './check-size.js'
import { entangledFacts } from './entangled.js'
import type { Report } from './known-facts.js'

/** What cannot be worked out exactly could only be asked at random at the counter. Facts have to be sound. */
export function checkEntangled(ruleSet: RuleSet, report: Report): void {
  const compiled = compile(ruleSet)
  try {
    drawDiagram(compiled, ruleSet.inForceFrom)
  } catch (error) {
    if (!(error instanceof TooEntangled)) throw error
    const facts = entangledFacts(compiled, ruleSet.inForceFrom, error)
    report(
      definitionOf(ruleSet, facts[0]!),
      `Zu viele Antworten hängen so ineinander, dass sich die Folgen nicht mehr genau ermitteln lassen. ` +
        `Am meisten tragen dazu bei: ${facts.map((fact) => `„${fact}“`).join(', ')}. ` +
        `Bitte die Bedingungen trennen, in denen sie zusammen vorkommen.`,
    )
  }
}
