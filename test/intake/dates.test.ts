import { describe, expect, it } from 'vitest'
import type { Cell } from '../../server/intake/sheet.ts'
import { readDay, readWeekOfMonth, readWhen } from '../../server/intake/values/date.ts'

const MARCH = { from: '2019-03-01', to: '2019-03-31' }
const typed = (text: string): Cell => ({ text, kind: 'text' })
const number = (value: number, more: Partial<Cell> = {}): Cell => ({
  text: String(value),
  kind: 'number',
  number: value,
  ...more,
})
const cellOf = (raw: string | Cell) => (typeof raw === 'string' ? typed(raw) : raw)

/** What is understood, beside it the codes that are remarked, in any order. */
function when(raw: string | Cell, period = MARCH, options = {}) {
  const { remarks, ...reading } = readWhen(cellOf(raw), period, options)
  return { ...reading, codes: remarks.map((one) => one.code) }
}

const on = (day: string) => ({ value: { start: day, end: day } })
const days = (start: string, end: string) => ({ value: { start, end } })
const list = (...dates: string[]) => ({ value: { dates } })
const none = { value: null }

// Each line: the case of the catalogue where it is one, what the clerk typed, what is understood (nothing
// more and nothing less), and every code that is remarked on it.
type Line = [id: string, raw: string | Cell, understood: object, ...codes: string[]]

function hold(lines: readonly Line[], period = MARCH, options = {}) {
  it.each(lines)('%s %j', (_id, raw, understood, ...codes) => {
    expect(when(raw, period, options)).toEqual({ ...understood, codes })
  })
}

describe('one day is read in every writing', () => {
  hold([
    ['G04', '19.3.5', on('2019-03-05'), 'W_YEAR_INFERRED'],
    ['G08', '43529', on('2019-03-05'), 'I_NORMALISED'],
    ['G08', number(43529), on('2019-03-05'), 'I_NORMALISED'],
    ['G10', number(3.5), on('2019-03-05'), 'W_YEAR_INFERRED'],
    ['', number(43529, { text: '3月5日', date: '2019-03-05' }), on('2019-03-05')],
    ['', '2019-03-05', on('2019-03-05')],
    ['', '2019-3-5', on('2019-03-05'), 'I_NORMALISED'],
    ['', '2019.3.5', on('2019-03-05'), 'I_NORMALISED'],
    ['', '2019.03.05.', on('2019-03-05'), 'I_NORMALISED'],
    ['', '2019/3/5', on('2019-03-05'), 'I_NORMALISED'],
    ['', '2019\\3\\5', on('2019-03-05'), 'I_NORMALISED'],
    ['', '2019、3、5', on('2019-03-05'), 'I_NORMALISED'],
    ['', '20190305', on('2019-03-05'), 'I_NORMALISED'],
    ['', number(20190305), on('2019-03-05'), 'I_NORMALISED'],
    ['', '2019年3月5日', on('2019-03-05'), 'I_NORMALISED'],
    ['', '2019年3月5号', on('2019-03-05'), 'I_NORMALISED'],
    ['', '2019 年 3 月 5 日', on('2019-03-05'), 'I_NORMALISED'],
    ['', '２０１９年３月５日', on('2019-03-05'), 'I_NORMALISED'],
    ['', '二〇一九年三月五日', on('2019-03-05'), 'I_NORMALISED'],
    ['', '二零一九年三月二十一日', on('2019-03-21'), 'I_NORMALISED'],
    ['', '2019-03-05 00:00:00', on('2019-03-05'), 'I_NORMALISED'],
    ['', '3/15/2019', on('2019-03-15'), 'I_NORMALISED'],
    ['', '3月5日', on('2019-03-05'), 'W_YEAR_INFERRED'],
    ['', '三月五日', on('2019-03-05'), 'W_YEAR_INFERRED'],
    ['', '今年3月5日', on('2019-03-05'), 'W_YEAR_INFERRED'],
    ['', '3.5', on('2019-03-05'), 'W_YEAR_INFERRED'],
    ['', '3.10', on('2019-03-10'), 'W_YEAR_INFERRED'],
    ['', number(3.12), on('2019-03-12'), 'W_YEAR_INFERRED'],
    ['', '3-5', on('2019-03-05'), 'W_YEAR_INFERRED'],
    ['', '0305', on('2019-03-05'), 'W_YEAR_INFERRED'],
    ['', '19年3月5日', on('2019-03-05'), 'W_YEAR_INFERRED'],
    ['', '5日', on('2019-03-05'), 'W_YEAR_INFERRED'],
    ['', '时间：3月5日', on('2019-03-05'), 'W_YEAR_INFERRED'],
    ['', '3月5日（学雷锋日）', on('2019-03-05'), 'W_YEAR_INFERRED', 'I_IGNORED_PART'],
    ['', '3月第1个周六', on('2019-03-02'), 'I_NORMALISED'],
  ])

  it('a workbook that counts from 1904 counts four years less', () => {
    expect(when(number(42067), MARCH, { date1904: true })).toMatchObject(on('2019-03-05'))
  })

  it('a cell that says nothing is no date and no mistake', () => {
    for (const raw of ['', '/', '—', '不详']) expect(when(raw)).toEqual({ value: null, codes: [] })
  })
})

