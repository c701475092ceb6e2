import { terms } from './term.ts'

// What is done for people: service items, served groups, fields and duties.

export const services = terms({
  CIVIL_TOURISM: { zh: '文明旅游', en: 'Civil tourism', clause: 'C21 H17' },
  CIVIL_TRAFFIC: { zh: '文明交通', en: 'Civil traffic', clause: 'C21 H17' },
  CIVIL_NET: { zh: '文明上网', en: 'Civil internet use', clause: 'H17' },
  CULTURE_ARTS: { zh: '文化文艺', en: 'Culture and arts', clause: 'C21' },
  EDU_AID: { zh: '助学支教', en: 'Study aid and teaching', clause: 'C21 H17' },
  SMART_ELDER: { zh: '智慧助老', en: 'Digital help for elders', clause: 'C21' },
  HEALTH: { zh: '医疗健康', en: 'Health', clause: 'C21' },
  ENV_PROTECT: { zh: '环境保护', en: 'Environment', clause: 'C21 H17' },
  LEGAL_AID: { zh: '法律援助', en: 'Legal aid', clause: 'C21 Z19' },
  SCI_POP: { zh: '科学普及', en: 'Popular science', clause: 'C21' },
  PUBLIC_SECURITY: { zh: '社会治安', en: 'Public security', clause: 'C21' },
  GREENING: { zh: '植绿护绿', en: 'Planting and greening', clause: 'C21 H17' },
  CIVIL_GUIDE: { zh: '文明引导', en: 'Civility guidance', clause: 'C21' },
  CONVENIENCE: { zh: '便民服务', en: 'Convenience service', clause: 'C21' },
  GUIDED_TOUR: { zh: '讲解导览', en: 'Guided tours', clause: 'C21' },
  PUBLIC_EDU: { zh: '公共教育', en: 'Public education', clause: 'C21' },
  CULTURE_EVENT: { zh: '文化活动', en: 'Cultural events', clause: 'C21' },
  CREATIVE_PRODUCT: { zh: '文创开发', en: 'Creative products', clause: 'C21' },
  COLLECTION_REG: { zh: '藏品登记', en: 'Collection registration', clause: 'C21' },
  TRANSLATION: { zh: '文献翻译', en: 'Document translation', clause: 'C21' },
  EXHIBITION: { zh: '陈列展览', en: 'Exhibitions', clause: 'C21' },
  INFO_DESK: { zh: '信息咨询', en: 'Information desk', clause: 'C21' },
  ORDER: { zh: '秩序维护', en: 'Keeping order', clause: 'C21' },
  TOURISM_INFO: { zh: '文明旅游宣传', en: 'Civil-tourism publicity', clause: 'C21' },
  NEIGHBOUR: { zh: '邻里守望', en: 'Neighbourhood watch', clause: 'C21' },
  SECURITY_PATROL: { zh: '治安巡逻', en: 'Security patrol', clause: 'C21' },
  DOOR_CAMPAIGN: { zh: '文明创建入户宣传', en: 'Door-to-door civility campaign', clause: 'H17' },
  PUBLIC_CIVILITY: { zh: '公共文明引导', en: 'Public civility guidance', clause: 'H17' },
  CLEAN_HOME: { zh: '洁净家园', en: 'Clean home', clause: 'H17' },
  POVERTY_HELP: { zh: '扶贫帮困', en: 'Help for the poor', clause: 'H17' },
  DONATION: { zh: '慈善捐助', en: 'Charity donation', clause: 'H17' },
  BLOOD: { zh: '义务献血', en: 'Blood donation', clause: 'H17' },
  ORGAN: { zh: '捐赠器官', en: 'Organ donation', clause: 'H17' },
  SHOW_CLINIC: { zh: '义演义诊', en: 'Charity shows and clinics', clause: 'H17' },
  ONLINE_CHARITY: { zh: '网络公益', en: 'Online charity', clause: 'H17' },
  POLICY_INFO: { zh: '政策宣传', en: 'Policy information', clause: 'ZJ16' },
  APPLIANCE: { zh: '电器维修', en: 'Appliance repair', clause: 'ZJ16' },
  HEALTH_CHECK: { zh: '健康检查', en: 'Health checks', clause: 'ZJ16' },
  CHILD_TUTOR: { zh: '辅导儿童', en: 'Tutoring children', clause: 'ZJ16' },
  ELDER_SERVICE: { zh: '为老服务', en: 'Service for elders', clause: 'ZJ16' },
  PARENT_CHILD: { zh: '亲子教育', en: 'Parent-child education', clause: 'ZJ16' },
  DRUG_EDU: { zh: '禁毒教育', en: 'Drug-prevention education', clause: 'Z19' },
  COMMUNITY_CORRECTION: { zh: '社区矫正', en: 'Community correction', clause: 'Z19 ZJ16' },
  LAW_INFO: { zh: '法制宣传', en: 'Law publicity', clause: 'Z19' },
  OTHER: { zh: '其他', en: 'Other', note: 'text' },
})

