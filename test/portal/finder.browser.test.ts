import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { PHONE, portalInBrowser, visit } from '../helpers/portal.ts'

const portal = portalInBrowser()

const names = (page: Page) => page.locator('#stations h3 a').allTextContents()

describe('A citizen who looks for a station', () => {
  it.each([
    ['text', '端州 图书馆', '端州区示例清泉图书馆学雷锋志愿服务站'],
    ['pinyin', 'zhaoqingshitushuguan', '肇庆市图书馆'],
    ['initials', 'zqtsg', '肇庆市图书馆'],
    ['a landmark', '包公文化园', '包公文化园'],
    ['a name with a mistake', '肇庆市图书管', '肇庆市图书馆'],
  ])('finds it by %s', async (_how, text, name) => {
    await visit(portal, '/zh/', async (page) => {
      await page.getByRole('searchbox').fill(text)
      await page.keyboard.press('Enter')
      await page.waitForURL(/stations\?text=/)
      expect(await names(page)).toContain(name)
      expect(await page.getByRole('searchbox').inputValue()).toBe(text)
    })
  })

  it('finds water with one tap on the first screen, and gives it up with another', async () => {
    await visit(portal, '/zh/', async (page) => {
      const need = page.getByRole('link', { name: '喝水' })
      const { y, height } = (await need.boundingBox())!
      expect(y + height).toBeLessThan(844)
      await need.click()
      expect(new URL(page.url()).searchParams.getAll('amenities')).toEqual(['WATER'])
      const all = await page.locator('#stations > li').count()
      expect(all).toBeGreaterThan(5)
      expect(await page.locator('#stations > li:has-text("饮水机")').count()).toBe(all)
      await page.getByRole('link', { name: '去掉条件：饮水机' }).click()
      expect(new URL(page.url()).search).toBe('')
    })
  })

  it('does it all without script', async () => {
    const options = { ...PHONE, javaScriptEnabled: false }
    await visit(
      portal,
      '/zh/',
      async (page) => {
        await page.getByRole('link', { name: '应急药品' }).click()
        expect(await page.getByText('急救请拨').count()).toBe(1)
        await page.getByRole('searchbox').fill('端州')
        await page.locator('.finder .ask button').click()
        const search = new URL(page.url()).searchParams
        expect(search.get('text')).toBe('端州')
        expect((await names(page)).length).toBeGreaterThan(3)
        await page.locator('#stations h3 a').first().click()
        await page.getByText('发给家人').click()
        expect(await page.locator('#family').textContent()).toMatch(/地址：.*\n开放时间：.*\n/)
      },
      options,
    )
  })

  it('does it with the keyboard alone, from the first screen to the station', async () => {
    await visit(
      portal,
      '/zh/stations',
      async (page) => {
        const reach = async (fits: () => Promise<boolean>) => {
          for (let i = 0; i < 60; i++) {
            await page.keyboard.press('Tab')
            if (await fits()) return
          }
          throw new Error('The keyboard did not get there.')
        }
        const focused = (selector: string) => () =>
          page.evaluate((one) => document.activeElement?.matches(one) === true, selector)
        await reach(focused('input[type=search]'))
        await page.keyboard.type('zqtsg')
        await page.keyboard.press('Enter')
        await page.waitForURL(/text=zqtsg/)
        await reach(focused('#stations h3 a'))
        await page.keyboard.press('Enter')
        await page.waitForURL(/stations\/[^?]+$/)
        expect(await page.locator('h1').textContent()).toContain('肇庆市图书馆')
      },
      { viewport: { width: 1280, height: 900 } },
    )
  })

  it('does it in large text: switches it on, types a place, and opens the station in large text', async () => {
    await visit(portal, '/zh/', async (page) => {
      await page.getByRole('link', { name: '大字版' }).click()
      await page.waitForURL(/mode=elder/)
      await page.getByLabel('从哪里找').fill('七星岩')
      await page.keyboard.press('Enter')
      await page.waitForURL(/near=/)
      const first = page.locator('#stations h3 a').first()
      const name = await first.textContent()
      await first.click()
      await page.waitForURL(/stations\/[^?]+\?mode=elder/)
      expect(await page.locator('h1').textContent()).toContain(name)
    })
  })

  it('sees apart those of which nobody knows whether they have it', async () => {
    await visit(portal, '/zh/stations?region=441202&amenities=WATER', async (page) => {
      const unsure = page.getByRole('region', { name: /^待确认（\d+ 个）$/ })
      expect(await unsure.locator('li h3').count()).toBeGreaterThan(2)
      const [known, apart] = [await names(page), await unsure.locator('h3 a').allTextContents()]
      expect(known.filter((name) => apart.includes(name))).toEqual([])
    })
  })

  it('is told which one condition to drop when nothing fits, and what would fit then', async () => {
    await visit(portal, '/zh/stations?region=441202&text=图书馆&amenities=SEWING', async (page) => {
      expect(await names(page)).toEqual([])
      expect(await page.getByText('没有完全符合条件的站点').count()).toBe(1)
      await page.getByRole('link', { name: '去掉“针线包”' }).click()
      expect(await names(page)).toEqual(['端州区示例清泉图书馆学雷锋志愿服务站'])
    })
  })

  it('is told so too when no single condition is to blame', async () => {
    await visit(
      portal,
      '/zh/stations?region=441202&text=没有这样的地方&status=CLOSED&kind=POST',
      async (page) => {
        expect(await page.getByText('请清除条件再找').count()).toBe(1)
      },
    )
  })

  it.each([
    ['厕所', '厕所'],
    ['歇脚', '座位'],
    ['WiFi', '无线网络'],
  ])(
    'is told honestly that no register says where there is %s, and where to ask now',
    async (text, what) => {
      await visit(portal, `/zh/stations?text=${text}&near=端州区`, async (page) => {
        expect(await page.locator('#nothing').textContent()).toContain(
          `名录不登记哪里有${what}，本站不能说有，也不能说没有。`,
        )
        const shown = page.locator('#partial > li')
        expect(await shown.count()).toBe(6)
        expect(await shown.locator('.away').count()).toBe(6)
      })
    },
  )

  it('finds what is open at a time that was chosen', async () => {
    await visit(portal, '/zh/stations?openAt=2019-03-09T20:00&region=441200', async (page) => {
      expect(await page.locator('.chosen-ones').textContent()).toContain('2019年3月9日 20:00 开放')
      expect(await page.locator('input[type=datetime-local]').inputValue()).toBe('2019-03-09T20:00')
    })
  })
})

