import AxeBuilder from '@axe-core/playwright'
import { describe, expect, it } from 'vitest'
import { portalInBrowser } from '../helpers/portal.ts'

const portal = portalInBrowser()

const PAGES = [
  '',
  'stations',
  'stations/441202-0001',
  'organizations',
  'organizations/ZQ-0001',
  'projects',
  'campaigns',
  'campaigns/ZQ-2019-MONTH',
  'campaigns/HZ-2017-REVIEW',
  'campaigns/ZQ-2019-MONTH?compare=HZ-2017-REVIEW',
  'campaigns/ZQ-2019-MONTH?compare=441202&with=441203',
  'campaigns/ZQ-2019-MONTH/reconciliation',
  'indicators',
  'figures/INDICATOR_VALUE~indicator~ZJ16-02~region~440800~from~2017-01-01~to~2017-12-31',
  'campaigns/ZQ-2019-MONTH/figures/VOLUNTEER_PERSON_TIMES?revision=120',
  'campaigns/ZQ-2019-MONTH/figures/BENEFICIARY_PERSON_TIMES~region~441203~audience~A08',
  'figures/SERVICE_HOURS~region~441202',
  'corrections',
  'submissions/4efd08770130-1',
  'documents/Z19',
  'regions/441202',
  'regions/140400/standard',
  'stations?near=坑口',
  'stations?text=厕所',
  'data',
  'forms',
  'submit',
  'desk',
  'calendar',
  'about',
  'privacy',
  'accessibility',
]