describe('from one day to another', () => {
  hold([
    ['G01', '2019.3.5-3.8', days('2019-03-05', '2019-03-08'), 'I_NORMALISED'],
    ['', '2019.3.5-8', days('2019-03-05', '2019-03-08'), 'I_NORMALISED'],
    ['', '2019-3-5-8', days('2019-03-05', '2019-03-08'), 'I_NORMALISED'],
    ['', '2019-03-05至2019-03-08', days('2019-03-05', '2019-03-08'), 'I_NORMALISED'],
    ['', '20190305-20190308', days('2019-03-05', '2019-03-08'), 'I_NORMALISED'],
    ['', '20190305-0308', days('2019-03-05', '2019-03-08'), 'I_NORMALISED'],
    ['', '2019年3月5日-8日', days('2019-03-05', '2019-03-08'), 'I_NORMALISED'],
    ['', '3月5日至8日', days('2019-03-05', '2019-03-08'), 'W_YEAR_INFERRED'],
    ['', '3月5-8日', days('2019-03-05', '2019-03-08'), 'W_YEAR_INFERRED'],
    ['', '三月五日至八日', days('2019-03-05', '2019-03-08'), 'W_YEAR_INFERRED'],
    ['', '3.5—3.8', days('2019-03-05', '2019-03-08'), 'W_YEAR_INFERRED'],
    ['', '3-5—3-8', days('2019-03-05', '2019-03-08'), 'W_YEAR_INFERRED'],
    ['', '3/5-3/8', days('2019-03-05', '2019-03-08'), 'W_YEAR_INFERRED'],
    ['', '自3月5日起至3月8日止', days('2019-03-05', '2019-03-08'), 'W_YEAR_INFERRED'],
    ['G18', '3月8日-3月5日', none, 'E_DATE_ORDER'],
  ])

  it('across New Year every month has its own year', () => {
    const winter = { from: '2018-12-20', to: '2019-01-10' }
    expect(when('12月30日-1月2日', winter)).toEqual({
      ...days('2018-12-30', '2019-01-02'),
      codes: ['W_YEAR_INFERRED'],
    })
    expect(when('2018.12.30-1.2', winter)).toEqual({
      ...days('2018-12-30', '2019-01-02'),
      codes: ['I_NORMALISED'],
    })
    expect(when('1.5', winter)).toMatchObject(on('2019-01-05'))
    expect(when('3月5日', winter)).toEqual({ value: null, codes: ['E_DATE_AMBIGUOUS'] })
  })
})

describe('several days stay several', () => {
  const three = list('2019-03-05', '2019-03-06', '2019-03-08')
  hold([
    ['G13', '3月5、6、8日', three, 'W_YEAR_INFERRED'],
    ['', '3月5日、6日、8日', three, 'W_YEAR_INFERRED'],
    ['', '3月5/6/8日', three, 'W_YEAR_INFERRED'],
    ['', '3月（5日、6日、8日）', three, 'W_YEAR_INFERRED'],
    ['', '3.5/3.6/3.8', three, 'W_YEAR_INFERRED'],
    ['', '2019.3.5、6、8', three, 'I_NORMALISED'],
    ['', '5、6、8日', three, 'W_YEAR_INFERRED'],
    ['', '3月5日、3月8日', list('2019-03-05', '2019-03-08'), 'W_YEAR_INFERRED'],
    ['', '3月8日和5日', list('2019-03-05', '2019-03-08'), 'W_YEAR_INFERRED'],
    [
      '',
      '3月5日、3月8日至10日',
      list('2019-03-05', '2019-03-08', '2019-03-09', '2019-03-10'),
      'W_YEAR_INFERRED',
    ],
  ])
})

