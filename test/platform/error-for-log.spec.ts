import { expect, test } from '@jest/globals'
import { QueryFailedError } from 'typeorm'
import { serverAdapter } from '../../src/platform/http/adapter.js'
import { testConfig } from '../support/config.js'

/** What the log of the server writes of an error. */
function logged(error: Error): string {
  const { config, remove } = testConfig('postgres://nowhere')
  remove()
  const log: object = serverAdapter(config).getInstance().log
  const serializers = (log as Record<symbol, { err: (error: Error) => unknown }>)[
    Symbol.for('pino.serializers')
  ]!
  return JSON.stringify(serializers.err(error))
}

test('a statement that failed is logged without its values', () => {
  const answer = Object.assign(new Error('invalid input syntax for type date: "Krankengeld"'), {
    code: '22007',
  })
  const text = logged(new QueryFailedError('update case_file set answers = $1', ['Krankengeld'], answer))
  expect(text).not.toContain('Krankengeld')
  expect(text).toContain('22007')
  expect(text).toContain('set answers = $1')
  expect(text).toContain('error-for-log.spec')
})

test('a connection that came about at none of the addresses of a host, with its code', () => {
  expect(logged(Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' }))).toContain('ECONNREFUSED')
})

test('any other error with its message and where it happened', () => {
  const text = logged(new TypeError('is not a function'))
  expect(text).toContain('is not a function')
  expect(text).toContain('error-for-log.spec')
})
