import type { Actor } from '../../src/cooperation/actor.js'

export interface Reply {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** The body read as JSON. */
  readonly json: <T>() => T
}

export const demonstrationPassword = 'nur-zur-vorfuehrung'

/** A browser without a window: keeps cookies and the token, follows nothing by itself. */
export class Client {
  private readonly cookies = new Map<string, string>()
  csrfToken = ''

  constructor(private readonly url: string) {}

  get(path: string, headers: Record<string, string> = {}): Promise<Reply> {
    return this.send('GET', path, { headers: { accept: 'text/html', ...headers } })
  }

  /** Sends a form as a page does, with the token. */
  post(
    path: string,
    fields: Readonly<Record<string, string>> = {},
    headers: Record<string, string> = {},
  ): Promise<Reply> {
    const body = new URLSearchParams({ _csrf: this.csrfToken, ...fields })
    return this.send('POST', path, { body, headers: { accept: 'text/html', ...headers } })
  }

  /** Sends a form with files, the token first. */
  upload(
    path: string,
    files: Readonly<Record<string, File>>,
    fields: Readonly<Record<string, string>> = {},
  ): Promise<Reply> {
    const body = new FormData()
    for (const [name, value] of Object.entries({ _csrf: this.csrfToken, ...fields })) body.append(name, value)
    for (const [name, file] of Object.entries(files)) body.append(name, file)
    return this.send('POST', path, { body, headers: { accept: 'text/html' } })
  }

  /** Talks to the API, with the token. */
  api(method: string, path: string, json?: unknown, headers: Record<string, string> = {}): Promise<Reply> {
    const body = json === undefined ? {} : { body: JSON.stringify(json) }
    const type = json === undefined ? {} : { 'content-type': 'application/json' }
    return this.send(method, path, {
      ...body,
      headers: { ...type, 'x-csrf-token': this.csrfToken, ...headers },
    })
  }

  async signIn(signInName: string, password = demonstrationPassword): Promise<Actor> {
    const reply = await this.api('POST', '/api/session', { signInName, password })
    if (reply.status !== 200)
      throw new Error(`Sign-in of ${signInName} failed: ${reply.status} ${reply.text}`)
    const { actor, csrfToken } = reply.json<{ actor: Actor; csrfToken: string }>()
    this.csrfToken = csrfToken
    return actor
  }

  /** `name=value; …`, for a browser that goes on in this session. */
  get cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  set cookieHeader(header: string) {
    this.cookies.clear()
    for (const pair of header.split('; ').filter(Boolean)) this.keep(pair)
  }

  private async send(method: string, path: string, init: RequestInit): Promise<Reply> {
    const headers = { ...(init.headers as Record<string, string>), cookie: this.cookieHeader }
    const response = await fetch(this.url + path, { ...init, method, headers, redirect: 'manual' })
    response.headers.getSetCookie().forEach((cookie) => this.keep(cookie.split(';')[0]!))
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, json: <T>() => JSON.parse(text) as T }
  }

  private keep(pair: string): void {
    const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]
    if (value === '') this.cookies.delete(name)
    else this.cookies.set(name, value)
  }
}

/** A client signed in as someone of the demonstration. */
export async function signIn({ url }: { readonly url: string }, signInName: string): Promise<Client> {
  const client = new Client(url)
  await client.signIn(signInName)
  return client
}
