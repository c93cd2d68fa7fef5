import { expect, test } from '@jest/globals'
import { readConfig } from '../../src/config.js'
import { pathOf, serverAdapter } from '../../src/platform/http/adapter.js'

test('an address that is a secret is logged by its pattern, every other one as it is', async () => {
  const server = serverAdapter({ ...readConfig({}), logLevel: 'silent' }).getInstance()
  const logged: string[] = []
  server.addHook('onResponse', async (request) => void logged.push(pathOf(request)))
  server.get('/weiter/:code', { config: { secretInAddress: true } }, () => 'ok')
  server.get('/vorgaenge/:id', () => 'ok')
  await server.inject('/weiter/K7QX29ABCDEFGHJKMNPQRSTVWXYZ?x=1')
  await server.inject('/vorgaenge/7?frage=x')
  expect(logged).toEqual(['/weiter/:code', '/vorgaenge/7'])
})
