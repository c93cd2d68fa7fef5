import { routeKeys, type InstallationInput } from '../cooperation/installation.js'
import type { Rulebook } from '../rulebook/rulebook.js'

/** Where an installation and the rules do not go together: it is loaded all the same, for rules may come later. */
export const notTogether = ({ offices }: InstallationInput, rulebook: Rulebook): string[] => [
  ...new Set(
    offices.flatMap(({ services }) =>
      Object.entries(services).flatMap(([service, route]) => whyNot(service, route, rulebook)),
    ),
  ),
]

function whyNot(service: string, route: string, rulebook: Rulebook): string[] {
  const newest = rulebook.of(service).at(-1)
  if (newest === undefined)
    return [`Für „${service}“ gibt es kein Regelwerk; kein Büro kann die Leistung anbieten, bis es da ist.`]
  const { department } = newest.compiled.ruleSet
  return routeKeys(route).department === department
    ? []
    : [`„${service}“ geht an „${route}“, das Regelwerk nennt als Fachdienst aber „${department}“.`]
}
