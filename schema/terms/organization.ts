import { terms } from './term.ts'

// Who serves: kinds of bodies and teams, their registration and platforms.

export const organizationTypes = terms({
  CIVILITY_OFFICE: { zh: '文明办', en: 'Civility office' },
  CIVILITY_COMMITTEE: { zh: '精神文明建设委员会', en: 'Civility committee' },
  PUBLICITY: { zh: '宣传部', en: 'Publicity department' },
  ORGANS_COMMITTEE: { zh: '市直机关工委', en: 'Committee of city organs' },
  YOUTH_LEAGUE: { zh: '团委', en: 'Youth League committee' },
  CIVIL_AFFAIRS: { zh: '民政局', en: 'Civil affairs bureau' },
  YOUNG_PIONEERS: { zh: '少工委', en: 'Young Pioneers committee' },
  SOCIAL_WORK_DEPT: { zh: '社会工作部', en: 'Social work department', note: 'after 2023' },
  FEDERATION: { zh: '志愿服务（志愿者）联合会', en: 'Volunteer federation' },
  PRACTICE_CENTER: { zh: '新时代文明实践服务中心', en: 'Civility practice service centre' },
  CREATION_CENTER: { zh: '精神文明创建服务中心', en: 'Civility creation service centre' },
  IN_UNIT: { zh: '单位志愿服务组织', en: 'In-unit organisation' },
  VOLUNTEER_ORG: { zh: '志愿服务组织', en: 'Volunteer organisation' },
  CHARITY_ORG: { zh: '公益组织', en: 'Charity organisation' },
  SOCIAL_SERVICE_ORG: { zh: '社会服务组织', en: 'Social service organisation' },
  SOCIAL_WORK_AGENCY: { zh: '社工机构', en: 'Social-work agency' },
  INDUSTRY_ASSOC: { zh: '行业协会', en: 'Industry association' },
  PROPERTY: { zh: '物业企业', en: 'Property company' },
  COLLEGE: { zh: '高等学校', en: 'College' },
  SUPPORT_CENTER: { zh: '公益服务促进中心/孵化基地', en: 'Support centre / incubator' },
  VENUE_OPERATOR: { zh: '场馆/窗口管理单位', en: 'Venue operator' },
  GOV_BUREAU: { zh: '政府部门', en: 'Government bureau' },
})

export const teamTypes = terms({
  PARTY: { zh: '党员志愿服务队', en: 'Party members' },
  LEAGUE: { zh: '团员（青年）志愿服务队', en: 'League members / youth' },
  PRACTICE: { zh: '新时代文明实践志愿服务队', en: 'Civility-practice team' },
  PROFESSIONAL: { zh: '专业志愿服务队', en: 'Professional team' },
  COMMUNITY: { zh: '社区志愿服务队', en: 'Community team' },
  ENTERPRISE: { zh: '企业志愿服务队', en: 'Enterprise team' },
  COLLEGE: { zh: '高校志愿服务队', en: 'College team' },
  SCHOOL: { zh: '中小学志愿服务队', en: 'School team' },
  IN_UNIT: { zh: '单位志愿服务队', en: 'In-unit team' },
  RIVER: { zh: '护河志愿服务队', en: 'River guard team' },
  PATROL: { zh: '市民志愿巡访团', en: 'Citizen patrol group' },
  WEEKEND: { zh: '周末服务队', en: 'Weekend team' },
  SOCIAL: { zh: '社会力量', en: 'Other social force' },
})

export const professionalFields = terms({
  CULTURE: { zh: '文化', en: 'Culture', clause: 'H17' },
  MEDICAL: { zh: '医疗卫生', en: 'Medical', clause: 'H17' },
  LEGAL: { zh: '法律（法律援助）', en: 'Law', clause: 'H17 ZJ16' },
  ENV: { zh: '环保', en: 'Environment', clause: 'H17' },
  FIRE: { zh: '消防', en: 'Fire safety', clause: 'H17' },
  EMERGENCY: { zh: '应急救援', en: 'Emergency rescue', clause: 'ZJ16' },
  RESCUE: { zh: '抢险救援', en: 'Disaster rescue', clause: 'ZJ16' },
  EPIDEMIC: { zh: '卫生防疫', en: 'Epidemic control', clause: 'ZJ16' },
  REPAIR: { zh: '设施抢修', en: 'Facility repair', clause: 'ZJ16' },
  PSYCH: { zh: '心理安抚', en: 'Psychological comfort', clause: 'ZJ16' },
})

export const registrationStatuses = terms({
  UNREGISTERED: { zh: '未登记', en: 'Not registered' },
  ELIGIBLE: { zh: '达到登记条件', en: 'Eligible', clause: 'Z17' },
  REGISTERED: { zh: '依法登记', en: 'Registered', clause: 'Z17 ZJ16' },
  IN_UNIT: { zh: '单位内部', en: 'In-unit', clause: 'Z17' },
})

export const unitLevels = terms({
  CITY_DIRECT: { zh: '市直单位', en: 'City-level unit', clause: 'H17' },
  COUNTY_DIRECT: { zh: '县（区）直单位', en: 'County-level unit', clause: 'H17' },
  RESIDENT_HIGHER: { zh: '驻惠单位', en: 'Higher-level unit resident in the city', clause: 'H17' },
})

export const platforms = terms({
  GD_ZYS: { zh: '广东志愿时', en: 'Guangdong Volunteer Time', note: '2016-17 documents' },
  IZHIYUAN: {
    zh: 'i志愿（广东志愿者信息管理服务平台）',
    en: 'iZhiyuan',
    note: '2019',
    aliases: ['i志愿', 'I志愿', 'i志愿系统'],
  },
  NATIONAL: {
    zh: '全国志愿服务信息系统（中国志愿服务网）',
    en: 'National volunteer service information system',
    clause: 'C21',
  },
  HZ_ZYFWW: { zh: '惠州志愿服务网', en: 'Huizhou volunteer service site', clause: 'H17' },
  ZJ_SITE: { zh: '湛江市志愿服务网站', en: 'Zhanjiang volunteer site', clause: 'ZJ16' },
  ZJ_APP: { zh: '湛江市志愿服务APP', en: 'Zhanjiang app', clause: 'ZJ16' },
  ZQ_WENMING: { zh: '肇庆文明网', en: 'Zhaoqing civility site', clause: 'Z17' },
  CN_WENMING_ZQ: { zh: '中国文明网·肇庆站', en: 'China civility site, Zhaoqing', clause: 'Z17' },
  PAPER: { zh: '纸质', en: 'Paper' },
  EMAIL: { zh: '电子邮件', en: 'E-mail' },
})

export const cooperationModels = terms({
  DG_SG_ZYZ: {
    zh: '党工+社工+志愿者',
    en: 'Party worker + social worker + volunteer',
    clause: 'H17',
  },
  DG_GG_SG_YG: {
    zh: '党工+关工+社工+义工',
    en: 'Party + care-for-youth + social worker + volunteer',
    clause: 'ZJ16',
  },
})
