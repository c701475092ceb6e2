import type { Card } from './cards.ts'
import { jpeg, png } from './photo.ts'

/** What happened, told by the team that did it. */
export type Told = Partial<Card> & Pick<Card, 'time' | 'place' | 'summary'>

interface Sent {
  readonly name: string
  /** Which of the six teams. */
  readonly team: number
  readonly receivedAt: string
  readonly asBook?: true
  readonly cards: readonly Told[]
}

const VISIT: Told = {
  time: '2017年6月14日 9:00-11:00',
  place: '惠城区示例永安社区',
  heads: '26',
  summary: '开展护河志愿服务。队员沿示例河段清理垃圾，向居民宣讲护河知识。',
}
const WEEK_OF_TRAFFIC = [5, 6, 7, 8, 9].map(
  (day): Told => ({
    time: `2017年6月${day}日 8:00-9:30`,
    place: `惠城区示例路口第${day - 4}岗`,
    summary: '文明交通劝导志愿服务。队员在路口劝导行人不闯红灯。',
  }),
)

const told = (time: string, place: string, summary: string, more: Partial<Card> = {}): Told => ({
  time,
  place,
  summary,
  ...more,
})

export const STORY: readonly Sent[] = [
  {
    name: 'w1-hexing',
    team: 0,
    receivedAt: '2017-06-12T10:12:00+08:00',
    cards: [
      told(
        '2017年6月6日 9:00-11:30',
        '惠城区示例和兴社区',
        '洁净家园志愿服务。队员清扫社区道路，入户宣传文明创建。',
      ),
    ],
  },
  {
    name: 'w1-kangning-five',
    team: 1,
    receivedAt: '2017-06-13T16:40:00+08:00',
    cards: WEEK_OF_TRAFFIC,
  },
  {
    name: 'w1-qingsong-one-photo',
    team: 3,
    receivedAt: '2017-06-13T17:31:00+08:00',
    cards: [
      told(
        '2017年6月8日上午',
        '惠阳区示例安居社区',
        '关爱空巢老人志愿服务。队员为老人检修家中线路。',
        { photos: [jpeg('one photo only', { takenOn: '2017-06-08' })] },
      ),
    ],
  },
  {
    name: 'w1-chaoxia-late',
    team: 5,
    receivedAt: '2017-06-13T18:00:01+08:00', // a second after the end of work
    cards: [
      told(
        '2017年6月10日（星期六）15:00-17:00',
        '大亚湾区示例公园',
        '文明游园志愿服务。队员引导游客文明游园。',
      ),
    ],
  },
  {
    name: 'w1-tongxin-telephone',
    team: 4,
    receivedAt: '2017-06-13T17:45:00+08:00',
    cards: [
      told('2017年6月9日 16:00-17:00', '惠城区示例同心学校', '自护教育志愿服务。', {
        leaderPhone: '1380013864',
      }), // a digit is missing
    ],
  },
  {
    name: 'w2-tongxin-not-published',
    team: 4,
    receivedAt: '2017-06-19T09:20:00+08:00',
    cards: [{ ...VISIT, published: '否' }],
  },
  {
    name: 'w2-tongxin-corrected',
    team: 4,
    receivedAt: '2017-06-20T11:05:00+08:00',
    cards: [VISIT],
  },
  {
    name: 'w2-hongmian',
    team: 2,
    receivedAt: '2017-06-20T09:02:00+08:00',
    asBook: true,
    cards: [
      told(
        '6月13日 14:30-16:30',
        '惠城区示例向阳社区',
        '阅读推广志愿服务。队员为社区儿童讲故事。',
        { photos: [jpeg('reading 1', { takenOn: '2017-06-13' }), jpeg('reading 2')] },
      ),
      told('2017年6月16日 19:30-21:00', '惠城区示例文化广场', '文艺志愿服务演出。', {
        recorded: '√',
        published: '☑是□否',
      }),
    ],
  },
  {
    name: 'w2-hexing-about',
    team: 0,
    receivedAt: '2017-06-20T15:45:00+08:00',
    cards: [
      told(
        '2017年6月15日 9:00-11:00',
        '惠城区示例友爱社区',
        '党员责任岗志愿服务。党员到社区报到并参加清洁。',
        { heads: '约20人' },
      ),
    ],
  },
  {
    name: 'w2-unknown',
    team: 0,
    receivedAt: '2017-06-20T16:10:00+08:00',
    cards: [
      told('2017年6月17日 9:00-12:00', '惠阳区示例广场', '义演义诊志愿服务。', {
        organization: '惠州市示例银杏志愿服务队',
      }),
    ],
  },
  {
    name: 'w3-kangning-personal',
    team: 1,
    receivedAt: '2017-06-26T10:30:00+08:00',
    cards: [
      told(
        '2017年6月20日 9:00-11:00',
        '惠城区示例康宁社区',
        '慰问老人，联系人李演示13800138641。',
        { heads: '18' },
      ),
    ],
  },
  {
    name: 'w3-hongmian-old-photo',
    team: 2,
    receivedAt: '2017-06-27T08:55:00+08:00',
    cards: [
      told('2017年6月21日 9:00-11:00', '惠城区示例红棉图书馆', '展馆讲解志愿服务。', {
        photos: [jpeg('guide', { takenOn: '2017-06-21' }), jpeg('old', { takenOn: '2016-05-01' })],
      }),
    ],
  },
  {
    name: 'w3-chaoxia-png',
    team: 5,
    receivedAt: '2017-06-27T14:00:00+08:00',
    cards: [
      told('2017年6月22日 9:00-10:30', '仲恺区示例企业园', '义务献血志愿服务。', {
        photos: [jpeg('blood', { takenOn: '2017-06-22' }), png()],
      }),
    ],
  },
  {
    name: 'w3-qingsong-both-ticked',
    team: 3,
    receivedAt: '2017-06-27T17:20:00+08:00',
    asBook: true,
    cards: [
      told('2017年6月23日 9:00-11:00', '惠阳区示例安居社区', '用电安全宣传志愿服务。', {
        recorded: '☑是☑否',
      }),
      told('2017年6月24日 9:00-11:00', '惠阳区示例青松小区', '植绿护绿志愿服务。'),
    ],
  },
]
