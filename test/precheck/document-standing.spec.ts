import { expect, test } from '@jest/globals'
import { standingOf } from '../../src/precheck/document-standing.js'
import { aDocument } from '../support/rule-set-builder.js'

test.each([
  [['original'], 'eine Kopie genügt nicht, das Original ist nötig'],
  [['electronic'], 'eine Kopie genügt nicht, die Datei ist nötig'],
] as const)('a copy where only %s counts says what is needed instead', (forms, reason) => {
  const document = aDocument('plan', { forms })
  expect(standingOf(document, { seen: 'copyTaken' }, '2026-11-30')).toEqual({ state: 'missing', reason })
})
