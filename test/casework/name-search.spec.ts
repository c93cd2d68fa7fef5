import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { charactersOf } from '../../src/precheck/din-91379.js'
import { startDatabase, type TestDatabase } from '../support/database.js'

let database: TestDatabase
beforeAll(async () => {
  database = await startDatabase()
})
afterAll(() => database.drop())

test('every letter that a name may have is found by letters that every keyboard has', async () => {
  const letters = charactersOf('A').filter((character) => /^[\p{Lu}\p{Ll}]/u.test(character))
  const rows = await database.query<{ letter: string; forms: string[] }>(
    `select letter, array[plain_letters(letter), search_form(letter)] as forms from unnest($1::text[]) letter`,
    [letters],
  )
  expect(rows.length).toBeGreaterThan(600)
  expect(rows.filter(({ forms }) => !forms.every((form) => /^[a-z]+$/.test(form)))).toEqual([])
})
