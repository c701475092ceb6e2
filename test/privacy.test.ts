import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { datasets } from '../schema/terms/datasets.ts'
import { readManifest, readSeed } from '../server/cli/seeds.ts'
import type { Serving } from '../server/http/serve.ts'
import { readBytes } from '../server/intake/readers/read.ts'
import { cellAt, position } from '../server/intake/sheet.ts'
import { fileOf } from '../server/store/open.ts'
import { fedHub, type TestHub } from './helpers/hub.ts'
import { serveStore } from './helpers/server.ts'

// I7: the private cells of the pantry hold invented names and 1380013xxxx numbers. They are nowhere.

const MOBILE = /(?<!\d)1380013\d{4}(?!\d)/
const PRIVATE = /^(?:联系人|联系电话|站点负责人|负责人电话|项目负责人)$/

let hub: TestHub
let serving: Serving
let names: Set<string>
beforeAll(async () => {
  hub = await fedHub('sqlite')
  serving = await serveStore(hub.store)
  names = await privateNames()
})
afterAll(async () => {
  await serving.stop()
  await hub.close()
})

/** Every name in a private cell of the pantry: in a column of contacts, in the box of a card, after 联系人：, in deeds. */
async function privateNames(): Promise<Set<string>> {
  const found = new Set<string>()
  for (const seed of (await readManifest()).filter((one) => !one.real)) {
    const result = await readBytes(await readSeed(seed), seed.file)
    if (!('book' in result)) continue
    for (const text of result.book.paragraphs ?? []) {
      const named = /(?:联系人[:：]\s*|志愿者)([\u4e00-\u9fff][示样范][例演范])/.exec(text)
      if (named) found.add(named[1] as string)
    }
    for (const sheet of result.book.sheets) {
      const columns = new Set<string>()
      for (const [address, cell] of Object.entries(sheet.cells)) {
        const [, column = ''] = /^([A-Z]+)\d+$/.exec(address) ?? []
        if (PRIVATE.test(cell.text)) columns.add(column)
        if (cell.text === '志愿服务组织负责人姓名') {
          const { row, column: index } = position(address)
          found.add(cellAt(sheet, row, index + 1)?.text as string)
        }
        const footer = /^联系人[:：]\s*(\S{2,4})$/.exec(cell.text)
        if (footer) found.add(footer[1] as string)
        else if (
          columns.has(column) &&
          /^[\u4e00-\u9fff]{2,4}$/.test(cell.text) &&
          !PRIVATE.test(cell.text)
        )
          found.add(cell.text)
      }
    }
  }
  return found
}

function leaks(text: string): string[] {
  const mobiles = MOBILE.exec(text)?.slice(0, 1) ?? []
  return [...mobiles, ...[...names].filter((name) => text.includes(name))]
}

/** The beginning of a text that a short form was made from, sign by sign. */
function unshortened(short: string, text: string): string {
  let from = 0
  for (const sign of short) {
    const found = text.indexOf(sign, from)
    if (found < 0) return `${short} is not of this text`
    from = found + sign.length
  }
  return text.slice(0, from)
}

describe('what stands in private cells', () => {
  it('is there to be found', () => {
    expect(names.size).toBeGreaterThan(20)
  })

  it('is in no table of the database, nor anywhere else in its file', async () => {
    // a short form leaves 镇 out of 回龙镇示例: what it is made from is searched instead
    const forms = await hub.store.read.selectFrom('search').select(['text', 'short']).execute()
    expect(forms.filter(({ text, short }) => !text.startsWith(unshortened(short, text)))).toEqual(
      [],
    )
    const copy = await fedHub('sqlite')
    await copy.store.write.updateTable('search').set({ short: '' }).execute()
    await sql`vacuum`.execute(copy.store.write)
    await sql`pragma wal_checkpoint(truncate)`.execute(copy.store.write)
    const bytes = readFileSync(fileOf(copy.url) as string)
    await copy.close()
    expect(leaks(bytes.toString('utf8'))).toEqual([])
  })

  it('is in no download', async () => {
    for (const name of Object.keys(datasets)) {
      expect(leaks(await (await fetch(`${serving.url}/data/${name}.csv`)).text())).toEqual([])
    }
  })

  it('is in no change, finding or history of the graph', async () => {
    let after: string | null = null
    do {
      const query = `query ($after: String) { changes(since: 0, first: 100, after: $after) {
        nodes { before after } pageInfo { hasNextPage endCursor } } }`
      const response: Response = await fetch(`${serving.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables: { after } }),
      })
      const text = await response.text()
      expect(leaks(text)).toEqual([])
      const { pageInfo } = JSON.parse(text).data.changes
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null
    } while (after !== null)
  })

  it('is on no page', async () => {
    const seen = new Set<string>()
    const queue = ['/zh/', '/en/']
    for (let path = queue.shift(); path !== undefined && seen.size < 250; path = queue.shift()) {
      if (seen.has(path)) continue
      seen.add(path)
      const page = await fetch(`${serving.url}${path}`)
      expect(page.status, path).toBe(200)
      const text = await page.text()
      expect(leaks(text), path).toEqual([])
      for (const [, link] of text.matchAll(/href="(\/(?:zh|en)\/[^"#]*)"/g)) {
        if (link !== undefined && !seen.has(link)) queue.push(link.replaceAll('&amp;', '&'))
      }
    }
    expect(seen.size).toBeGreaterThan(100)
  }, 120_000)
})

it('the policy documents hold no contact', async () => {
  for (const key of ['Z17', 'H17', 'C21', 'Z19', 'ZJ16']) {
    const text = await readFile(
      new URL(`../seeds/real/policies/${key}.json`, import.meta.url),
      'utf8',
    )
    expect(text).not.toMatch(/1[3-9]\d{9}|0\d{2,3}-\d{7,8}|@/)
  }
})
