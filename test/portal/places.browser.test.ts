import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { PHONE, portalInBrowser, visit } from '../helpers/portal.ts'

const portal = portalInBrowser()

const title = (page: Page) => page.locator('#found').textContent()
const away = async (page: Page) =>
  (await page.locator('#stations .away').allTextContents()).map(metresOf)

function metresOf(words: string): number {
  if (words === '1 公里以内') return 0
  const [, number = '', unit] = /([\d.]+) (米|公里)/.exec(words) ?? []
  return Number(number) * (unit === '米' ? 1 : 1000)
}

describe('A citizen whose device tells no place', () => {
  it.each([
    ['a landmark', '七星岩', '离七星岩景区最近'],
    ['a street office of a district', '鼎湖区坑口', '离坑口街道最近'],
    ['a town by pinyin', 'kengkouzhen', '离坑口镇最近'],
    ['a district', '鼎湖区', '离鼎湖区最近'],
    ['a landmark with a wrong character', '七星严', '离七星岩景区最近'],
  ])('types %s on the first screen and reads the nearest first', async (_what, near, heading) => {
    await visit(portal, '/zh/', async (page) => {
      await page.getByLabel('从哪里找').fill(near)
      await page.keyboard.press('Enter')
      await page.waitForURL(/stations\?near=/)
      expect(await title(page)).toContain(heading)
      const metres = await away(page)
      expect(metres.length).toBeGreaterThan(5)
      expect(metres).toEqual([...metres].sort((a, b) => a - b))
      expect(await page.getByLabel('从哪里找').inputValue()).toBe(near)
    })
  })

  it('does it without script, with filters, page after page, and gives the place up again', async () => {
    await visit(
      portal,
      '/zh/stations',
      async (page) => {
        await page.getByLabel('从哪里找').fill('七星岩')
        await page.getByLabel('现在开放').check()
        await page.locator('.finder .ask button').click()
        expect(await title(page)).toContain('离七星岩景区最近')
        expect(new URL(page.url()).searchParams.get('openAt')).toBe('now')
        await page.getByRole('link', { name: '去掉条件：现在开放' }).click()
        const first = await away(page)
        await page.locator('a[rel=next]').click()
        const next = await away(page)
        expect(Math.min(...next)).toBeGreaterThanOrEqual(Math.max(...first))
        await page.getByRole('link', { name: '去掉条件：离七星岩景区最近' }).click()
        expect(new URL(page.url()).search).toBe('')
        expect(await page.locator('#stations .away').count()).toBe(0)
      },
      { ...PHONE, javaScriptEnabled: false },
    )
  })

  it('chooses among places of one name, and another name later means another place', async () => {
    await visit(portal, '/zh/stations?near=坑口&amenities=WATER', async (page) => {
      const choices = page.getByRole('navigation', { name: '叫“坑口”的地方不止一处' })
      expect(await choices.getByRole('link').allInnerTexts()).toEqual([
        '离坑口街道最近\n镇街 · 鼎湖区',
        '离坑口镇最近\n镇街 · 广宁县',
      ])
      await choices.getByRole('link', { name: '广宁县' }).click()
      const { searchParams } = new URL(page.url())
      expect([searchParams.get('place'), searchParams.get('amenities')]).toEqual([
        'GN-1914479',
        'WATER',
      ])
      expect(await title(page)).toContain('离坑口镇最近')
      await page.getByLabel('从哪里找').fill('七星岩')
      await page.keyboard.press('Enter')
      await page.waitForURL(/near=%E4%B8%83/)
      expect(await title(page)).toContain('离七星岩景区最近')
    })
  })

  it('is told calmly when no place is called so, and has the whole list', async () => {
    await visit(portal, '/zh/stations?near=没有这样的地方', async (page) => {
      expect(await page.locator('#from-none').textContent()).toContain(
        '没有找到叫“没有这样的地方”的地方',
      )
      expect(await title(page)).toMatch(/共 \d+ 个站点/)
      expect(await page.locator('#stations > li').count()).toBe(24)
    })
  })

  it('is offered to look from a place whose name fits no station', async () => {
    await visit(portal, '/zh/stations?text=黑排角', async (page) => {
      await page.getByRole('link', { name: '离黑排角最近' }).click()
      expect(new URL(page.url()).searchParams.has('text')).toBe(false)
      expect((await away(page)).length).toBeGreaterThan(5)
    })
  })

  it('looks from a station with an exact position, in metres', async () => {
    const { id, nameZh } = await portal.hub.store.read
      .selectFrom('station')
      .select(['id', 'nameZh'])
      .where('locationPrecision', '=', 'STREET')
      .where('until', 'is', null)
      .orderBy('id')
      .executeTakeFirstOrThrow()
    await visit(portal, `/zh/stations?near=${encodeURIComponent(nameZh)}`, async (page) => {
      const href = await page.locator('#stations h3 a').first().getAttribute('href')
      expect(`station:${href?.split('/').at(-1)}`).toBe(id)
      expect(await page.locator('#stations .away').first().textContent()).toBe('约 10 米')
    })
  })

  it('sees the place on the map beside the stations', async () => {
    await visit(portal, '/zh/stations?near=七星岩', async (page) => {
      await page.locator('.map').scrollIntoViewIfNeeded()
      await page.waitForSelector('[data-ready]')
      expect(await page.locator('.map path.start').count()).toBe(1)
      expect(await page.locator('.map path.station').count()).toBe(
        await page.locator('#stations [data-lat]').count(),
      )
      expect(await page.getByText('虚线圈是七星岩景区').count()).toBe(1)
    })
  })

  it('reads it in English and in large text', async () => {
    await visit(portal, '/en/stations?near=qixingyan&mode=elder', async (page) => {
      expect(await title(page)).toContain('Nearest to Star Lake / Seven Star Crags scenic area')
      expect(await page.locator('#from-why').textContent()).toContain('OpenStreetMap contributors')
    })
  })
})

describe('A typed place', () => {
  const get = (path: string) => fetch(`${portal.serving.url}${path}`, { redirect: 'manual' })

  it('is no secret: the page may be kept and shared, and says whence the position is known', async () => {
    const response = await get('/zh/stations?near=坑口街道')
    expect(response.headers.get('cache-control')).toContain('public')
    const html = await response.text()
    expect(html).toMatch(/地点位置：GeoNames.*CC BY 4\.0/)
    expect(html).toMatch(/<link rel="canonical"[^>]*near=/)
  })

  it('takes the place of a position, which goes from the address', async () => {
    const response = await get('/zh/stations?near=七星岩&lat=23.047&lon=112.466&amenities=WATER')
    expect([response.status, response.headers.get('cache-control')]).toEqual([303, 'no-store'])
    const to = new URL(response.headers.get('location') ?? '', portal.serving.url)
    expect([...to.searchParams.keys()]).toEqual(['near', 'amenities'])
  })

  it.each(['near=', 'place=nowhere', 'place=', `near=${'长'.repeat(300)}`, 'place=station:none'])(
    'that is none gives the plain list: %s',
    async (query) => {
      const response = await get(`/zh/stations?${query}`)
      expect(response.status).toBe(200)
      expect(await response.text()).toMatch(/共 [\d,]+ 个站点/)
    },
  )
})
