import { terms } from './term.ts'

// What a station is held against (九有一坚持一完善) and what is looked at.

export const criteria = terms({
  S01: { zh: '有统一标识', en: 'Unified signage', clause: 'C21 二1' },
  S02: { zh: '有办公场所', en: 'Office space', clause: 'C21 二2' },
  S03: { zh: '有便民设施', en: 'Convenience facilities', clause: 'C21 二3' },
  S04: { zh: '有专职工作人员', en: 'Dedicated staff', clause: 'C21 二4' },
  S05: { zh: '有志愿服务队伍', en: 'Volunteer team', clause: 'C21 二5' },
  S06: { zh: '有管理制度', en: 'Management rules', clause: 'C21 二6' },
  S07: { zh: '有志愿服务手册(服务指南)', en: 'Handbook or guide', clause: 'C21 二7' },
  S08: { zh: '有工作台账', en: 'Work ledger', clause: 'C21 二8' },
  S09: { zh: '有服务项目', en: 'Service projects', clause: 'C21 二9' },
  S10: { zh: '坚持常态化开展志愿服务活动', en: 'Regular activities kept up', clause: 'C21 二10' },
  S11: { zh: '完善志愿服务工作资料', en: 'Complete work files', clause: 'C21 二11' },
})

export const checkResults = terms({
  MET: { zh: '达标', en: 'Met' },
  PARTIAL: { zh: '部分达标', en: 'Partly met' },
  NOT_MET: { zh: '未达标', en: 'Not met' },
  NOT_ASSESSED: { zh: '未评估', en: 'Not assessed' },
  NOT_APPLICABLE: { zh: '不适用', en: 'Not applicable' },
})

export const officeForms = terms({
  ROOM: { zh: '独立工作间', en: 'Separate room' },
  KIOSK: { zh: '岗亭', en: 'Kiosk' },
  COUNTER: { zh: '固定柜台', en: 'Fixed counter' },
})

export const officeEquipment = terms({
  COMPUTER: { zh: '电脑', en: 'Computer' },
  PRINTER: { zh: '打印机', en: 'Printer' },
  PHONE: { zh: '电话', en: 'Telephone' },
  CABINET: { zh: '档案柜', en: 'Filing cabinet' },
  FURNITURE: { zh: '桌椅', en: 'Desks and chairs' },
})

export const managementRules = terms({
  LEADERSHIP: { zh: '组织领导', en: 'Leadership' },
  RECRUIT_REGISTER: { zh: '招募注册', en: 'Recruitment and registration' },
  MANAGE_TRAIN: { zh: '管理培训', en: 'Management and training' },
  ASSESS_INCENTIVE: { zh: '考核激励', en: 'Assessment and incentives' },
})

export const platformFunctions = terms({
  REGISTER: { zh: '注册登记', en: 'Registration' },
  PUBLISH: { zh: '发布项目', en: 'Project publication' },
  RECRUIT: { zh: '招募志愿者', en: 'Recruitment' },
  RECORD_HOURS: { zh: '记录时长', en: 'Hours recording' },
})

export const archiveKinds = terms({
  TEAM: { zh: '站点队伍建设', en: 'Team building' },
  ACTIVITY: { zh: '活动开展', en: 'Activities' },
  FEEDBACK: { zh: '群众意见反馈', en: 'Public feedback' },
})

export const displayItems = terms({
  DESK_PLATE: { zh: '“志愿服务岗”台牌', en: 'Desk plate', clause: 'Z17' },
  SLOGAN: { zh: '志愿服务口号', en: 'Slogan', clause: 'Z17' },
  WORKFLOW: { zh: '志愿服务工作流程', en: 'Workflow', clause: 'Z17' },
  RECRUITMENT: { zh: '志愿者招募信息', en: 'Recruitment information', clause: 'Z17' },
  RULES: { zh: '志愿服务工作制度', en: 'Work rules', clause: 'Z17' },
})

export const uniformMarks = terms({
  STICKER: { zh: '标贴', en: 'Sticker', clause: 'Z17' },
  SASH: { zh: '绶带', en: 'Sash', clause: 'Z17' },
  CAP: { zh: '帽子', en: 'Cap', clause: 'Z17 C21' },
  ARMBAND: { zh: '臂章', en: 'Armband', clause: 'Z17' },
  VEST: { zh: '马甲', en: 'Vest', clause: 'Z17 C21' },
  CLOTHING: { zh: '衣物', en: 'Clothing', clause: 'C21' },
})

export const inspectionKinds = terms({
  SPOT_CHECK: { zh: '抽查走访', en: 'Spot check', clause: 'C21' },
  UNANNOUNCED: { zh: '抽查暗访', en: 'Unannounced visit', clause: 'C21' },
  ASSESSMENT: { zh: '考核（测评）', en: 'Assessment', clause: 'C21 H17' },
})

export const civilityAwards = terms({
  COUNTY: { zh: '文明县城', en: 'Civilised county town' },
  VILLAGE_TOWN: { zh: '文明村镇', en: 'Civilised village/town' },
  UNIT: { zh: '文明单位', en: 'Civilised unit' },
  COMMUNITY: { zh: '文明社区', en: 'Civilised community' },
})