describe('the time of day', () => {
  const day = (from: string, to: string | null = null) => ({
    value: {
      start: `2019-03-05T${from}+08:00`,
      end: to === null ? null : `2019-03-05T${to}+08:00`,
    },
  })
  const hours = (startTime: string, endTime?: string) => ({
    value: null,
    startTime,
    ...(endTime && { endTime }),
  })
  hold([
    ['G06', '3月5日晚上7点半-9点', day('19:30', '21:00'), 'W_YEAR_INFERRED'],
    ['G07', '9：00—11：30', hours('09:00', '11:30'), 'I_NORMALISED'],
    ['', '09:00-11:30', hours('09:00', '11:30')],
    ['', '上午9点', hours('09:00'), 'I_NORMALISED'],
    ['', '下午2点半', hours('14:30'), 'I_NORMALISED'],
    ['', '14时30分', hours('14:30'), 'I_NORMALISED'],
    ['', '9-11点', hours('09:00', '11:00'), 'I_NORMALISED'],
    ['', '中午12点-2点', hours('12:00', '14:00'), 'I_NORMALISED'],
    ['', '上午9:00-11:30，下午2:30-5:00', hours('09:00', '17:00'), 'I_NORMALISED'],
    ['', '3月5日9:00', day('09:00'), 'W_YEAR_INFERRED'],
    ['', '3月5日下午三点', day('15:00'), 'W_YEAR_INFERRED'],
    ['', '3月5日十点一刻', day('10:15'), 'W_YEAR_INFERRED'],
    ['', '2019-03-05T14:30:00+08:00', day('14:30'), 'I_NORMALISED'],
    ['', '2019年3月5日（周二）14：30-16：30', day('14:30', '16:30'), 'I_NORMALISED'],
    ['', '3月5日上午9点-下午5点', day('09:00', '17:00'), 'W_YEAR_INFERRED'],
    [
      '',
      '3月5日9:00-3月6日17:00',
      days('2019-03-05T09:00+08:00', '2019-03-06T17:00+08:00'),
      'W_YEAR_INFERRED',
    ],
    [
      '',
      '3月5日晚上10点-凌晨2点',
      days('2019-03-05T22:00+08:00', '2019-03-06T02:00+08:00'),
      'W_YEAR_INFERRED',
    ],
    [
      '',
      '3月5-6日9:00-11:30',
      {
        ...days('2019-03-05T09:00+08:00', '2019-03-06T11:30+08:00'),
        startTime: '09:00',
        endTime: '11:30',
      },
      'W_YEAR_INFERRED',
    ],
    [
      '',
      '3月5日上午',
      { ...on('2019-03-05'), partOfDay: '上午' },
      'W_YEAR_INFERRED',
      'W_TIME_PART',
    ],
    ['', '3月5日全天', { ...on('2019-03-05'), partOfDay: '全天' }, 'W_YEAR_INFERRED'],
    ['', '早上', { value: null, partOfDay: '早上' }, 'W_TIME_PART'],
    ['', '3月5日11:00-9:00', none, 'E_DATE_ORDER'],
    ['', '3月5日25:00', none, 'E_DATE_INVALID'],
    ['', '3月5日9:70', none, 'E_DATE_INVALID'],
  ])

  it('half past two without a half of the day is told and not guessed', () => {
    expect(when('3月5日2:30')).toMatchObject({
      ...on('2019-03-05'),
      codes: ['W_YEAR_INFERRED', 'W_TIME_PART'],
    })
    expect(when('3月5日02:30')).toMatchObject(day('02:30'))
  })

  it('hours behind days that share their 日 are those of all, behind full dates those of the last', () => {
    expect(when('3月5、6日9:00')).toMatchObject(
      list('2019-03-05T09:00+08:00', '2019-03-06T09:00+08:00'),
    )
    expect(when('3月5日、6日9:00')).toMatchObject(list('2019-03-05', '2019-03-06T09:00+08:00'))
  })
})

