import pg from 'pg'

/** The moment at which the tests live unless they say otherwise. */
export const NOW = '2019-04-10T01:00:00.000Z'

/** One statement outside any database of the tests, such as making or dropping one. */
export async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client(`${server}/postgres`)
  await client.connect()
  await client.query(statement)
  await client.end()
}
