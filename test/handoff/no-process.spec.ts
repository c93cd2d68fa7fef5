import { spawnSync } from 'node:child_process'
import { expect, test } from '@jest/globals'

/** All file numbers are in use: a child that waits, one that is started, and a task. */
const program = `
  import { openSync } from 'node:fs'
  import { setTimeout } from 'node:timers/promises'
  import { ReadyChild } from './dist/handoff/child/ready-child.js'
  import { runChild, startChild } from './dist/handoff/child/run-child.js'
  const told = (error) => error.constructor.name + ' ' + error.why
  const limits = { seconds: 5, heapMegabytes: 64, residentMegabytes: 256 }
  try { for (;;) openSync('/dev/null') } catch {}
  const ready = new ReadyChild({ readyChild: true })
  ready.onApplicationBootstrap()
  await setTimeout(700)
  const found = [ready.take()]
  ready.onApplicationShutdown()
  try { startChild(limits) } catch (error) { found.push(told(error)) }
  try { await runChild({}, limits).next() } catch (error) { found.push(told(error)) }
  process.stdout.write('\\n' + found.join())
`

test('where no process can be started, the package fails and the server goes on', () => {
  const node = [process.execPath, '--input-type=module', '--eval', program]
  const { stdout, status } = spawnSync('sh', ['-c', 'ulimit -n 60 && exec "$@"', 'sh', ...node], {
    encoding: 'utf8',
    timeout: 20_000,
  })
  // Nothing runs on either: it ends by itself.
  expect([stdout.split('\n').at(-1), status]).toEqual([',ChildFailed fault,ChildFailed fault', 0])
})
