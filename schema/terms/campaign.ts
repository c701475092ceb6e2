import { terms } from './term.ts'

// Campaigns: themes, activity groups, audiences, media and evidence.

export const themes = terms({
  T01: { zh: '党员志愿服务', en: 'Party-member volunteering', clause: 'H17' },
  T02: { zh: '职工志愿服务', en: 'Workers', clause: 'H17' },
  T03: { zh: '社区志愿服务', en: 'Community', clause: 'H17' },
  T04: { zh: '平安志愿服务', en: 'Public safety', clause: 'H17' },
  T05: { zh: '文化志愿服务', en: 'Culture', clause: 'H17' },
  T06: { zh: '文艺志愿服务', en: 'Literature and art', clause: 'H17' },
  T07: { zh: '科普志愿服务', en: 'Popular science', clause: 'H17' },
  T08: { zh: '旅游志愿服务', en: 'Tourism', clause: 'H17' },
  T09: { zh: '红十字志愿服务', en: 'Red Cross', clause: 'H17' },
  T10: { zh: '“五老”志愿服务', en: 'Five elders', clause: 'H17' },
  T11: { zh: '青年文明号', en: 'Youth civility units', clause: 'H17' },
  T12: { zh: '邻里守望', en: 'Neighbourhood watch', clause: 'H17' },
  T13: { zh: '巾帼志愿者', en: 'Women volunteers', clause: 'H17' },
  T14: { zh: '关爱山川河流', en: 'Mountains and rivers', clause: 'H17' },
  T15: { zh: '服务百姓健康', en: "People's health", clause: 'H17' },
  T16: {
    zh: '志愿助残阳光行动',
    en: 'Sunshine action for persons with disabilities',
    clause: 'H17',
  },
  T17: { zh: '精准扶贫', en: 'Targeted poverty relief', clause: 'H17' },
  T18: { zh: '文明交通', en: 'Civil traffic', clause: 'H17' },
})

export const activityGroups = terms({
  G1: { zh: '创建文明城市志愿服务活动', en: 'Civilised-city building', clause: 'Z19' },
  G2: { zh: '助力扶贫帮困志愿服务活动', en: 'Poverty relief and help', clause: 'Z19' },
  G3: { zh: '生态环保志愿服务活动', en: 'Ecology and environment', clause: 'Z19' },
  G4: { zh: '新时代文明实践志愿服务活动', en: 'New-era civility practice', clause: 'Z19' },
  G5: { zh: '助力社会治理志愿服务活动', en: 'Social governance', clause: 'Z19' },
  G6: { zh: '志愿文化展示宣传活动', en: 'Volunteer culture display', clause: 'Z19' },
})

export const subActions = terms({
  G1a: { zh: '文明交通劝导', en: 'Traffic persuasion', parent: 'G1' },
  G1b: { zh: '市民志愿巡访团', en: 'Citizen patrol group', parent: 'G1' },
  G1c: { zh: '环境整治', en: 'Environmental clean-up', parent: 'G1' },
  G1d: { zh: '公园景点护绿文明游园', en: 'Parks and scenic spots', parent: 'G1' },
  G2a: {
    zh: '结对帮扶贫困村（“千企帮千村”）',
    en: 'Pairing with poor villages',
    note: '111 villages',
    parent: 'G2',
  },
  G2b: { zh: '朝阳行动', en: 'Rising-sun action (migrant children)', parent: 'G2' },
  G2c: { zh: '志愿助残“阳光行动”', en: 'Sunshine action (disabilities)', parent: 'G2' },
  G2d: { zh: '金晖助老', en: 'Golden-glow elder care', parent: 'G2' },
  G3a: { zh: '“河小青”护河', en: 'River guardians', parent: 'G3' },
  G3b: { zh: '普及低碳生活理念', en: 'Low-carbon living', parent: 'G3' },
  G3c: { zh: '环保宣传教育', en: 'Environmental education', parent: 'G3' },
  G4a: { zh: '先进典型事迹巡讲', en: 'Role-model talks', parent: 'G4' },
  G4b: { zh: '校园学雷锋', en: 'Campus activities', parent: 'G4' },
  G4c: { zh: '窗口单位和公共场所学雷锋', en: 'Window units and public places', parent: 'G4' },
  G4d: { zh: '科普大篷车下乡', en: 'Science caravan', parent: 'G4' },
  G4e: { zh: '文化志愿服务', en: 'Cultural volunteering', parent: 'G4' },
  G5a: { zh: '机关“8小时”以外志愿服务', en: 'After-hours service by offices', parent: 'G5' },
  G5b: { zh: '社会组织专业服务', en: 'Professional services by NGOs', parent: 'G5' },
  G5c: { zh: '高校团委社区志愿服务站', en: 'College stations in communities', parent: 'G5' },
  G6a: { zh: '歌曲传唱、公益广告、标识推广', en: 'Songs, adverts, logo', parent: 'G6' },
  G6b: { zh: '融入公约守则规范', en: 'Into codes and rules', parent: 'G6' },
  G6c: { zh: '新媒体讲述“志愿肇庆”故事', en: 'New-media stories', parent: 'G6' },
})

