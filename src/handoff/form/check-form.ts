import { factsOf, type KnownFact } from '../../rulebook/known-facts.js'
import type { FileProblem } from '../../rulebook/file-problem.js'
import type { LoadedRuleSet } from '../../rulebook/rule-files.js'
import { checkField } from './check-field.js'
import { checkGroups } from './check-groups.js'
import {
  factIn,
  piecesOf,
  placesIn,
  readFieldMap,
  templateOf,
  type FieldMap,
  type PlaceOf,
} from './field-map.js'
import { missingOptions, withoutRoom, type Fits } from './missing-options.js'
import type { FormSurvey } from './survey-form.js'

/** How the form of a service fits its rule sets. Problems keep it from being used, hints do not. */
export interface FormReport {
  readonly problems: readonly FileProblem[]
  readonly hints: readonly FileProblem[]
}

/**
 * Compares a form with its map, and the map with a rule set.
 * @param all every rule set of the service: a form serves them all
 * @param survey what a child found in the form
 * @param fits whether a text has room in a field; without it nobody asks
 */
export function checkForm(
  templatesFolder: string,
  ruleSet: LoadedRuleSet,
  all: readonly LoadedRuleSet[],
  survey: FormSurvey,
  fits: Fits = () => true,
): FormReport {
  const read = readFieldMap(templatesFolder, ruleSet, all)
  const form = `${templateOf(ruleSet.compiled.ruleSet)}/form.pdf`
  const obstacles = survey.obstacles.map(({ place, message }) => ({ file: form, pointer: place, message }))
  if ('problems' in read) return { problems: [...obstacles, ...read.problems], hints: [] }
  if (survey.pages.length === 0) return { problems: obstacles, hints: [] }
  const { map } = read
  const facts = factsOfAll([...all, ruleSet])
  const at = placesIn(ruleSet)
  const problems = [
    ...missingInMap(map, survey, at),
    ...missingInForm(map, survey, at),
    ...survey.fields.flatMap((field) =>
      checkField(field, map[field.name] ?? null, facts).map((message) => ({ ...at(field.name), message })),
    ),
    ...checkGroups(map).map(({ field, message }) => ({ ...at(field), message })),
    ...homeless(ruleSet, map),
  ]
  return {
    problems: [...obstacles, ...problems],
    hints: [
      ...notPlainHints(form, survey),
      ...[...missingOptions(map, survey.fields, facts), ...withoutRoom(map, survey.fields, facts, fits)].map(
        ({ field, message }) => ({ ...at(field), message }),
      ),
    ],
  }
}

/** A fact by its kind in the last of these that has it. */
function factsOfAll(all: readonly LoadedRuleSet[]): ReadonlyMap<string, KnownFact> {
  return new Map(all.flatMap(({ compiled }) => [...factsOf(compiled.ruleSet, () => undefined)]))
}

const missingInMap = (map: FieldMap, { fields }: FormSurvey, at: PlaceOf): FileProblem[] =>
  fields
    .filter(({ name }) => !Object.hasOwn(map, name))
    .map(({ name, page }) => ({
      ...at(name),
      message: `Das Feld auf Seite ${page + 1} ist nicht zugeordnet; bitte sagen, woher sein Inhalt kommt, oder null schreiben: bleibt leer.`,
    }))

function missingInForm(map: FieldMap, { fields }: FormSurvey, at: PlaceOf): FileProblem[] {
  const inForm = new Set(fields.map(({ name }) => name))
  return Object.keys(map)
    .filter((name) => !inForm.has(name))
    .map((name) => ({
      ...at(name),
      message: 'Dieses Feld gibt es in form.pdf nicht; bitte entfernen oder richtig schreiben.',
    }))
}

/** Questions that are asked for the form alone, and must be answered, and then stand nowhere on it. */
function homeless({ file, compiled: { ruleSet } }: LoadedRuleSet, map: FieldMap): FileProblem[] {
  const used = new Set(Object.values(map).flatMap(piecesOf).map(factIn))
  for (const { fact, of } of ruleSet.derived ?? []) if (used.has(fact)) of.forEach((input) => used.add(input))
  return ruleSet.questions.flatMap(({ id, for: purpose, required }, index) =>
    purpose === 'form' && required === true && !used.has(id)
      ? [
          {
            file,
            pointer: `/questions/${index}`,
            message: `„${id}“ wird nur für das Formular gefragt, steht aber in keinem Feld; bitte zuordnen oder nicht mehr fragen.`,
          },
        ]
      : [],
  )
}

const notPlainHints = (file: string, { pages }: FormSurvey): FileProblem[] =>
  pages.flatMap(({ notPlain }, index) =>
    notPlain.map((reason) => ({
      file,
      pointer: `Seite ${index + 1}`,
      message: `${reason}; das Formular kommt als Bild ins Paket.`,
    })),
  )
