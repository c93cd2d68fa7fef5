import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startApp, type TestApp } from '../support/app.js'
import { Client } from '../support/client.js'

interface Operation {
  readonly summary?: string
  readonly tags?: readonly string[]
  readonly parameters?: readonly { readonly name: string; readonly in: string }[]
  readonly responses: Readonly<Record<string, unknown>>
}

interface OpenApi {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> }
}

let app: TestApp
let described: OpenApi
beforeAll(async () => {
  app = await startApp()
  described = (await new Client(app.url).api('GET', '/api/openapi.json')).json<OpenApi>()
})
afterAll(() => app.stop())

const operations = () =>
  Object.entries(described.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )

/** The routes that the server has, as `put /api/case-files/{id}`; Fastify draws them as a tree, four signs a level. */
function routes(): string[] {
  const drawn = app.app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false })
  const above: string[] = []
  return drawn.split('\n').flatMap((line) => {
    const [, indent, part, methods] = /^([│ ]*)[└├]── (\S+) \(([A-Z, ]+)\)/.exec(line) ?? []
    if (indent === undefined) return []
    const depth = indent.length / 4
    const path = (above[depth] = (above[depth - 1] ?? '') + part)
    return methods!
      .split(', ')
      .filter((method) => method !== 'HEAD')
      .map((method) => `${method.toLowerCase()} ${path.replaceAll(/:(\w+)/g, '{$1}')}`)
  })
}

test('every route of the API is described, and nothing else', () => {
  const known = routes().filter((route) => / \/api\/(?!openapi)/.test(route))
  expect(known.length).toBeGreaterThan(20)
  const told = operations().map(({ path, method }) => `${method} ${path}`)
  expect(told.toSorted()).toEqual(known.toSorted())
})

test('each says what it does, what belongs into its address and how it fails', () => {
  for (const { path, operation } of operations()) {
    expect(operation).toMatchObject({ summary: expect.any(String), tags: [expect.any(String)] })
    const inPath = (operation.parameters ?? []).filter((one) => one.in === 'path').map(({ name }) => name)
    expect(inPath.toSorted()).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted())
    expect(Object.keys(operation.responses)).toContain('default')
  }
})

test('every shape that is named is there', () => {
  const named = [...JSON.stringify(described).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
    ([, name]) => name!,
  )
  expect(Object.keys(described.components.schemas)).toEqual(expect.arrayContaining([...new Set(named)]))
})
