import type { activityGroups, audiences } from '../../schema/terms/campaign.ts'
import type { Reporter } from './reporters.ts'

type Audience = keyof typeof audiences

/** What an activity of the action month is called, where it happens, whom it serves. */
export interface Deed {
  /** In the wording of the notice (Z19, section 2); `none` where no word of it is used. */
  readonly group: keyof typeof activityGroups | 'none'
  readonly words: readonly string[]
  readonly places: readonly string[]
  readonly served: readonly (Audience | Other)[]
  readonly by: readonly Reporter['kind'][]
}

/** The text that must go with 其他. */
type Other = '市民' | '学生' | '游客' | '村民' | '社区居民' | '办事群众'

const LOCAL = ['COUNTY', 'ZONE'] as const
const ALL = ['COUNTY', 'ZONE', 'CITY_UNIT', 'COLLEGE'] as const
const OFFICES = ['COUNTY', 'CITY_UNIT'] as const
const YOUNG = ['COUNTY', 'COLLEGE'] as const

const ROADS = ['示例路口', '示例大道', '示例市场路段']
const HOMES = ['示例社区', '示例小区', '示例新村']
const VILLAGES = ['示例村', '示例镇示例村', '示例自然村']
const RIVERS = ['示例河段', '示例水库', '示例堤岸']
const SCHOOLS = ['示例小学', '示例中学', '示例校区']
const SQUARES = ['示例广场', '示例公园', '示例文化广场']

export const DEEDS: readonly Deed[] = [
  deed('G1', ['文明交通劝导志愿服务活动', '斑马线礼让引导活动'], ROADS, ['市民'], ALL),
  deed('G1', ['市民志愿巡访活动', '创建文明城市巡访活动'], HOMES, ['社区居民'], LOCAL),
  deed('G1', ['环境整治志愿服务活动', '清除小广告行动'], HOMES, ['社区居民'], ALL),
  deed('G1', ['文明游园志愿服务活动', '保绿护绿行动'], SQUARES, ['游客', '市民'], ALL),
  deed('G2', ['“千企帮千村”结对帮扶活动', '美丽乡村志愿行动'], VILLAGES, ['A06', '村民'], LOCAL),
  deed('G2', ['“朝阳行动”学业辅导活动', '自护教育课堂'], SCHOOLS, ['A02', 'A06'], YOUNG),
  deed('G2', ['志愿助残“阳光行动”', '助残日间陪伴活动'], HOMES, ['A01'], ALL),
  deed('G2', ['金晖助老志愿服务行动', '空巢老人结对帮扶活动'], HOMES, ['A03', 'A01'], ALL),
  deed('G3', ['“河小青”巡河护河行动', '水质监测志愿活动'], RIVERS, ['村民'], LOCAL),
  deed('G3', ['义务植树活动', '低碳生活宣讲'], SQUARES, ['市民'], ALL),
  deed('G3', ['环保宣传教育活动'], SQUARES, ['市民', '学生'], YOUNG),
  deed('G4', ['先进典型事迹巡讲', '最美志愿者分享会'], SCHOOLS, ['学生'], OFFICES),
  deed('G4', ['学雷锋主题班会', '“学雷锋”主题团日活动', '诗歌朗诵会'], SCHOOLS, ['学生'], YOUNG),
  deed(
    'G4',
    ['窗口单位学雷锋活动', '公共场所便民活动'],
    ['示例商场', '示例医院'],
    ['办事群众'],
    ALL,
  ),
  deed('G4', ['科普大篷车下乡活动', '科普志愿讲堂'], VILLAGES, ['A06', '村民'], OFFICES),
  deed('G4', ['文化志愿服务演出', '文化馆公益培训'], SQUARES, ['市民', 'A03'], OFFICES),
  deed('G5', ['“8小时”以外志愿服务', '预约服务进楼院'], HOMES, ['社区居民'], ['CITY_UNIT']),
  deed('G5', ['禁毒宣讲活动', '法律援助咨询活动'], HOMES, ['A04', 'A05', 'A07'], LOCAL),
  deed('G5', ['社区矫正帮教活动', '重点青少年帮扶活动'], HOMES, ['A05', 'A08', 'A04'], LOCAL),
  deed('G5', ['大学生社区服务站活动', '支教助学活动'], HOMES, ['A02', '学生'], ['COLLEGE']),
  deed('G6', ['志愿服务主题歌曲传唱活动', '公益广告宣传活动'], SQUARES, ['市民'], ALL),
  deed('G6', ['市民公约宣讲活动'], HOMES, ['社区居民'], OFFICES),
  deed('G6', ['新媒体讲述志愿故事活动'], SCHOOLS, ['学生', '市民'], ['COLLEGE', 'CITY_UNIT']),
  deed('none', ['无偿献血活动', '爱心粥派发', '义务理发'], SQUARES, ['市民'], ALL),
  deed('none', ['慰问环卫工人活动', '旧衣回收活动'], HOMES, ['社区居民'], ALL),
]

function deed(
  group: Deed['group'],
  words: Deed['words'],
  places: Deed['places'],
  served: Deed['served'],
  by: Deed['by'],
): Deed {
  return { group, words, places, served, by }
}