export const servedGroups = terms({
  ELDER: { zh: '老年人', en: 'Elders', clause: 'Z17' },
  MINOR: { zh: '未成年人', en: 'Minors', clause: 'Z17' },
  DISABLED: { zh: '残疾人', en: 'Persons with disabilities', clause: 'Z17 H17 Z19' },
  MIGRANT_WORKER: { zh: '农民工', en: 'Migrant workers', clause: 'Z17' },
  POOR: { zh: '生活困难群众', en: 'People in hardship', clause: 'Z17' },
  EMPTY_NEST_ELDER: { zh: '空巢老人', en: 'Empty-nest elders', clause: 'H17 Z19' },
  LEFT_BEHIND_CHILD: { zh: '留守儿童', en: 'Left-behind children', clause: 'H17' },
  RURAL_LEFT_BEHIND_CHILD: { zh: '农村留守儿童', en: 'Rural left-behind children', clause: 'Z19' },
  URBAN_MOBILE_CHILD: { zh: '城市流动儿童', en: 'Urban migrant children', clause: 'Z19' },
  WORKER_IN_DIFFICULTY: { zh: '困难职工', en: 'Workers in difficulty', clause: 'H17' },
  EXTREME_POOR_FAMILY: { zh: '特困家庭', en: 'Extremely poor families', clause: 'Z19' },
  LONELY_ELDER: { zh: '孤寡空巢老人', en: 'Lonely empty-nest elders', clause: 'Z19' },
  DISABLED_YOUTH_FAMILY: {
    zh: '残疾青少年及其家庭',
    en: 'Disabled youth and families',
    clause: 'Z19',
  },
})

export const serviceFields = terms({
  POVERTY: { zh: '扶贫', en: 'Poverty relief' },
  HARDSHIP: { zh: '济困', en: 'Hardship relief' },
  ELDER: { zh: '扶老', en: 'Elder support' },
  ORPHAN: { zh: '救孤', en: 'Orphans' },
  SICK: { zh: '恤病', en: 'The sick' },
  DISABILITY: { zh: '助残', en: 'Disability' },
  DISASTER: { zh: '救灾', en: 'Disaster relief' },
  MEDICAL: { zh: '助医', en: 'Medical aid' },
  EDUCATION: { zh: '助学', en: 'Education aid' },
})

export const emergingFields = terms({
  SCIENCE: { zh: '科技普及宣传', en: 'Science publicity' },
  YOUTH: { zh: '问题青少年辅导', en: 'Youth counselling' },
  EMERGENCY: { zh: '应急服务', en: 'Emergency service' },
  LEGAL_AID: { zh: '法律援助', en: 'Legal aid' },
  PSYCH: { zh: '心理疏导', en: 'Psychological counselling' },
  MEDIATION: { zh: '人民调解', en: 'Mediation' },
  SECURITY: { zh: '治安维护', en: 'Public order' },
  CORRECTION: { zh: '社区矫正', en: 'Community correction' },
})

export const frequencyDuties = terms({
  PAIR_WEEKLY: {
    zh: '结对单位每周至少一次',
    en: 'Paired unit at least weekly',
    note: 'MUST H17-06',
  },
  PROF_TEAM_WEEKLY: {
    zh: '专业队每周进社区不少于一次',
    en: 'Professional team at least weekly',
    note: 'MUST H17-09',
  },
  COMMUNITY_WEEKLY: {
    zh: '社区主导活动每周不少于一次',
    en: 'Community-led at least weekly',
    note: 'MUST H17-10',
  },
  PARTY_POST_WEEKLY: {
    zh: '“党员责任岗”力争每周一次',
    en: 'Party post weekly if possible',
    note: 'SOFT H17-14',
  },
  ON_DUTY: {
    zh: '开放时间至少1名志愿者在岗',
    en: 'At least 1 volunteer on duty in open hours',
    note: 'MUST C21-D1',
  },
  WEEKEND_REGULAR: {
    zh: '志愿服务周末（定期）',
    en: 'Regular weekend service',
    note: 'no number ZJ16-26',
  },
  NORMALISED: { zh: '常态化开展', en: 'Kept up regularly', note: 'no number C21-S10' },
})