export const audiences = terms({
  A01: { zh: '残疾人', en: 'Persons with disabilities', sensitivity: 'HIGH' },
  A02: { zh: '异地务工人员子女', en: 'Children of migrant workers', sensitivity: 'MINOR' },
  A03: { zh: '空巢老人', en: 'Empty-nest elders', sensitivity: 'MEDIUM' },
  A04: { zh: '闲散青少年', en: 'Out-of-school, out-of-work youth', sensitivity: 'HIGH' },
  A05: {
    zh: '不良行为青少年',
    en: 'Youth with misconduct (official term)',
    sensitivity: 'VERY_HIGH',
  },
  A06: { zh: '农村留守儿童', en: 'Rural left-behind children', sensitivity: 'MINOR' },
  A07: { zh: '流浪乞讨未成年人', en: 'Homeless or begging minors', sensitivity: 'VERY_HIGH' },
  A08: {
    zh: '服刑在教人员未成年子女',
    en: 'Minor children of persons serving sentences',
    sensitivity: 'VERY_HIGH',
  },
  A99: { zh: '其他', en: 'Other (text required)', sensitivity: 'MEDIUM' },
})

export const mediaChannels = terms({
  TV: { zh: '电视', en: 'Television' },
  RADIO: { zh: '广播', en: 'Radio' },
  PRINT: { zh: '报纸/纸媒', en: 'Print' },
  WEB: { zh: '网络/网站', en: 'Website' },
  SMS: { zh: '手机短信', en: 'SMS' },
  WECHAT: { zh: '微信', en: 'WeChat' },
  WEIBO: { zh: '微博', en: 'Weibo' },
  BILLBOARD: { zh: '公益广告牌', en: 'Billboard', clause: 'ZJ16' },
  LED: { zh: '电子显示屏', en: 'LED screen', clause: 'ZJ16' },
  NOTICE_BOARD: { zh: '墙报板报', en: 'Notice board', clause: 'ZJ16' },
})

export const evidenceTypes = terms({
  PLAN: { zh: '计划方案', en: 'Plan (before)', clause: 'Z17' },
  SERVICE_RULES: { zh: '服务规则', en: 'Service rules (before)', clause: 'Z17' },
  TEXT_RECORD: { zh: '文字记录', en: 'Text record (during)', clause: 'Z17' },
  SCENE_PHOTO: { zh: '现场/实景图片', en: 'Scene photo (during)', clause: 'Z17 H17' },
  SUMMARY: { zh: '工作总结', en: 'Summary (after)', clause: 'Z17 Z19' },
  NORMATIVE_DOC: { zh: '规范文件', en: 'Normative document', clause: 'H17' },
  NARRATIVE_REPORT: { zh: '说明报告', en: 'Narrative report', clause: 'H17' },
  STAT_TABLE: { zh: '统计表格', en: 'Statistics table', clause: 'H17' },
  PRESS_TEXT: { zh: '新闻稿', en: 'Press text', clause: 'Z19' },
  NEWS_LINK: { zh: '新闻宣传链接', en: 'News link', clause: 'Z19' },
  SCREENSHOT: { zh: '截图', en: 'Screenshot', clause: 'Z19' },
  MODEL_DEEDS: { zh: '先进典型事迹素材', en: 'Role-model material', clause: 'Z19' },
})

export const eventKinds = terms({
  MAJOR_EVENT: { zh: '重大活动', en: 'Major event', clause: 'ZJ16' },
  MEETING: { zh: '重要会议', en: 'Important meeting', clause: 'ZJ16' },
  GAMES: { zh: '大型文体赛事', en: 'Large cultural or sports event', clause: 'ZJ16' },
})

export const eventPosts = terms({
  RECEPTION: { zh: '接待', en: 'Reception', clause: 'ZJ16' },
  ENQUIRY: { zh: '咨询', en: 'Enquiries', clause: 'ZJ16' },
  LIAISON: { zh: '联络', en: 'Liaison', clause: 'ZJ16' },
  ORDER: { zh: '秩序维护', en: 'Order', clause: 'ZJ16' },
})
