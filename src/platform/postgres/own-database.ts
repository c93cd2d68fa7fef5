import { Client } from 'pg'
import { StartFailure } from '../start-failure.js'

const database = 'verwaltungslotse'
const role = 'lotse'
/** The server that comes along listens on this machine alone. */
export const host = '127.0.0.1'

/** With the account that owns the program's database and nothing else. */
export const programUrl = (password: string, port: number): string => urlOf(role, password, port, database)

/** With the account that owns the whole server. */
export const adminUrl = (password: string, port: number): string =>
  urlOf('postgres', password, port, 'postgres')

const urlOf = (user: string, password: string, port: number, name: string): string =>
  `postgres://${user}:${password}@${host}:${port}/${name}`

/** Whether the server takes connections. @throws StartFailure if it does not know the password */
export async function answers(port: number, password: string): Promise<boolean> {
  try {
    await query(port, password, 'select 1')
    return true
  } catch (error) {
    if ((error as { code?: string }).code === '28P01')
      throw new StartFailure('Das Kennwort in postgres-password passt nicht zu den Daten im selben Ordner.')
    return false
  }
}

/** Makes the database of the program, and the account that owns it, where they are not there yet. */
export async function ensureDatabase(port: number, password: string): Promise<void> {
  const roles = await query(port, password, `select 1 from pg_roles where rolname = '${role}'`)
  if (roles.length === 0) await query(port, password, `create role ${role} login password '${password}'`)
  const databases = await query(port, password, `select 1 from pg_database where datname = '${database}'`)
  if (databases.length === 0) await query(port, password, `create database ${database} owner ${role}`)
}

async function query(port: number, password: string, sql: string): Promise<unknown[]> {
  const client = new Client({
    connectionString: adminUrl(password, port),
    connectionTimeoutMillis: 5_000,
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return (await client.query(sql)).rows
  } finally {
    await client.end().catch(() => undefined)
  }
}
