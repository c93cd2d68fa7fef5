import { readFile } from 'node:fs/promises'
import { gathered } from '../../../src/handoff/paper/gathered.js'
import { composePackage, type PackageParts } from '../../../src/handoff/compose-package.js'
import type { PackageContents } from '../../../src/handoff/package-contents.js'
import { readTemplate } from '../../../src/handoff/form/read-template.js'
import type { FormValues } from '../../../src/handoff/form/form-values.js'

/** The package as one buffer, made in this process. */
export const packageOf = (
  contents: PackageContents,
  rest: Partial<Omit<PackageParts, 'contents'>> = {},
): Buffer =>
  gathered((write) =>
    composePackage({ contents, form: null, scans: {}, sealMark: '5e'.repeat(32), ...rest }, write),
  )

/** One of our own forms with these values; every other field stays empty. */
export async function formWith(
  service: string,
  fields: FormValues['fields'],
  leftovers: FormValues['leftovers'] = [],
) {
  const template = await readTemplate(await readFile(`templates/${service}/form.pdf`))
  const empty = Object.fromEntries(template.fields.map(({ name }) => [name, null]))
  return { title: service, template, values: { fields: { ...empty, ...fields }, leftovers } }
}
