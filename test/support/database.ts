import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { createApp } from '../../src/create-app.js'
import { fillIfEmpty } from '../../src/fill-if-empty.js'
import { testConfig } from './config.js'

const server = process.env['LOTSE_TEST_SERVER'] ?? process.env['DATABASE_URL']!
const prefix = `lotse_${process.env['LOTSE_TEST_RUN']}`
const template = `${prefix}_template`

export interface TestDatabase {
  readonly url: string
  /** For looking at rows, and for doing what the program never would. */
  readonly query: <T extends pg.QueryResultRow>(sql: string, values?: unknown[]) => Promise<T[]>
  readonly drop: () => Promise<void>
}

/** A database of one's own on the shared server: tables up to date, demonstration loaded. */
export async function startDatabase(): Promise<TestDatabase> {
  await ensureTemplate()
  const name = `${prefix}_${randomBytes(4).toString('hex')}`
  await atServer((client) => client.query(`create database ${name} template ${template}`))
  return connectTo(name)
}

/** A database with nothing in it. */
export async function startEmptyDatabase(): Promise<TestDatabase> {
  const name = `${prefix}_${randomBytes(4).toString('hex')}`
  await atServer((client) => client.query(`create database ${name}`))
  return connectTo(name)
}

function connectTo(name: string): TestDatabase {
  const url = urlOf(name)
  const pool = new pg.Pool({ connectionString: url, max: 2 })
  pool.on('error', () => undefined)
  return {
    url,
    query: async <T extends pg.QueryResultRow>(sql: string, values: unknown[] = []) =>
      (await pool.query<T>(sql, values)).rows,
    drop: async () => {
      await pool.end()
      await atServer((client) => client.query(`drop database ${name} with (force)`))
    },
  }
}

/** Whoever comes first makes it; the others wait at the lock and find it. */
async function ensureTemplate(): Promise<void> {
  await atServer(async (client) => {
    await client.query('select pg_advisory_lock(4711)')
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [template])
    if (rowCount !== 0) return
    // One that could not be finished is in the way of all that come after, and would hide why.
    await client.query(`drop database if exists ${template}_new with (force)`)
    await client.query(`create database ${template}_new`)
    const { config, remove } = testConfig(urlOf(`${template}_new`))
    const app = await createApp(config)
    await fillIfEmpty(app, config)
    await app.close()
    remove()
    await client.query(`alter database ${template}_new rename to ${template}`)
  })
}

async function atServer<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function urlOf(name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}
