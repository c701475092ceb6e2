import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Serving } from '../../server/http/serve.ts'
import { closeReaders } from '../../server/intake/readers/child.ts'
import { firstBreak, readAudit } from '../../server/records/audit.ts'
import { createKey, listKeys, revokeKey } from '../../server/records/key.ts'
import { newestRevision } from '../../server/records/revision.ts'
import { filledForm, PERIODS } from '../helpers/forms.ts'
import { ENGINES, fedHub, NOW as TEST_NOW, type TestHub } from '../helpers/hub.ts'
import { serveStore } from '../helpers/server.ts'

const NOW = new Date(TEST_NOW)
const OFFICE = 'organization:ZQ-0003'
const NAME = '肇庆开放大学'

describe.each(ENGINES)('PUT /submissions on %s', (engine) => {
  let hub: TestHub
  let serving: Serving
  let key: string
  let id: string
  beforeAll(async () => {
    hub = await fedHub(engine)
    serving = await serveStore(hub.store)
    const wanted = { holder: NAME, scopes: ['submit'], offices: [OFFICE], days: 30 }
    const made = await createKey(hub.store.write, wanted, NOW)
    key = made.key
    id = made.id
  })
  afterAll(async () => {
    await serving.stop()
    await hub.close()
    await closeReaders()
  })

  const put = (bytes: Uint8Array, query = '?name=统计表.xlsx', bearer: string | null = key) =>
    fetch(`${serving.url}/submissions${query}`, {
      method: 'PUT',
      body: new Uint8Array(bytes),
      headers: bearer === null ? {} : { authorization: `Bearer ${bearer}` },
    })
  const form = (reporter: string, personTimes: string | number, period: string = PERIODS.W1) =>
    filledForm({ reporter, period, rows: [{ name: '示例清洁家园（示例队）', personTimes }] })
  const revision = async () => (await newestRevision(hub.store.read)).number

  it('without a key, with a mistyped or a made-up one, is refused and changes nothing', async () => {
    const before = await revision()
    const bytes = await form(NAME, 20)
    for (const bearer of [null, `${key.slice(0, -1)}x`, 'linzhan_live_x']) {
      const answer = await put(bytes, '', bearer)
      expect(answer.status).toBe(401)
      expect(answer.headers.get('www-authenticate')).toBe('Bearer')
      expect((await answer.json()).errors[0].extensions.code).toBe('UNAUTHENTICATED')
    }
    expect((await put(bytes, `?key=${key}`, null)).status).toBe(401)
    expect(await revision()).toBe(before)
  })

  it('a check says what is wrong and changes nothing', async () => {
    const before = await revision()
    const answer = await put(await form(NAME, '若干'), '?name=统计表.xlsx&check=1')
    expect(answer.status).toBe(200)
    const { files, differences } = await answer.json()
    expect(files[0]).toMatchObject({ verdict: 'NEEDS_CORRECTION', number: null })
    expect(files[0].forms[0].findings.map((one: { code: string }) => one.code)).toContain('E_VAGUE')
    expect(differences).toEqual([[]])
    expect(await revision()).toBe(before)
  })

  it('a check may answer the file itself, marked', async () => {
    const answer = await put(await form(NAME, '若干'), '?name=统计表.xlsx&check=marked')
    expect(answer.status).toBe(200)
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(bytes.subarray(0, 2).toString()).toBe('PK')
  })

  it('K01: a good form is filed with its receipt; the same bytes are known again', async () => {
    const bytes = await form(NAME, 20)
    const first = await put(bytes)
    expect(first.status).toBe(201)
    const { files } = await first.json()
    expect(files[0]).toMatchObject({
      verdict: 'ACCEPTED',
      number: expect.any(Number),
      forms: [
        {
          reporter: { organization: OFFICE },
          receipt: {
            number: expect.any(Number),
            submission: expect.stringMatching(/^submission:/),
            due: '2019-03-08T15:59:59.000Z',
            daysLate: expect.any(Number),
            revision: await revision(),
            alreadyFiled: false,
          },
        },
      ],
    })
    const again = await put(bytes)
    expect(again.status).toBe(200)
    const repeated = (await again.json()).files[0]
    expect(repeated.number).toBe(files[0].number)
    expect(repeated.forms[0].receipt).toMatchObject({ alreadyFiled: true })
  })

  it('a correction is shown figure by figure before it is sent', async () => {
    const answer = await put(await form(NAME, 25), '?name=统计表.xlsx&check=1')
    expect((await answer.json()).differences).toEqual([
      [{ activity: '示例清洁家园', measure: 'VOLUNTEER_PERSON_TIMES', before: 20, after: 25 }],
    ])
  })

  it('a form of another office is kept, claims nothing and waits for the desk', async () => {
    const answer = await put(await form('共青团肇庆市端州区委员会', 9999, PERIODS.FINAL))
    const [file] = (await answer.json()).files
    expect(file.forms[0].findings.map((one: { code: string }) => one.code)).toContain(
      'W_ORG_UNKNOWN',
    )
    const claims = await hub.store.read
      .selectFrom('claim')
      .selectAll()
      .where('submission', '=', file.forms[0].receipt.submission)
      .execute()
    expect(claims).toEqual([])
  })

  it('a file that cannot be read gets a receipt and raises no revision', async () => {
    const before = await revision()
    const answer = await put(Buffer.from('%PDF-1.7 scan'), '?name=扫描件.pdf')
    expect(answer.status).toBe(422)
    const [file] = (await answer.json()).files
    expect(file).toMatchObject({ verdict: 'REJECTED', number: expect.any(Number) })
    expect(await revision()).toBe(before)
  })

  it('a revoked key is refused at once; keys are kept as hashes and named by prefix only', async () => {
    const [kept] = await listKeys(hub.store.read)
    expect(JSON.stringify(kept)).not.toContain(key)
    await revokeKey(hub.store.write, id, NOW)
    expect((await put(await form(NAME, 30))).status).toBe(401)
  })

  it('a holder has two live keys at the most', async () => {
    const wanted = { holder: '甲', scopes: ['submit'], offices: [OFFICE], days: 1 }
    await createKey(hub.store.write, wanted, NOW)
    await createKey(hub.store.write, wanted, NOW)
    await expect(createKey(hub.store.write, wanted, NOW)).rejects.toThrow('has 2 live keys already')
    const later = new Date(NOW.getTime() + 2 * 86_400_000)
    await expect(createKey(hub.store.write, wanted, later)).resolves.toBeTruthy()
  })

  it('every filing and refusal stands in a log whose chain shows any change', async () => {
    const lines = await readAudit(hub.store.read)
    expect(lines.map((line) => line.action)).toContain('refuse')
    expect(firstBreak(lines)).toBeNull()
    const changed = lines.map((line) => (line.number === 3 ? { ...line, actor: '乙' } : line))
    expect(firstBreak(changed)).toBe(3)
    expect(firstBreak(lines.filter((line) => line.number !== 5))).toBe(5)
  })
})
