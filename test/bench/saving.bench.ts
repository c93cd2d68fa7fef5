import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startPostgres } from '../../src/platform/postgres/start-postgres.js'
import { Client } from '../support/client.js'
import { lessIsBetter, moreIsBetter, percentile, type Row } from './row.js'

const clerks = 20
const seconds = 8
const question = 'wohnform'
const choices = ['miete', 'untermiete', 'nutzungsrecht', 'heim']

/** 20 clerks save answers at once and get the checklist back; beside it, a bare transaction on the same database. */
export async function savingRows(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lotse-bench-'))
  const postgres = await startPostgres(join(folder, 'data'))
  const port = await freePort()
  const server = await startServer({ port, folder, databaseUrl: postgres.url })
  try {
    const ours = await timesOf(await desks(`http://127.0.0.1:${port}`))
    const bare = await bareTimes(postgres.url)
    const name = `save an answer, get the checklist back, ${clerks} clerks · bare transaction`
    return [
      lessIsBetter(`${name}, p50`, percentile(ours, 0.5), percentile(bare, 0.5), 'ms'),
      lessIsBetter(`${name}, p99`, percentile(ours, 0.99), percentile(bare, 0.99), 'ms'),
      moreIsBetter(name, ours.length / seconds, bare.length / seconds, 'per s'),
    ]
  } finally {
    server.kill('SIGTERM')
    await new Promise((resolve) => server.once('exit', resolve))
    await postgres.stop()
    rmSync(folder, { recursive: true })
  }
}

type Work = () => Promise<unknown>

/** Each clerk with a case of their own; the work is one saved answer. */
async function desks(url: string): Promise<Work[]> {
  const all: Work[] = []
  for (let clerk = 0; clerk < clerks; clerk++) {
    const client = new Client(url)
    await client.signIn('j.pruess')
    const opened = await client.api('POST', '/api/case-files', { service: 'wohngeld' })
    const { id } = opened.json<{ caseFile: { id: string } }>().caseFile
    const rows = new ShownRows()
    rows.take((await client.get(`/vorgaenge/${id}`)).text)
    let revision = '0'
    let turn = clerk
    all.push(async () => {
      const antwort = choices[turn++ % choices.length]!
      const fields = { antwort, revision }
      const reply = await client.post(`/vorgaenge/${id}/fragen/${question}`, fields, {
        'hx-request': 'true',
        'lotse-stand': rows.header,
      })
      if (reply.status !== 200) throw new Error(`An answer was not saved: ${reply.status}`)
      rows.take(reply.text)
      revision = revisionIn(reply.text)
    })
  }
  return all
}

/** Which rows of the checklist a browser shows, as it tells the server, so that only changed ones are sent. */
class ShownRows {
  private readonly stamps = new Map<string, string>()

  take(html: string): void {
    for (const [tag] of html.matchAll(/<[a-z]+ [^>]*data-stand="[^>]*>/g)) {
      const id = / id="([^"]*)"/.exec(tag)?.[1]
      if (id !== undefined) this.stamps.set(id, / data-stand="([^"]*)"/.exec(tag)![1]!)
    }
  }

  get header(): string {
    const { checkliste = '', ...rows } = Object.fromEntries(this.stamps)
    return [checkliste, ...Object.entries(rows).map(([id, stamp]) => `${id}=${stamp}`)].join(';')
  }
}

/** The case's version after the change is the field's revision; the page shows it where the field can be changed. */
function revisionIn(html: string): string {
  const at = html.indexOf(`/fragen/${question}"`)
  return /name="revision" value="(\d+)"/.exec(html.slice(at))?.[1] ?? '0'
}

/** Lets all work at once until the time is over; the time of every piece of work in milliseconds. */
async function timesOf(works: readonly Work[]): Promise<number[]> {
  await Promise.all(works.map((work) => work()))
  const times: number[] = []
  const end = performance.now() + seconds * 1000
  const repeat = async (work: Work) => {
    while (performance.now() < end) {
      const start = performance.now()
      await work()
      times.push(performance.now() - start)
    }
  }
  await Promise.all(works.map(repeat))
  return times
}

/** What no program could save: lock a row, change its JSON, add a row, commit. */
async function bareTimes(databaseUrl: string): Promise<number[]> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: clerks })
  await pool.query(
    'create table bare (id int primary key, answers jsonb not null); create table bare_log (at timestamptz)',
  )
  await pool.query(`insert into bare select n, '{}' from generate_series(1, ${clerks}) n`)
  const works = Array.from({ length: clerks }, (_, n) => () => bareTransaction(pool, n + 1))
  const times = await timesOf(works)
  await pool.end()
  return times
}

async function bareTransaction(pool: pg.Pool, id: number): Promise<void> {
  const client = await pool.connect()
  await client.query('begin')
  await client.query('select answers from bare where id = $1 for update', [id])
  await client.query('update bare set answers = $2 where id = $1', [
    id,
    JSON.stringify({ wohnform: Math.random() }),
  ])
  await client.query('insert into bare_log values (now())')
  await client.query('commit')
  client.release()
}

function startServer({
  port,
  folder,
  databaseUrl,
}: {
  port: number
  folder: string
  databaseUrl: string
}): Promise<ChildProcess> {
  const server = spawn(process.execPath, ['dist/main.js'], {
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIR: join(folder, 'files'),
      DATABASE_URL: databaseUrl,
      LOG_LEVEL: 'silent',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    server.once('exit', (code) => reject(new Error(`The server ended with ${code}.`)))
    server.stdout.once('data', () => resolve(server))
  })
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => probe.once('listening', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}
