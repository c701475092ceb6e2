import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSchema, parse, validate } from 'graphql'
import { describe, expect, it } from 'vitest'
import { filterOf, pageOf } from '../../portal/lib/filters.ts'
import { date, dateTime, dayIn, edtf, number, quantity, span } from '../../portal/lib/format.ts'
import { differences } from '../../portal/lib/history.ts'
import { hoursTable, hoursWords } from '../../portal/lib/hours.ts'
import { address, pathOf } from '../../portal/lib/links.ts'
import { isLang } from '../../portal/lib/view.ts'
import { say } from '../../portal/lib/words.ts'
import { about } from '../../portal/prose/about.ts'
import { accessibility } from '../../portal/prose/accessibility.ts'
import { developers, EXAMPLES } from '../../portal/prose/developers.ts'
import { method } from '../../portal/prose/method.ts'
import { privacy } from '../../portal/prose/privacy.ts'
import en from '../../portal/words/en.json' with { type: 'json' }
import zh from '../../portal/words/zh.json' with { type: 'json' }

const HOUSE = fileURLToPath(new URL('../../', import.meta.url))
const PORTAL = join(HOUSE, 'portal')
const read = (...path: string[]) => readFileSync(join(...path), 'utf8')
const filesIn = (folder: string, ending: string) =>
  readdirSync(join(PORTAL, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(PORTAL, folder, name))

const PAGES = filesIn('pages', '.astro')
const PARTS = filesIn('parts', '.astro')
const LIB = filesIn('lib', '.ts')
const SCRIPTS = filesIn('scripts', '.ts')
const QUERIES = filesIn('queries', '.graphql')
const schema = buildSchema(read(HOUSE, 'schema/schema.graphql'))

describe('the words of the window', () => {
  it('have the same keys in both languages, and none is empty', () => {
    expect(Object.keys(en)).toEqual(Object.keys(zh))
    const empty = [...Object.values(zh), ...Object.values(en)].filter((word) => word.trim() === '')
    expect(empty).toEqual([])
  })

  it('fill in the same values in both languages', () => {
    const names = (text: string) =>
      new Set(
        [...text.matchAll(/\{(\w+)/g)].map(([, name]) => name).filter((name) => name !== 'count'),
      )
    for (const [key, word] of Object.entries(zh)) {
      expect([key, names(en[key as keyof typeof en])]).toEqual([key, names(word)])
    }
  })

  it('are all used, and every word used is there', () => {
    const text = [...PAGES, ...PARTS, ...LIB].map((file) => read(file)).join('\n')
    const asked = [...text.matchAll(/\bt\(\s*'([\w.]+)'/g)].map(([, key]) => key as string)
    expect(asked.filter((key) => !Object.hasOwn(zh, key))).toEqual([])
    expect(Object.keys(zh).filter((key) => !text.includes(`'${key}'`))).toEqual([])
  })

  it('choose the word that goes with the number', () => {
    expect(say('en', 'submission.late', { n: 1 })).toBe('1 day late')
    expect(say('en', 'submission.late', { n: 3 })).toBe('3 days late')
    expect(say('zh', 'submission.late', { n: 3 })).toBe('逾期 3 天')
    expect(say('zh', 'rate.missing', { expected: 26, received: 24, names: '甲、乙' })).toBe(
      '26家应报，24家已报，缺：甲、乙。',
    )
  })
})

describe('the pages', () => {
  it.each(QUERIES.map((file) => [basename(file), file]))(
    'ask only what the graph has: %s',
    (_, file) => {
      expect(validate(schema, parse(read(file))).map((error) => error.message)).toEqual([])
    },
  )

  it('ask one question each, under their own name, and no question lies unused', () => {
    const asked = [...PAGES, ...LIB, ...SCRIPTS].flatMap((file) =>
      [...read(file).matchAll(/queries\/([\w-]+\.graphql)\?raw/g)].map(
        ([, name]) => name as string,
      ),
    )
    expect([...new Set(asked)].sort()).toEqual(QUERIES.map((file) => basename(file)).sort())
  })

  it('show examples that the graph understands', () => {
    for (const { query } of EXAMPLES) expect(validate(schema, parse(query))).toEqual([])
  })

  it('load nothing from elsewhere; other sites are only linked to', () => {
    for (const file of [...PAGES, ...PARTS]) {
      const outward = [...read(file).matchAll(/[\w-]+=["'{`]+https?:\/\/[^"'`]*/g)].map(
        ([found]) => found,
      )
      expect(outward.filter((found) => !ATTRIBUTIONS.includes(found))).toEqual([])
    }
  })

  it('carry no inline style and no inline script', () => {
    for (const file of [...PAGES, ...PARTS]) {
      expect(read(file)).not.toMatch(/\sstyle=|<style|define:vars|\son[a-z]+=/)
      expect(
        read(file).replace(/<script is:inline type="application\/ld\+json"/, ''),
      ).not.toContain('is:inline')
    }
  })

  it('say as much in English as in Chinese', () => {
    for (const text of [about, method, privacy, accessibility, developers]) {
      const shape = (lang: 'zh' | 'en') =>
        text[lang].sections.map(({ id, paragraphs, items, links }) => [
          id,
          paragraphs?.length,
          items?.length,
          links?.map(({ to }) => to),
        ])
      expect(shape('en')).toEqual(shape('zh'))
    }
  })

  it('exist in two languages', () => {
    expect(['zh', 'en', 'fr', 'ZH', '', undefined].map(isLang)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ])
  })
})

const ATTRIBUTIONS = [
  'href="https://www.openstreetmap.org/copyright',
  'href="https://www.geonames.org/',
]

describe('numbers', () => {
  const figure = { value: 1234.5, status: 'OBSERVED', qualifier: 'EXACT', unit: '人次' }

  it('carry their qualifier and their unit', () => {
    expect(quantity(figure, 'zh')).toBe('1,234.5人次')
    expect(quantity({ ...figure, qualifier: 'APPROX' }, 'zh')).toBe('约1,234.5人次')
    expect(quantity({ ...figure, qualifier: 'AT_LEAST' }, 'zh')).toBe('不少于1,234.5人次')
    expect(quantity({ ...figure, qualifier: 'BELOW' }, 'zh')).toBe('近1,234.5人次')
    expect(quantity({ ...figure, qualifier: 'APPROX', unit: 'person-times' }, 'en')).toBe(
      'about 1,234.5 person-times',
    )
  })

  it('are never 0 where they are missing', () => {
    const missing = { ...figure, value: null, qualifier: 'UNKNOWN' }
    expect(quantity({ ...missing, status: 'NOT_REPORTED' }, 'zh')).toBe('未报')
    expect(quantity({ ...missing, status: 'SUPPRESSED' }, 'zh')).toBe('不公布')
    expect(quantity({ ...missing, status: 'NOT_APPLICABLE' }, 'en')).toBe('Not applicable')
    expect(quantity({ ...figure, value: 0 }, 'zh')).toBe('0人次')
    expect(number(1234567, 'en')).toBe('1,234,567')
  })
})

describe('dates', () => {
  it('are days without a time zone, and moments of Shanghai', () => {
    expect(date('2019-03-08', 'zh')).toBe('2019年3月8日')
    expect(date(new Date('2019-03-08T00:00:00Z'), 'en')).toBe('8 March 2019')
    expect(dateTime('2019-03-08T16:05:00Z', 'zh')).toBe('2019年3月9日 00:05')
    expect(dayIn('2018-10-05T16:00:00.000Z', 'zh')).toBe('2018年10月6日')
    expect(dateTime('2019-03-08T09:05:00Z', 'en')).toBe('8 March 2019, 17:05')
  })

  it('may be a year, a month, or open at one end', () => {
    expect([edtf('1988', 'zh'), edtf('2015-04', 'zh'), edtf('2017-06~', 'zh')]).toEqual([
      '1988年',
      '2015年4月',
      '2017-06~',
    ])
    expect(span('2019-03-01', '2019-03-31', 'zh')).toBe('2019年3月1日至2019年3月31日')
    expect(span('2019-03-01', null, 'zh')).toBe('2019年3月1日起')
    expect(span(null, '2017-08-31', 'en')).toBe('until 31 August 2017')
    expect(span('2019-03-05', '2019-03-05', 'en')).toBe('5 March 2019')
    expect(span(null, null, 'zh')).toBe('')
  })
})

describe('opening hours', () => {
  it('become a table', () => {
    expect(hoursTable('Mo-Fr 09:00-12:00,14:30-17:30; PH off', 'zh')).toEqual([
      { days: '周一至周五', times: ['09:00–12:00', '14:30–17:30'] },
      { days: '法定节假日', times: [] },
    ])
    expect(hoursTable('Tu-Su 09:00-17:00; Mo off', 'en')).toEqual([
      { days: 'Tuesday to Sunday', times: ['09:00–17:00'] },
      { days: 'Monday', times: [] },
    ])
    expect(hoursTable('Mo-Su 08:30-20:00', 'zh')).toEqual([
      { days: '每天', times: ['08:30–20:00'] },
    ])
    expect(hoursTable('Sa,Su 09:00-11:30', 'zh')).toEqual([
      { days: '周六、周日', times: ['09:00–11:30'] },
    ])
    expect(hoursTable('24/7', 'en')).toEqual([{ days: 'Every day', times: ['24 hours'] }])
  })

  it('become a sentence', () => {
    expect(hoursWords('Mo-Fr 09:00-12:00,14:30-17:30; PH off', 'zh')).toBe(
      '周一至周五 09:00–12:00、14:30–17:30；法定节假日 休息',
    )
    expect(hoursWords('Mo-Fr 09:00-17:00; PH off', 'en')).toBe(
      'Monday to Friday 09:00–17:00; Public holidays closed',
    )
  })

  it('stay as they were filed where they are in no known syntax', () => {
    expect(hoursTable('随社区上班时间', 'zh')).toBeNull()
    expect(hoursTable('Mo-Xx 09:00-12:00', 'zh')).toBeNull()
    expect(hoursTable('Mo-Fr morning', 'zh')).toBeNull()
    expect(hoursWords('随社区上班时间', 'en')).toBe('随社区上班时间')
  })
})

describe('links', () => {
  it('lead from an id to its page', () => {
    expect(pathOf('station:441202-0007')).toBe('/stations/441202-0007')
    expect(pathOf('region:Z-HZ-DYW')).toBe('/regions/Z-HZ-DYW')
    expect(pathOf('figure:READS~campaign~X')).toBeNull()
  })

  it('keep the large text and leave empty parameters out', () => {
    const elder = { lang: 'zh', elder: true } as const
    expect(address(elder, '/stations', { region: '441202', text: '' })).toBe(
      '/zh/stations?region=441202&mode=elder',
    )
    expect(address(elder, '/about#demo')).toBe('/zh/about?mode=elder#demo')
    expect(address({ lang: 'en', elder: false }, '/')).toBe('/en/')
  })
})

describe('filters', () => {
  const search = (text: string) => new URLSearchParams(text)

  it('are read from the parameters named as the fields of the graph', () => {
    const asked =
      'text=+图书馆+&region=441202&setting=CULTURE&amenities=WATER&amenities=SEWING&accessible=true'
    expect(filterOf('station', search(asked))).toEqual({
      text: '图书馆',
      region: '441202',
      setting: ['CULTURE'],
      amenities: ['WATER', 'SEWING'],
      accessible: true,
    })
  })

  it('leave out what is empty or no code of the hub', () => {
    expect(
      filterOf('station', search('text=&setting=NOWHERE&amenities=toString&accessible=maybe')),
    ).toEqual({})
    expect(filterOf('project', search('station=441202-0007'))).toEqual({
      station: 'station:441202-0007',
    })
  })

  it('page forward and backward', () => {
    expect(pageOf(search(''), 24)).toEqual({ first: 24 })
    expect(pageOf(search('after=abc'), 24)).toEqual({ first: 24, after: 'abc' })
    expect(pageOf(search('before=abc'), 24)).toEqual({ last: 24, before: 'abc' })
  })
})

describe('the history of a record', () => {
  it('names the fields that changed, in words', () => {
    const before = { name: { zh: '甲' }, amenities: ['WATER'], status: 'OPERATING', sources: [1] }
    const after = { name: { zh: '甲' }, amenities: ['WATER', 'SEWING'], status: null, sources: [2] }
    expect(differences(before, after)).toEqual([
      { field: 'amenities', from: 'WATER', to: 'WATER, SEWING' },
      { field: 'status', from: 'OPERATING', to: '' },
    ])
  })
})
