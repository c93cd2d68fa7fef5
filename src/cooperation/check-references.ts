import { type Refusal, refusal } from '../platform/refusal.js'
import { isDeliveryPlace } from './delivery-target.js'
import { type InstallationInput, routeKeys, type StaffInput } from './installation.js'

/** What of the file points to nothing, twice to the same, or at too little to work with. */
export function checkReferences(file: InstallationInput): Refusal[] {
  return [
    ...doubled(file),
    ...deliveries(file),
    ...offices(file),
    ...file.staff.flatMap((one, at) => staff(file, one, `staff/${at}`)),
  ]
}

function doubled({ authorities, offices, staff }: InstallationInput): Refusal[] {
  return [
    ...repeats(
      authorities.map(({ key }) => key),
      (at) => `authorities/${at}/key`,
    ),
    ...authorities.flatMap(({ departments }, at) =>
      repeats(
        departments.map(({ key }) => key),
        (nth) => `authorities/${at}/departments/${nth}/key`,
      ),
    ),
    ...repeats(
      offices.map(({ key }) => key),
      (at) => `offices/${at}/key`,
    ),
    ...repeats(
      staff.map(({ signInName }) => signInName),
      (at) => `staff/${at}/signInName`,
    ),
  ]
}

const repeats = (values: readonly string[], place: (at: number) => string): Refusal[] =>
  values.flatMap((value, at) =>
    values.indexOf(value) === at ? [] : [wrong(place(at), `„${value}“ kommt schon weiter oben vor.`)],
  )

const deliveries = ({ authorities }: InstallationInput): Refusal[] =>
  authorities.flatMap(({ departments }, at) =>
    departments.flatMap(({ delivery }, nth) =>
      delivery === undefined || isDeliveryPlace(delivery.to)
        ? []
        : [wrong(`authorities/${at}/departments/${nth}/delivery/to`, noPlace)],
    ),
  )

const offices = (file: InstallationInput): Refusal[] =>
  file.offices.flatMap(({ authority, services }, at) => [
    ...(hasAuthority(file, authority) ? [] : [wrong(`offices/${at}/authority`, noAuthority(authority))]),
    ...Object.entries(services)
      .filter(([, route]) => !hasDepartment(file, route))
      .map(([service, route]) => wrong(`offices/${at}/services/${service}`, noDepartment(route))),
  ])

function staff(
  file: InstallationInput,
  { authority, office, department, roles }: StaffInput,
  place: string,
): Refusal[] {
  const route = `${authority}/${department}`
  return [
    ...(hasAuthority(file, authority) ? [] : [wrong(`${place}/authority`, noAuthority(authority))]),
    ...(office === undefined || file.offices.some(({ key }) => key === office)
      ? []
      : [wrong(`${place}/office`, `Ein Bürgerbüro „${office}“ gibt es in der Datei nicht.`)]),
    ...(department === undefined || hasDepartment(file, route)
      ? []
      : [wrong(`${place}/department`, noDepartment(route))]),
    ...(roles.includes('clerk') && office === undefined
      ? [wrong(`${place}/office`, 'Ein Lotse (clerk) braucht ein Bürgerbüro.')]
      : []),
    ...(roles.includes('caseworker') && department === undefined
      ? [wrong(`${place}/department`, 'Die Sachbearbeitung (caseworker) braucht einen Fachdienst.')]
      : []),
  ]
}

const hasAuthority = ({ authorities }: InstallationInput, key: string): boolean =>
  authorities.some((authority) => authority.key === key)

/** The ways are not checked one by one before: one may be no text. */
function hasDepartment({ authorities }: InstallationInput, route: unknown): boolean {
  if (typeof route !== 'string') return false
  const { authority, department } = routeKeys(route)
  return authorities.some(
    ({ key, departments }) => key === authority && departments.some((one) => one.key === department),
  )
}

const wrong = (place: string, message: string): Refusal => refusal('installation.reference', message, place)
const noPlace =
  'Erwartet wird ein Ordner als vollständiger Pfad oder eine Adresse mit https:// ohne Kennwort darin; http:// geht nur zu diesem Rechner.'
const noAuthority = (key: string): string => `Eine Behörde „${key}“ gibt es in der Datei nicht.`
const noDepartment = (route: string): string =>
  `Einen Fachdienst „${route}“ gibt es in der Datei nicht; erwartet wird Behörde/Fachdienst.`
