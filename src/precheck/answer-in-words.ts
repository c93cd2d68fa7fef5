import type { Address, Answer, Day, Person, Question } from './rule-set.js'
import { notKnown } from './rule-set.js'

const countryNames = new Intl.DisplayNames('de', { type: 'region' })
const euros = new Intl.NumberFormat('de-DE', { style: 'currency', currency: 'EUR' })

/** `2026-11-22` as `22.11.2026`. */
export const dayInWords = (day: Day): string => `${day.slice(8, 10)}.${day.slice(5, 7)}.${day.slice(0, 4)}`

/** An amount as `46,00 €`. */
export const eurosInWords = (amount: number): string => euros.format(amount)

/** The German name of a country by its code (ISO 3166-1 alpha-2; `XX` for none). */
export const countryInWords = (code: string): string =>
  code === 'XX' ? 'staatenlos oder ungeklärt' : (countryNames.of(code) ?? code)

/** An answer as a clerk would write it. */
export function answerInWords(question: Question, answer: Answer): string {
  if (answer === notKnown && question.mayBeUnknown === true) return 'weiß nicht'
  const label = (value: string) => question.options?.find((option) => option.value === value)?.label ?? value
  switch (question.kind) {
    case 'yesNo':
      return answer === true ? 'Ja' : 'Nein'
    case 'choice':
      return label(answer as string)
    case 'choices':
      return (answer as readonly string[]).map(label).join(', ') || 'nichts davon'
    case 'euro':
      return eurosInWords(answer as number)
    case 'date':
      return dayInWords(answer as Day)
    case 'country':
      return countryInWords(answer as string)
    case 'address':
      return addressInWords(answer as Address)
    case 'persons':
      return (answer as readonly Person[]).map(personInWords).join('; ') || 'niemand'
    case 'iban':
      return (answer as string).replaceAll(/(.{4})(?=.)/g, '$1 ')
    default:
      return String(answer)
  }
}

function addressInWords({ street, houseNumber, addition, postcode, city }: Address): string {
  const streetLine = [street, houseNumber].filter(Boolean).join(' ')
  return [streetLine, addition, `${postcode} ${city}`].filter(Boolean).join(', ')
}

/** "Anna Müller, geb. 17.05.1990"; only what is known of a person. */
export function personInWords({ givenNames, familyName, birthDate }: Person): string {
  const name = [givenNames, familyName].filter(Boolean).join(' ') || 'Person'
  return birthDate === undefined ? name : `${name}, geb. ${dayInWords(birthDate)}`
}
