import { compile } from '../precheck/compile.js'
import { drawDiagram } from '../precheck/diagram/rule-diagram.js'
import { TooEntangled } from '../precheck/diagram/too-entangled.js'
import type { RuleSet } from '../precheck/rule-set.js'
import { definitionOf } from './check-size.js'
import type { Report } from './known-facts.js'

const mostNamed = 5

/** What cannot be worked out exactly could only be asked at random at the counter. Facts have to be sound. */
export function checkEntangled(ruleSet: RuleSet, report: Report): void {
  try {
    drawDiagram(compile(ruleSet), ruleSet.inForceFrom)
  } catch (error) {
    if (!(error instanceof TooEntangled)) throw error
    const facts = error.facts.slice(0, mostNamed)
    report(
      definitionOf(ruleSet, facts[0]!),
      `Zu viele Antworten hängen so ineinander, dass sich die Folgen nicht mehr genau ermitteln lassen. ` +
        `Am meisten tragen dazu bei: ${facts.map((fact) => `„${fact}“`).join(', ')}. ` +
        `Bitte die Bedingungen trennen, in denen sie zusammen vorkommen.`,
    )
  }
}