describe('a weekday that is written is held against the calendar', () => {
  hold([
    ['', '3月5日（星期二）', on('2019-03-05'), 'W_YEAR_INFERRED'],
    ['', '3月5日（星期三）', on('2019-03-05'), 'W_YEAR_INFERRED', 'W_WEEKDAY_MISMATCH'],
    ['', '2019年3月5日 周三', on('2019-03-05'), 'W_WEEKDAY_MISMATCH'],
    ['', '周二3月5日', on('2019-03-05'), 'W_YEAR_INFERRED'],
    ['', '3月5日(周二)-8日(周五)', days('2019-03-05', '2019-03-08'), 'W_YEAR_INFERRED'],
    ['', '3月5、6日（周二、周三）', list('2019-03-05', '2019-03-06'), 'W_YEAR_INFERRED'],
    [
      '',
      '3月5日(周二)-8日(周六)',
      days('2019-03-05', '2019-03-08'),
      'W_YEAR_INFERRED',
      'W_WEEKDAY_MISMATCH',
    ],
  ])

  it('the office is told the right one', () => {
    const [, mismatch] = readWhen(typed('3月5日（星期三）'), MARCH).remarks
    expect(mismatch?.details).toEqual({ value: '2019-03-05', right: '二', raw: '周三' })
  })
})

describe('what returns is counted out in the period', () => {
  const saturdays = list('2019-03-02', '2019-03-09', '2019-03-16', '2019-03-23', '2019-03-30')
  hold([
    ['G14', '3月每周六', saturdays, 'W_RECURRENCE'],
    ['', '每周六', saturdays, 'W_RECURRENCE'],
    ['', '每逢周六', saturdays, 'W_RECURRENCE'],
    ['', '三月每个星期六', saturdays, 'W_RECURRENCE'],
    ['', '3月10日起每周六', list('2019-03-16', '2019-03-23', '2019-03-30'), 'W_RECURRENCE'],
    ['', '3月5日至3月20日每周六', list('2019-03-09', '2019-03-16'), 'W_RECURRENCE'],
    ['', '3月4日至12日每周一、三', list('2019-03-04', '2019-03-06', '2019-03-11'), 'W_RECURRENCE'],
    [
      '',
      '3月2日至10日每周六日',
      list('2019-03-02', '2019-03-03', '2019-03-09', '2019-03-10'),
      'W_RECURRENCE',
    ],
    [
      '',
      '3月8日至12日每周一至周五',
      list('2019-03-08', '2019-03-11', '2019-03-12'),
      'W_RECURRENCE',
    ],
    ['', '3月5日至7日每天', list('2019-03-05', '2019-03-06', '2019-03-07'), 'W_RECURRENCE'],
    ['', '每月5日、20日', list('2019-03-05', '2019-03-20'), 'W_RECURRENCE'],
    ['', '每月最后一个周五', list('2019-03-29'), 'W_RECURRENCE'],
    [
      '',
      '3月23日起每周六上午9:00-11:30',
      {
        ...list('2019-03-23T09:00+08:00', '2019-03-30T09:00+08:00'),
        startTime: '09:00',
        endTime: '11:30',
      },
      'W_RECURRENCE',
    ],
  ])

  const rough = { ...days('2019-03-01', '2019-03-31'), fuzzy: true }
  hold([
    ['', '每周一次', rough, 'W_PERIOD_FUZZY'],
    ['', '每周至少一次', rough, 'W_PERIOD_FUZZY'],
    ['', '每两周一次', rough, 'W_PERIOD_FUZZY'],
    ['', '每个工作日', rough, 'W_PERIOD_FUZZY'],
    ['', '每周末', rough, 'W_PERIOD_FUZZY'],
  ])

  it('a weekday alone is a day only where the period has one such', () => {
    expect(when('周六上午')).toEqual({ value: null, codes: ['E_DATE_AMBIGUOUS'] })
    expect(when('周六', { from: '2019-03-04', to: '2019-03-10' })).toEqual({
      ...on('2019-03-09'),
      codes: ['W_YEAR_INFERRED'],
    })
  })
})

