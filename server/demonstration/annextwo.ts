import type { OutgoingFile } from './outgoing.ts'
import { type Line, type Week, weekBook, weekCsv, weekDocument } from './weeks.ts'

export interface District {
  readonly name: string
  /** Who fills in the summary. */
  readonly office: string
}

/** Annex 2: weekly summaries of five districts, June and July 2017. */
export async function* annexTwoFiles(districts: readonly District[]): AsyncGenerator<OutgoingFile> {
  for (const { name, district, receivedAt, ending, filled } of STORY) {
    const week: Week = { unit: districts[district]!.office, ...filled(districts[district]!.name) }
    const bytes = await WRITERS[ending](week)
    yield { file: `forms/hz17-a2-${name}.${ending}`, receivedAt, bytes }
  }
}

const WRITERS = {
  xlsx: weekBook,
  docx: weekDocument,
  csv: async (week: Week) => weekCsv(week),
}

type Filled = Omit<Week, 'unit'>

interface Sent {
  readonly name: string
  readonly district: number
  readonly receivedAt: string
  readonly ending: keyof typeof WRITERS
  readonly filled: (place: string) => Filled
}

const line = (organization: string, summary: string, time: string, heads: Line['heads']): Line => ({
  organization,
  summary,
  time,
  heads,
})

const units = (place: string, second = '6月7日 15:00-17:00'): Line[] => [
  line(`${place}示例机关志愿服务队`, `${place}示例社区清洁家园`, '6月6日 9:00-11:00', 24),
  line(`${place}示例医院志愿服务队`, `${place}示例社区义诊`, second, 15),
]
const streets = (place: string): Line[] => [
  line(`${place}示例街道志愿服务队`, `${place}示例路口文明交通劝导`, '2017年6月8日 8:00-9:30', 32),
  line(`${place}示例和兴社区志愿服务队`, `${place}慰问空巢老人`, '2017年6月9日', 12),
]
const weekOfJuly = (place: string, day: number): Line[] => [
  line(`${place}示例消防志愿服务队`, `${place}消防进社区宣传`, `2017年7月${day}日 9:00-11:00`, 20),
  line(`${place}示例学校志愿服务队`, `${place}暑期自护教育`, `2017年7月${day + 1}日`, 28),
]

const FIRST_WEEK = (place: string): Filled => ({
  week: '',
  lines: { DISTRICT_UNIT: units(place), SUBDISTRICT: streets(place) },
})

const STORY: readonly Sent[] = [
  {
    name: 'w1-441302',
    district: 0,
    receivedAt: '2017-06-13T10:05:00+08:00',
    ending: 'xlsx',
    filled: FIRST_WEEK,
  },
  {
    name: 'w1-441303',
    district: 1,
    receivedAt: '2017-06-13T11:30:00+08:00',
    ending: 'docx',
    filled: FIRST_WEEK,
  },
  {
    name: 'w1-441322',
    district: 2,
    receivedAt: '2017-06-12T16:15:00+08:00',
    ending: 'csv',
    filled: (place) => ({
      week: '',
      lines: {
        DISTRICT_UNIT: units(place, '6月7日（星期四）下午'), // it was a Wednesday
        SUBDISTRICT: [
          ...streets(place),
          line(`${place}示例镇志愿服务队`, '护河志愿服务', '6月上旬', '近40人'),
        ],
      },
    }),
  },
  {
    name: 'w2-441302-cumulative',
    district: 0,
    receivedAt: '2017-06-20T09:40:00+08:00',
    ending: 'xlsx',
    filled: (place) => ({
      week: '',
      lines: {
        DISTRICT_UNIT: [
          ...units(place),
          line(`${place}示例图书馆志愿服务队`, '阅读推广', '2017年6月15日 9:00-11:00', 18),
        ],
        SUBDISTRICT: [
          ...streets(place),
          line(`${place}示例康宁社区志愿服务队`, '入户宣传文明创建', '2017年6月16日', 22),
        ],
      },
    }),
  },
  {
    name: 'w3-441303-wrong-total',
    district: 1,
    receivedAt: '2017-06-27T15:20:00+08:00',
    ending: 'xlsx',
    filled: (place) => ({
      week: '',
      lines: {
        DISTRICT_UNIT: [
          line(`${place}示例供电志愿服务队`, '便民家电维修', '6月19日至6月20日', 16),
          line(`${place}示例机关志愿服务队`, '党员责任岗志愿服务', '每天晚上', 30),
        ],
        SUBDISTRICT: [
          line(`${place}示例街道志愿服务队`, '环境整治', '2017年6月23日 9:00-11:00', 41),
          line(`${place}示例社区志愿服务队`, '邻里守望', '2017年6月25日-6月21日', 11), // backwards
          line(`${place}示例新村志愿服务队`, '旧衣回收', '2017年6月24日', '12+8'),
        ],
      },
      total: 128, // they are 118
    }),
  },
  {
    name: 'w4-z-hz-zk',
    district: 3,
    receivedAt: '2017-07-04T14:10:00+08:00',
    ending: 'docx',
    filled: (place) => ({
      week: '6月第5周',
      lines: {
        DISTRICT_UNIT: [
          line(`${place}示例企业志愿服务队`, '义务献血', '2017年6月28日 9:00-12:00', 35),
        ],
        SUBDISTRICT: weekOfJuly(place, 1),
      },
      total: 83,
    }),
  },
  {
    name: 'w4-441322-late',
    district: 2,
    receivedAt: '2017-07-05T09:00:00+08:00',
    ending: 'xlsx',
    filled: (place) => ({
      week: '6月第5周',
      lines: {
        DISTRICT_UNIT: units(place, '2017年6月29日 9:00-11:00').slice(1),
        SUBDISTRICT: weekOfJuly(place, 1),
      },
    }),
  },
  {
    name: 'w5-z-hz-dyw-which-week',
    district: 4,
    receivedAt: '2017-07-11T10:00:00+08:00',
    ending: 'xlsx',
    filled: (place) => ({
      week: '7月第1周', // from 26 June or from 3 July
      lines: { DISTRICT_UNIT: weekOfJuly(place, 4), SUBDISTRICT: weekOfJuly(place, 6) },
    }),
  },
]