describe('The map beside the list', () => {
  const WIDE = { viewport: { width: 1280, height: 900 } }

  it('has a mark for every station of a short list, and no other', async () => {
    await visit(
      portal,
      '/zh/stations?region=441202&text=图书馆',
      async (page) => {
        await page.waitForSelector('[data-ready]')
        const items = await page.locator('#stations [data-lat]').count()
        expect(await page.locator('.map path.station').count()).toBe(items)
        expect(await page.locator('.cluster').count()).toBe(0)
      },
      WIDE,
    )
  })

  it('shows all of a long list; its clusters are buttons that say how many and open', async () => {
    await visit(
      portal,
      '/zh/stations?region=441200',
      async (page) => {
        await page.waitForSelector('[data-ready]')
        const shown = async () => {
          const counts = await page.locator('.cluster button').allTextContents()
          const alone = await page.locator('.map path.station').count()
          return counts.reduce((sum, text) => sum + Number(text), alone)
        }
        const frame = page.locator('.map')
        expect(await shown()).toBe(Number(await frame.getAttribute('data-count')))
        const cluster = page.getByRole('button', { name: /个站点，放大查看/ }).first()
        const before = Number(await cluster.textContent())
        await cluster.focus()
        await page.keyboard.press('Enter')
        await expect
          .poll(() => page.locator('#map-said').textContent())
          .toMatch(/^地图上有 \d+ 个站点$/)
        expect(await page.evaluate(() => document.activeElement?.matches('.map'))).toBe(true)
        expect(await shown()).toBeGreaterThanOrEqual(Math.min(before, 2))
      },
      WIDE,
    )
  })
})

describe.each(['441200', '441300', '440800', '140400'])('The map of %s', (region) => {
  it.each([390, 768, 1280])(
    'shows all of it at once, %i wide, no cluster upon another',
    async (width) => {
      await visit(
        portal,
        `/zh/stations?region=${region}`,
        async (page) => {
          await page.locator('.map').scrollIntoViewIfNeeded()
          await page.waitForSelector('[data-ready]')
          const { count } = await portal.hub.store.read
            .selectFrom('station')
            .innerJoin('region', 'region.id', 'station.region')
            .where('station.until', 'is', null)
            .where('region.until', 'is', null)
            .where((eb) =>
              eb.or([
                eb('region.parent', '=', `region:${region}`),
                eb('region.id', '=', `region:${region}`),
              ]),
            )
            .where('locationPrecision', 'not in', ['COUNTY', 'NONE'])
            .select((eb) => eb.fn.countAll<number>().as('count'))
            .executeTakeFirstOrThrow()
          expect(Number(await page.locator('.map').getAttribute('data-count'))).toBe(Number(count))
          const circles = await page.locator('.cluster').evaluateAll((all) =>
            all.map((one) => {
              const { x, y, width } = one.getBoundingClientRect()
              return { x: x + width / 2, y: y + width / 2, side: width }
            }),
          )
          const hidden = circles.filter((one, i) =>
            circles
              .slice(0, i)
              .some(
                (two) => Math.hypot(one.x - two.x, one.y - two.y) < (one.side + two.side) * 0.35,
              ),
          )
          expect(hidden).toEqual([])
        },
        { viewport: { width, height: 900 } },
      )
    },
  )
})

describe('The list of stations on a phone', () => {
  it('weighs at most 150 kB for the first view and 100 kB of script in all', async () => {
    const context = await portal.browser.newContext(PHONE)
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    const kinds = new Map<string, string>()
    const bytes = { all: 0, Script: 0 }
    session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type))
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      bytes.all += encodedDataLength
      if (kinds.get(requestId) === 'Script') bytes.Script += encodedDataLength
    })
    await page.goto(`${portal.serving.url}/zh/stations`)
    await page.waitForLoadState('networkidle')
    expect(bytes.all).toBeLessThan(150_000)
    await page.locator('#map').scrollIntoViewIfNeeded()
    await page.waitForSelector('[data-ready]')
    expect(bytes.Script).toBeLessThan(100_000)
    expect(bytes.Script).toBeGreaterThan(10_000)
    await context.close()
  })
})