describe('rough and open periods', () => {
  const rough = (start: string, end: string) => ({ ...days(start, end), fuzzy: true })
  const open = (start: string | null, end: string | null) => ({
    value: { start, end },
    openEnded: true,
  })
  hold([
    ['G15', '3月中旬', rough('2019-03-11', '2019-03-20'), 'W_PERIOD_FUZZY'],
    ['G15', '3月上旬', rough('2019-03-01', '2019-03-10'), 'W_PERIOD_FUZZY'],
    ['G15', '3月下旬', rough('2019-03-21', '2019-03-31'), 'W_PERIOD_FUZZY'],
    ['', '3月初', rough('2019-03-01', '2019-03-10'), 'W_PERIOD_FUZZY'],
    ['', '月底', rough('2019-03-21', '2019-03-31'), 'W_PERIOD_FUZZY'],
    ['', '3月', rough('2019-03-01', '2019-03-31'), 'W_PERIOD_FUZZY'],
    ['', '2019.3', rough('2019-03-01', '2019-03-31'), 'W_PERIOD_FUZZY'],
    ['', '3-4月', rough('2019-03-01', '2019-04-30'), 'W_PERIOD_FUZZY'],
    ['', '3月5日至月底', days('2019-03-05', '2019-03-31'), 'W_YEAR_INFERRED'],
    ['', '3月5日左右', rough('2019-03-05', '2019-03-05'), 'W_YEAR_INFERRED', 'W_PERIOD_FUZZY'],
    ['G16', '长期', open(null, null), 'W_OPEN_ENDED'],
    ['G16', '常态化', open(null, null), 'W_OPEN_ENDED'],
    ['G16', '长期 / 常态化', open(null, null), 'W_OPEN_ENDED'],
    ['', '全年', open(null, null), 'W_OPEN_ENDED'],
    ['', '不定期开展', open(null, null), 'W_OPEN_ENDED'],
    ['G23', '即日起至2017年8月底', open(null, '2017-08-31'), 'W_OPEN_ENDED'],
    ['', '3月5日起', open('2019-03-05', null), 'W_YEAR_INFERRED', 'W_OPEN_ENDED'],
    ['', '2019年3月5日至今', open('2019-03-05', null), 'W_OPEN_ENDED'],
    ['', '2019年3月8日前', open(null, '2019-03-08'), 'W_OPEN_ENDED'],
  ])

  it('即日起 begins with the day of the document, where that is known', () => {
    const summer = { from: '2017-06-01', to: '2017-08-31' }
    expect(when('即日起至2017年8月底', summer, { issuedOn: '2017-06-05' })).toEqual({
      ...days('2017-06-05', '2017-08-31'),
      codes: ['I_NORMALISED'],
    })
  })
})

describe('nothing is guessed', () => {
  hold([
    ['', '3月32日', none, 'E_DATE_INVALID'],
    ['', '2019年13月1日', none, 'E_DATE_INVALID'],
    ['', '2月29日', none, 'E_DATE_INVALID'],
    ['', '2019.2.29', none, 'E_DATE_INVALID'],
    ['', '待定', none, 'E_DATE_INVALID'],
    ['', '12', none, 'E_DATE_INVALID'],
    ['', '3.5小时', none, 'E_DATE_INVALID'],
    ['', number(13800), none, 'E_DATE_INVALID'],
    ['', '3月5日改为3月8日', none, 'E_DATE_INVALID'],
    ['', '3月5.6.8日', none, 'E_DATE_INVALID'],
    ['', number(3.1), none, 'E_DATE_AMBIGUOUS'],
    ['', number(3.2), none, 'E_DATE_AMBIGUOUS'],
    ['', number(2019.1), none, 'E_DATE_AMBIGUOUS'],
    ['', '03/05/2019', none, 'E_DATE_AMBIGUOUS'],
    ['', '05.03.19', none, 'E_DATE_AMBIGUOUS'],
    ['', '3月5日或6日', none, 'E_DATE_AMBIGUOUS'],
    ['', '农历二月初二', none, 'E_DATE_LUNAR'],
    ['', '正月十五', none, 'E_DATE_LUNAR'],
    ['', '元宵节', none, 'E_DATE_LUNAR'],
    ['', '2019年3月8日（农历二月初二）', on('2019-03-08'), 'I_IGNORED_PART'],
    ['', { text: '#REF!', kind: 'error' }, none, 'E_FORMULA_ERROR'],
    ['', '3月5日（联系人：张三）', none, 'E_PII'],
  ])

  it('month first is the Chinese order: the period may bear it out, but never overturns it', () => {
    expect(when('3/5')).toEqual({ ...on('2019-03-05'), codes: ['W_YEAR_INFERRED'] })
    expect(readWhen(typed('5/3'), MARCH).remarks).toEqual([
      { code: 'E_DATE_AMBIGUOUS', details: { raw: '5/3', a: '2019-05-03', b: '2019-03-05' } },
    ])
    const year = { from: '2019-01-01', to: '2019-12-31' }
    expect(when('3/5', year)).toEqual({ value: null, codes: ['E_DATE_AMBIGUOUS'] })
    expect(when('3/15', year)).toMatchObject(on('2019-03-15'))
  })

  it('5-8 in March may be a day of May or four days of March', () => {
    expect(readWhen(typed('5-8'), MARCH).remarks[0]?.details).toEqual({
      raw: '5-8',
      a: '2019-05-08',
      b: '2019-03-05 – 2019-03-08',
    })
  })

  it('a day outside the reporting period is kept and told (X04)', () => {
    expect(when('2018.3.5')).toEqual({ ...on('2018-03-05'), codes: ['W_OUTSIDE_PERIOD'] })
    expect(when('4月5日').codes).toEqual(['W_YEAR_INFERRED', 'W_OUTSIDE_PERIOD'])
    expect(when('3月28日-4月2日').codes).toEqual(['W_YEAR_INFERRED', 'W_OUTSIDE_PERIOD'])
  })
})

