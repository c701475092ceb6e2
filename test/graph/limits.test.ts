import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Serving } from '../../server/http/serve.ts'
import { fedHub, type TestHub } from '../helpers/hub.ts'
import { serveStore } from '../helpers/server.ts'

let hub: TestHub
let serving: Serving
const reports: unknown[] = []
beforeAll(async () => {
  hub = await fedHub('sqlite')
  serving = await serveStore(hub.store, 'demo', reports)
})
afterAll(async () => {
  await serving.stop()
  await hub.close()
})

const post = (body: string, headers: Record<string, string> = {}) =>
  fetch(`${serving.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  })
const ask = async (query: string, variables = {}) => {
  const response = await post(JSON.stringify({ query, variables }))
  const { errors, data } = (await response.json()) as {
    errors?: { message: string; extensions: { code: string } }[]
    data: unknown
  }
  return {
    status: response.status,
    code: errors?.[0]?.extensions.code,
    message: errors?.[0]?.message,
    data,
  }
}

describe('a question that is too large is refused before anything is read', () => {
  it('a thousand aliases', async () => {
    const fields = Array.from({ length: 100 }, (_, i) => `a${i}: revision { number }`).join(' ')
    expect(await ask(`{ ${fields} }`)).toMatchObject({ status: 400, code: 'QUERY_TOO_COMPLEX' })
  })

  it('two hundred levels', async () => {
    const deep = `${'parent { '.repeat(200)}code${' }'.repeat(200)}`
    expect(await ask(`{ region(code: "441202") { ${deep} } }`)).toMatchObject({
      status: 400,
      code: 'QUERY_TOO_COMPLEX',
    })
  })

  it('fragments that double themselves', async () => {
    const parts = Array.from(
      { length: 60 },
      (_, i) => `fragment f${i} on Query { ...f${i + 1} ...f${i + 1} }`,
    )
    const query = `{ ...f0 } ${parts.join(' ')} fragment f60 on Query { revision { number } }`
    const begun = Date.now()
    expect((await ask(query)).status).toBe(400)
    expect(Date.now() - begun).toBeLessThan(2000)
  })

  it('ten thousand tokens', async () => {
    expect(await ask(`{ ${'revision { number } '.repeat(3000)} }`)).toMatchObject({
      status: 400,
      code: 'GRAPHQL_PARSE_FAILED',
    })
  })

  it.each([0, -1, 101, 2_147_483_647])('a page of %i', async (first) => {
    const answer = await ask('query ($first: Int) { stations(first: $first) { nodes { id } } }', {
      first,
    })
    expect(answer.code).toBe('BAD_USER_INPUT')
    expect(answer.message).toBe(`'first' must be from 1 to 100, got ${first}.`)
  })

  it('first and last at once', async () => {
    expect(await ask('{ stations(first: 2, last: 2) { nodes { id } } }')).toMatchObject({
      code: 'BAD_USER_INPUT',
    })
  })

  it.each(['x', '', 'W10', 'eyJhIjoxfQ', "' or 1=1 --"])(
    'a cursor that the list has not given: %s',
    async (after) => {
      const answer = await ask(
        'query ($after: String) { stations(after: $after) { nodes { id } } }',
        { after },
      )
      expect(answer.code).toBe('INVALID_CURSOR')
    },
  )
})

describe('what cannot be answered is said in JSON, and says nothing of the inside', () => {
  it('a body that is no JSON', async () => {
    const response = await post('{"query": ')
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'BAD_REQUEST' } }],
    })
  })

  it('a body that is too large', async () => {
    const response = await post(
      JSON.stringify({ query: `{ revision { number } } #${'x'.repeat(400_000)}` }),
    )
    expect(response.status).toBe(413)
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'PAYLOAD_TOO_LARGE' } }],
    })
  })

  it('a batch', async () => {
    expect((await post('[{"query":"{ revision { number } }"}]')).status).toBe(400)
  })

  it('a form from another site', async () => {
    const response = await post('query={revision{number}}', {
      'content-type': 'application/x-www-form-urlencoded',
    })
    expect(response.status).toBe(400)
  })

  it('an unknown id is null, also one of another type', async () => {
    const query =
      '{ a: node(id: "station:none") { id } b: node(id: "constructor:x") { id } c: station(id: "region:441202") { id } d: region(code: "999999") { id } }'
    expect((await ask(query)).data).toEqual({ a: null, b: null, c: null, d: null })
  })

  it('an unexpected error: one plain sentence outside, the whole of it for the office', async () => {
    await hub.store.write.schema.alterTable('media').renameTo('media_gone').execute()
    const query = '{ campaign(id: "campaign:ZQ-2019-MONTH") { media { nodes { id } } } }'
    const answer = await ask(query)
    await hub.store.write.schema.alterTable('media_gone').renameTo('media').execute()
    expect(answer.code).toBe('INTERNAL_SERVER_ERROR')
    expect(answer.message).toBe(
      'Something went wrong inside the hub. The office has been told; please try again later.',
    )
    expect(String(reports.at(-1))).toContain('media')
  })

  it('a revision above the newest', async () => {
    expect(await ask('{ at(revision: 99999) { regions { totalCount } } }')).toMatchObject({
      code: 'BAD_USER_INPUT',
    })
  })

  it('revision 0 is the empty hub', async () => {
    const { data } = await ask(
      '{ at(revision: 0) { revision { number } stations { totalCount } } }',
    )
    expect(data).toEqual({ at: { revision: { number: 0 }, stations: { totalCount: 0 } } })
  })
})

describe('the graph in a browser', () => {
  it('is an explorer that fetches nothing from elsewhere', async () => {
    const response = await fetch(`${serving.url}/graphql`, { headers: { accept: 'text/html' } })
    const page = await response.text()
    expect(response.headers.get('content-type')).toContain('text/html')
    expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//)
  })
})
