import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

declare module 'vitest' {
  export interface ProvidedContext {
    /** URL of the test run's PostgreSQL, as its superuser. */
    postgresUrl: string
  }
}

/** An empty database in the PostgreSQL of the test run; with it go the roles that were named after it. */
export class OwnDatabase implements AsyncDisposable {
  readonly url: string
  readonly name: string

  private constructor(name: string) {
    const url = new URL(inject('postgresUrl'))
    url.pathname = `/${name}`
    this.url = url.href
    this.name = name
  }

  static async create(): Promise<OwnDatabase> {
    const name = `t${randomBytes(6).toString('hex')}`
    await asSuperuser(client => client.query(`create database ${name}`))
    return new OwnDatabase(name)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await asSuperuser(async client => {
      await client.query(`drop database if exists ${this.name} with (force)`)
      const { rows } = await client.query<{ role: string }>(
        'select quote_ident(rolname) as role from pg_roles where starts_with(rolname, $1)',
        [`${this.name}_`],
      )
      for (const { role } of rows) await client.query(`drop role if exists ${role}`)
    })
  }
}

async function asSuperuser(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