describe('a single day, or as much of it as is known', () => {
  const day = (raw: string | Cell, period: typeof MARCH | null = null) => {
    const { remarks, ...reading } = readDay(cellOf(raw), period)
    return { ...reading, codes: remarks.map((one) => one.code) }
  }
  it.each([
    ['2019-03-12', '2019-03-12', 'day'],
    ['2019年3月12日', '2019-03-12', 'day', 'I_NORMALISED'],
    ['2015年6月', '2015-06', 'month', 'I_NORMALISED'],
    ['2015.6', '2015-06', 'month', 'I_NORMALISED'],
    ['201506', '2015-06', 'month', 'I_NORMALISED'],
    ['2015年', '2015', 'year', 'I_NORMALISED'],
    ['2015', '2015', 'year'],
    ['15年6月', '2015-06', 'month', 'W_YEAR_INFERRED'],
    ['98年', '1998', 'year', 'W_YEAR_INFERRED'],
  ])('%s', (raw, value, precision, ...codes) => {
    expect(day(raw as string)).toEqual({ value, precision, codes })
  })

  it('has its year from the period, or is no day', () => {
    expect(day('3月12日', MARCH)).toEqual({
      value: '2019-03-12',
      precision: 'day',
      codes: ['W_YEAR_INFERRED'],
    })
    expect(day('3月12日')).toEqual({ value: null, precision: null, codes: ['E_DATE_INVALID'] })
  })

  it('is none where there are two, or none', () => {
    for (const raw of ['3月5日-8日', '3月5、6日', '长期', '3月每周六', '2015年13月']) {
      expect(day(raw, MARCH)).toEqual({ value: null, precision: null, codes: ['E_DATE_INVALID'] })
    }
    expect(day(number(2015.1)).codes).toEqual(['E_DATE_AMBIGUOUS'])
  })
})

describe('the week of a month runs from Monday to Sunday', () => {
  it('G24: the first week of July 2017 may be two, and both are told', () => {
    expect(readWeekOfMonth('7月第1周', 2017)).toEqual({
      value: null,
      remarks: [
        {
          code: 'E_WEEK_AMBIGUOUS',
          details: {
            raw: '7月第1周',
            a: '2017-06-26 – 2017-07-02',
            b: '2017-07-03 – 2017-07-09',
          },
        },
      ],
    })
  })

  it('a month that begins on a Monday leaves no doubt', () => {
    expect(readWeekOfMonth('2019年7月第一周', 2017).value).toEqual({
      from: '2019-07-01',
      to: '2019-07-07',
    })
    expect(readWeekOfMonth('4月 第 2 周', 2019).value).toEqual({
      from: '2019-04-08',
      to: '2019-04-14',
    })
  })

  it('blanks that were never filled in say nothing', () => {
    expect(readWeekOfMonth('　月第　周', 2017)).toEqual({ value: null, remarks: [] })
    expect(readWeekOfMonth('13月第1周', 2017).remarks[0]?.code).toBe('E_DATE_INVALID')
  })
})
