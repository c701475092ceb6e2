import { type Bilingual, terms } from './term.ts'

// What people say when they look for something, and what the registers call it.

/** Everyday words for codes of a list, or for words that names and addresses may hold instead. */
export interface Everyday {
  readonly said: readonly string[]
  readonly amenities?: readonly string[]
  readonly services?: readonly string[]
  readonly venueType?: readonly string[]
  readonly accessible?: true
  /** Other words for the same, looked for in names and addresses. */
  readonly alike?: true
}

/** What people need and no register says anything of (the documents have no code for it), and how they ask. */
export const unregisteredNeeds: readonly (Bilingual & { readonly said: readonly string[] })[] = [
  {
    zh: '厕所',
    en: 'toilets',
    said: ['厕所', '卫生间', '洗手间', '公厕', '上厕所', 'toilet', 'toilets', 'restroom'],
  },
  { zh: '座位', en: 'seats', said: ['歇脚', '休息', '歇一歇', '座位', '座椅', 'seats'] },
  { zh: '充电处', en: 'charging', said: ['充电', '手机充电', '充电宝', '充电处', 'charging'] },
  { zh: '无线网络', en: 'Wi-Fi', said: ['wifi', '无线网', '无线网络', '上网'] },
  { zh: '母婴室', en: 'a nursing room', said: ['母婴室', '哺乳室', '喂奶', 'nursing room'] },
  { zh: '微波炉', en: 'a microwave', said: ['微波炉', '热饭', 'microwave'] },
  { zh: '除颤仪', en: 'a defibrillator', said: ['aed', '除颤仪', '除颤', 'defibrillator'] },
]

/** Where strangers may walk in and ask. */
export const NEED_SETTINGS = ['WINDOW', 'CULTURE', 'PLAZA_PARK_SCENIC'] as const

/** The need that a text asks for and no register answers; undefined for any other text. */
export function needUnregistered(text: string): Bilingual | undefined {
  const plain = text.normalize('NFKC').trim().toLowerCase()
  return unregisteredNeeds.find(({ said }) => said.includes(plain))
}

export const everyday: readonly Everyday[] = [
  {
    said: ['喝水', '开水', '热水', '饮水', '茶水', '接水', '水', 'water', 'drink'],
    amenities: ['WATER'],
  },
  {
    said: ['急救', '药', '药箱', '急救箱', '医药箱', '药品', '创可贴', '中暑', '包扎', 'medicine'],
    amenities: ['MEDICINE'],
  },
  { said: ['first aid', '急救药'], amenities: ['MEDICINE'] },
  { said: ['伞', '雨伞', '借伞', '雨具', 'umbrella'], amenities: ['UMBRELLA'] },
  { said: ['针线', '缝补', '补衣服', 'sewing'], amenities: ['SEWING'] },
  { said: ['笔', '纸笔', '文具', 'pen', 'stationery'], amenities: ['STATIONERY'] },
  { said: ['轮椅', '拐杖', '助行器', '盲杖', 'wheelchair'], amenities: ['DISABILITY_AID'] },
  { said: ['无障碍', '坡道', '轮椅通道', 'accessible', 'ramp'], accessible: true },
  { said: ['问路', '问讯', '咨询', '指路', 'information', 'directions'], services: ['INFO_DESK'] },
  { said: ['修电器', '修家电', '维修', 'repair'], services: ['APPLIANCE'] },
  { said: ['量血压', '体检', '测血压', '健康检查'], services: ['HEALTH_CHECK'] },
  { said: ['律师', '法律', '打官司', 'lawyer'], services: ['LEGAL_AID'] },
  { said: ['手机课', '教手机', '学手机'], services: ['SMART_ELDER'] },
  { said: ['义诊', '看病'], services: ['SHOW_CLINIC', 'HEALTH'] },
  { said: ['辅导作业', '补课', '课业辅导'], services: ['CHILD_TUTOR', 'EDU_AID'] },
  { said: ['献血', 'blood'], services: ['BLOOD'] },
  { said: ['高铁站', '火车站', '动车站'], venueType: ['RAIL_STATION'] },
  { said: ['汽车站', '客运站', '大巴站'], venueType: ['COACH_STATION', 'TRANSPORT_STATION'] },
  { said: ['看书', '借书', 'library'], venueType: ['LIBRARY'] },
  { said: ['办事大厅', '行政服务中心', '政务大厅', '政务服务中心'], venueType: ['GOV_HALL'] },
  { said: ['派出所办证', '护照', '办护照'], venueType: ['EXIT_ENTRY_HALL'] },
  { said: ['商场', '购物中心', '百货', 'mall'], venueType: ['MALL'] },
  { said: ['邮局', '寄信'], venueType: ['POST_OFFICE'] },
  ...unregisteredNeeds.map(({ said }) => ({ said, alike: true }) as const),
]

/** What can be looked for. */
export const searchTypes = terms({
  STATION: { zh: '站点', en: 'Station', note: 'hub' },
  ORGANIZATION: { zh: '组织', en: 'Organization', note: 'hub' },
  PROJECT: { zh: '项目', en: 'Project', note: 'hub' },
  CAMPAIGN: { zh: '专项行动', en: 'Campaign', note: 'hub' },
  REGION: { zh: '区域', en: 'Region', note: 'hub' },
  DOCUMENT: { zh: '文件', en: 'Document', note: 'hub' },
})
