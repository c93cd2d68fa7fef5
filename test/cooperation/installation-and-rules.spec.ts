import { notTogether } from '../../src/commands/installation-and-rules.js'
import { demonstration, readInstallation } from '../../src/cooperation/read-installation.js'
import { Rulebook } from '../../src/rulebook/rulebook.js'

test('services without rules, and departments that the rules call otherwise, are hinted at', () => {
  const file = readInstallation(demonstration)
  const rulebook = Rulebook.from('rules')
  expect(notTogether(file, rulebook)).toEqual([])
  Object.assign(file.offices[0]!.services, {
    meldebescheinigun: 'stadt-boizenburg/meldebehoerde',
    fuehrungszeugnis: 'stadt-boizenburg/gewerbeamt',
  })
  expect(notTogether(file, rulebook)).toEqual([
    '„fuehrungszeugnis“ geht an „stadt-boizenburg/gewerbeamt“, das Regelwerk nennt als Fachdienst aber „meldebehoerde“.',
    'Für „meldebescheinigun“ gibt es kein Regelwerk; kein Büro kann die Leistung anbieten, bis es da ist.',
  ])
})