describe.each(['zh', 'en'])('the pages in %s', (lang) => {
  it.each(PAGES)(
    '/%s can be read by everyone, fetches nothing from elsewhere and says what is demonstration data',
    async (path) => {
      const context = await portal.browser.newContext({ viewport: { width: 390, height: 844 } })
      const page = await context.newPage()
      const elsewhere: string[] = []
      const errors: string[] = []
      page.on('request', (request) => {
        if (!request.url().startsWith(portal.serving.url) && !request.url().startsWith('data:'))
          elsewhere.push(request.url())
      })
      page.on('pageerror', (error) => errors.push(error.message))
      page.on('console', (line) => line.type() === 'error' && errors.push(line.text()))

      const response = await page.goto(`${portal.serving.url}/${lang}/${path}`)
      expect(response?.status()).toBe(200)
      expect(await page.locator('html').getAttribute('lang')).toBe(lang === 'zh' ? 'zh-CN' : 'en')
      expect(await page.locator('h1').count()).toBe(1)
      expect(await page.locator('body').textContent()).toContain(
        lang === 'zh' ? '演示数据' : 'emonstration data',
      )
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth > window.innerWidth,
      )
      expect(wide).toBe(false)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`)).toEqual([])
      expect(elsewhere).toEqual([])
      expect(errors).toEqual([])
      await context.close()
    },
  )
})

describe('without script', () => {
  it('stations are a list with filters that work', async () => {
    const context = await portal.browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${portal.serving.url}/zh/stations`)
    await page.selectOption('select[name=region]', '441202')
    await page.locator('form:has(select[name=region]) button[type=submit]').first().click()
    expect(new URL(page.url()).searchParams.get('region')).toBe('441202')
    const links = await page.locator('main a[href*="/zh/stations/441202-"]').count()
    expect(links).toBeGreaterThan(5)
    await context.close()
  })

  it('a campaign shows its figures with who has not reported', async () => {
    const context = await portal.browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${portal.serving.url}/zh/campaigns/ZQ-2019-MONTH`)
    const text = await page.locator('main').textContent()
    expect(text).toContain('肇庆开放大学')
    expect(text).toContain('未归类')
    expect(text).toContain('不公布')
    await context.close()
  })
})

describe('charts', () => {
  it('stand in a figure with what they say, a drawing, a table, and files of their own', async () => {
    const page = await portal.browser.newPage()
    await page.goto(`${portal.serving.url}/zh/campaigns/ZQ-2019-MONTH`)
    const charts = await page.locator('main figure.chart').all()
    expect(charts).toHaveLength(4)
    for (const chart of charts) {
      expect(await chart.locator('svg').count()).toBeGreaterThan(0)
      expect(await chart.locator('table').count()).toBe(1)
      expect(await chart.locator('a[href*="statistics.csv"]').count()).toBe(1)
    }
    const map = page.locator('figure.chart svg[aria-label*="地图"]')
    expect(await map.locator('text', { hasText: '端州区' }).count()).toBe(1)
    await page.close()
  })

  it('have an address of their own, and say there too that they are demonstration data', async () => {
    for (const chart of ['regions', 'map', 'groups', 'weeks']) {
      const url = `${portal.serving.url}/en/campaigns/ZQ-2019-MONTH/charts/${chart}.svg`
      const answer = await fetch(url)
      expect(answer.headers.get('content-type')).toContain('image/svg+xml')
      expect(await answer.text()).toMatch(/^<svg [\s\S]*\(demo\)[\s\S]*<\/svg>$/)
    }
    const unknown = await fetch(`${portal.serving.url}/en/campaigns/ZQ-2019-MONTH/charts/pie.svg`)
    expect(unknown.status).toBe(404)
  })

  it('may be framed by others, and nothing else may', async () => {
    const policy = async (path: string) => {
      const { headers } = await fetch(`${portal.serving.url}${path}`)
      return [headers.get('content-security-policy'), headers.get('x-frame-options')] as const
    }
    const [embedded, old] = await policy('/zh/embed/campaigns/ZQ-2019-MONTH/weeks')
    expect(embedded).toContain('frame-ancestors *')
    expect(old).toBe(null)
    expect((await policy('/zh/campaigns/ZQ-2019-MONTH'))[0]).toContain("frame-ancestors 'none'")
  })
})

describe('what does not close', () => {
  it('is told with both numbers and leads to the cell', async () => {
    const page = await portal.browser.newPage()
    await page.goto(`${portal.serving.url}/zh/campaigns/HZ-2017-REVIEW/reconciliation`)
    const row = page.locator('tr', { hasText: '惠阳区示例志愿者联合会' })
    expect(await row.textContent()).toMatch(/128.*107.*-21.*E9/)
    await row.locator('td.cell a').click()
    expect(page.url()).toContain('/zh/submissions/')
    await page.close()
  })
})

describe('an indicator', () => {
  it('says whether its target is met, and that nothing is known where nobody reported', async () => {
    const page = await portal.browser.newPage()
    await page.goto(`${portal.serving.url}/zh/indicators`)
    const said = async (id: string) => (await page.locator(`[id="${id}"]`).textContent()) ?? ''
    expect(await said('ZJ16-02')).toMatch(
      /≥ 20%.*2017年12月31日.*20\.55%.*达到.*312,400 ÷ 1,520,000/,
    )
    expect(await said('ZJ16-04')).toContain('未达到')
    expect(await said('ZJ16-08')).toContain('调查1,200人，2017年11月18日')
    expect(await said('ZJ16-06')).toContain('4个区每区5个，合计只有20个，达不到全市30个')
    expect(await said('Z19-G2b')).toContain('不详')
    await page.close()
  })
})

describe('a number', () => {
  it('is two clicks from the cell of a form, also without script', async () => {
    const context = await portal.browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${portal.serving.url}/zh/campaigns/ZQ-2019-MONTH`)
    const numbers = await page.locator('#figures .big a').all()
    const values = await Promise.all(numbers.map(async (one) => numberIn(await one.textContent())))
    expect(Math.max(...values)).toBe(859_200)
    await numbers[values.indexOf(859_200)]?.click()
    expect(await page.locator('h1').textContent()).toContain('投入资金')
    const [row] = await page.locator('#cells tbody tr').all()
    const [, cell = ''] = /!([A-Z]+\d+)/.exec((await row?.textContent()) ?? '') ?? []
    expect(cell).not.toBe('')
    await row?.locator('a').click()
    expect(page.url()).toContain('/zh/submissions/')
    expect(await page.locator('.told:target').textContent()).toMatch(new RegExp(`^${cell} \\S`))
    await context.close()
  })

  it('stands beside what it became, where it was cited before it changed', async () => {
    const page = await portal.browser.newPage()
    const path = '/zh/campaigns/ZQ-2019-MONTH/figures/VOLUNTEER_PERSON_TIMES'
    await page.goto(`${portal.serving.url}${path}?revision=173`)
    expect(await page.locator('#cited').textContent()).toContain('引用的数字至今未改')
    await page.goto(`${portal.serving.url}${path}?revision=120&hash=0`)
    const text = await page.locator('main').textContent()
    expect(text).toContain('引用时（第 120 版）')
    expect(text).toContain('这个数字在引用之后改过')
    expect(text).toContain('链接里的校验码与这一版的数字不符')
    await page.close()
  })

  it('about a small group is withheld on its page, and its trail ends at the cell', async () => {
    const page = await portal.browser.newPage()
    const name = 'BENEFICIARY_PERSON_TIMES~region~441203~audience~A08'
    await page.goto(`${portal.serving.url}/zh/campaigns/ZQ-2019-MONTH/figures/${name}`)
    const text = (await page.locator('main').textContent()) ?? ''
    expect(text).toContain('不公布')
    expect(text).toContain('统计表!F21')
    expect(await page.locator('#cells td.raw').allTextContents()).toEqual(['不公开'])
    await page.close()
  })
})

const numberIn = (text: string | null) => Number((text ?? '').replace(/[^\d.]/g, ''))

describe('the map', () => {
  it('shows the stations of the list and nothing more', async () => {
    const page = await portal.browser.newPage({ viewport: { width: 1280, height: 900 } })
    await page.goto(`${portal.serving.url}/zh/stations?region=441202`)
    await page.waitForSelector('.leaflet-interactive')
    const markers = await page.locator('.leaflet-marker-pane > *, path.leaflet-interactive').count()
    expect(markers).toBeGreaterThan(0)
    await page.close()
  })
})
