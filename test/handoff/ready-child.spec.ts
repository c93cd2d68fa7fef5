import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { afterAll, afterEach, expect, test } from '@jest/globals'
import { ReadyChild } from '../../src/handoff/child/ready-child.js'
import type { Child } from '../../src/handoff/child/run-child.js'
import { Workshop } from '../../src/handoff/child/workshop.js'
import { packageContents } from './support/contents.js'
import { madePackage, noSignature } from './support/made-package.js'
import { scratchFolder } from './support/scans.js'

const folder = scratchFolder()
afterAll(() => folder.remove())

let ready: ReadyChild
afterEach(() => ready.onApplicationShutdown())

async function waiting(): Promise<Child> {
  for (;;) {
    const child = ready.take()
    if (child !== undefined) return child
    await setTimeout(100)
  }
}

const made = (workshop: Workshop) =>
  madePackage(folder, (place) =>
    workshop.makePackage({ contents: packageContents(), form: null, scans: {}, place }, noSignature),
  )

test('a child that was ready makes the same package as any other, and no second one', async () => {
  ready = new ReadyChild({ readyChild: true })
  ready.onApplicationBootstrap()
  const taken = await waiting()
  const byIt = await made(new Workshop({ take: () => taken }))
  expect(byIt.equals(await made(new Workshop()))).toBe(true)
  expect(taken.exitCode ?? taken.signalCode).not.toBeNull()
  const next = await waiting()
  expect(next.pid).not.toBe(taken.pid)
  next.kill('SIGKILL')
})

test('the one that waits ends with the program', async () => {
  ready = new ReadyChild({ readyChild: true })
  ready.onApplicationBootstrap()
  const child = await waiting()
  const ended = once(child, 'exit')
  // The one that was taken belongs to its taker, and ends by itself when no task comes.
  child.stdin.end()
  await ended
  ready.onApplicationShutdown()
  await setTimeout(700)
  expect(ready.take()).toBeUndefined()
})

test('none waits where it is switched off', async () => {
  ready = new ReadyChild({ readyChild: false })
  ready.onApplicationBootstrap()
  await setTimeout(700)
  expect(ready.take()).toBeUndefined()
})
