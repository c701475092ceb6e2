import { terms } from './term.ts'

// Stations (学雷锋志愿服务站点): settings, venues, kinds, what they offer.

export const stationSettings = terms({
  COMMUNITY: { zh: '城乡社区', en: 'Urban and rural community', clause: 'C21' },
  WINDOW: { zh: '窗口服务单位', en: 'Service window unit', clause: 'C21' },
  CULTURE: { zh: '公共文化设施', en: 'Public cultural facility', clause: 'C21' },
  PLAZA_PARK_SCENIC: {
    zh: '广场、公园、景区（景点）',
    en: 'Plaza, park, scenic area',
    clause: 'C21',
  },
  RESIDENTIAL: { zh: '小区志愿服务点', en: 'Residential compound point', clause: 'C21' },
})

export const venueTypes = terms({
  COMMUNITY_CENTER: {
    zh: '社区综合服务中心（社工站）',
    en: 'Community service centre (social-work station)',
    clause: 'H17',
    setting: 'COMMUNITY',
  },
  COMMUNITY: { zh: '社区', en: 'Community', clause: 'C21', setting: 'COMMUNITY' },
  VILLAGE: { zh: '村', en: 'Village', clause: 'C21', setting: 'COMMUNITY' },
  PRACTICE_CENTER: {
    zh: '新时代文明实践中心',
    en: 'New-era civility practice centre (county)',
    clause: 'C21',
    setting: 'COMMUNITY',
  },
  PRACTICE_INSTITUTE: {
    zh: '新时代文明实践所',
    en: 'New-era civility practice institute (township)',
    clause: 'C21',
    setting: 'COMMUNITY',
  },
  PRACTICE_STATION: {
    zh: '新时代文明实践站',
    en: 'New-era civility practice station (village)',
    clause: 'C21',
    setting: 'COMMUNITY',
  },
  COMMUNITY_ACTIVITY_CENTER: {
    zh: '社区活动中心',
    en: 'Community activity centre',
    clause: 'ZJ16',
    setting: 'COMMUNITY',
  },
  GOV_HALL: {
    zh: '政务中心（大厅）',
    en: 'Government service hall',
    clause: 'C21 H17',
    setting: 'WINDOW',
  },
  HOSPITAL: { zh: '医院', en: 'Hospital', clause: 'C21 H17 Z19', setting: 'WINDOW' },
  AIRPORT: { zh: '机场', en: 'Airport', clause: 'C21 H17', setting: 'WINDOW' },
  RAIL_STATION: { zh: '火车站', en: 'Railway station', clause: 'H17', setting: 'WINDOW' },
  COACH_STATION: { zh: '长途汽车站', en: 'Coach station', clause: 'H17', setting: 'WINDOW' },
  TRANSPORT_STATION: {
    zh: '车站',
    en: 'Station (unspecified)',
    clause: 'C21 Z19',
    setting: 'WINDOW',
  },
  EXIT_ENTRY_HALL: {
    zh: '出入境办证大厅',
    en: 'Exit-entry office hall',
    clause: 'C21',
    setting: 'WINDOW',
  },
  HOTEL: { zh: '宾馆', en: 'Hotel', clause: 'C21 Z19', setting: 'WINDOW' },
  RESTAURANT: { zh: '饭店', en: 'Restaurant', clause: 'C21', setting: 'WINDOW' },
  MALL: { zh: '大型商场', en: 'Shopping mall', clause: 'C21 Z19', setting: 'WINDOW' },
  SUPERMARKET: { zh: '超市', en: 'Supermarket', clause: 'C21', setting: 'WINDOW' },
  MARKET: { zh: '集市', en: 'Market', clause: 'Z19', setting: 'WINDOW' },
  BANK: { zh: '银行网点', en: 'Bank branch', clause: 'C21 Z19', setting: 'WINDOW' },
  POST_OFFICE: { zh: '邮政营业厅', en: 'Post office', clause: 'C21', setting: 'WINDOW' },
  MOBILE_HALL: { zh: '移动营业厅', en: 'China Mobile shop', clause: 'C21', setting: 'WINDOW' },
  TELECOM_HALL: {
    zh: '电信营业厅',
    en: 'China Telecom shop',
    clause: 'C21 Z19',
    setting: 'WINDOW',
  },
  UNICOM_HALL: { zh: '联通营业厅', en: 'China Unicom shop', clause: 'C21', setting: 'WINDOW' },
  POWER_HALL: { zh: '电力营业厅', en: 'Power company hall', clause: 'Z19', setting: 'WINDOW' },
  INDUSTRY_WINDOW: {
    zh: '行业服务窗口',
    en: 'Industry service window',
    clause: 'ZJ16',
    setting: 'WINDOW',
  },
  LIBRARY: { zh: '图书馆', en: 'Library', clause: 'Z17 H17 C21', setting: 'CULTURE' },
  MUSEUM: { zh: '博物馆', en: 'Museum', clause: 'Z17 H17 C21', setting: 'CULTURE' },
  CULTURE_HALL: {
    zh: '文化馆',
    en: 'Cultural hall',
    clause: 'Z17 H17 C21 Z19',
    setting: 'CULTURE',
  },
  MASS_ART_HALL: { zh: '群众艺术馆', en: 'Mass art hall', clause: 'Z19', setting: 'CULTURE' },
  ART_MUSEUM: { zh: '美术馆', en: 'Art museum', clause: 'Z17 H17 C21', setting: 'CULTURE' },
  SCIENCE_MUSEUM: { zh: '科技馆', en: 'Science museum', clause: 'Z17 H17 C21', setting: 'CULTURE' },
  MEMORIAL: {
    zh: '纪念馆（革命纪念馆）',
    en: 'Memorial hall',
    clause: 'Z17 H17 C21',
    setting: 'CULTURE',
  },
  PLANNING_HALL: { zh: '规划馆', en: 'Urban planning hall', clause: 'C21', setting: 'CULTURE' },
  CHILDREN_PALACE: {
    zh: '少年宫',
    en: "Children's palace",
    clause: 'C21 (culture), H17 (window)',
    setting: 'CULTURE',
  },
  YOUTH_CENTER: {
    zh: '青少年活动中心',
    en: 'Youth activity centre',
    clause: 'C21',
    setting: 'CULTURE',
  },
  PERFORMING_ARTS: {
    zh: '演艺中心',
    en: 'Performing-arts centre',
    clause: 'Z17',
    setting: 'CULTURE',
  },
  ARCHIVES: { zh: '档案馆', en: 'Archives', clause: 'Z17', setting: 'CULTURE' },
  PATRIOTIC_BASE: {
    zh: '爱国主义教育基地',
    en: 'Patriotic-education base',
    clause: 'Z17 C21',
    setting: 'CULTURE',
  },
  PLAZA: { zh: '广场', en: 'Plaza', clause: 'C21 Z19', setting: 'PLAZA_PARK_SCENIC' },
  COMMERCIAL_PLAZA: {
    zh: '商贸广场',
    en: 'Commercial plaza',
    clause: 'ZJ16',
    setting: 'PLAZA_PARK_SCENIC',
  },
  PARK: { zh: '公园', en: 'Park', clause: 'C21 H17 Z19 ZJ16', setting: 'PLAZA_PARK_SCENIC' },
  SCENIC: {
    zh: '景区（景点）',
    en: 'Scenic area',
    clause: 'C21 H17 Z19',
    setting: 'PLAZA_PARK_SCENIC',
  },
  MANAGED_COMPOUND: {
    zh: '有物管小区',
    en: 'Managed residential compound',
    clause: 'C21',
    setting: 'RESIDENTIAL',
  },
  CAMPUS: { zh: '高等学校/学校', en: 'College or school', clause: 'Z17 Z19' },
  OTHER: { zh: '其他', en: 'Other', note: 'text required' },
})

export const stationKinds = terms({
  STATION: { zh: '站', en: 'Station' },
  POINT: { zh: '点', en: 'Point (residential compound)', clause: 'C21 三5' },
  POST: { zh: '岗', en: 'Post (Lei Feng volunteer post)', clause: 'Z17 Z19' },
})

export const stationStatuses = terms({
  UNKNOWN: { zh: '不详', en: 'Not known', note: 'hub' },
  PLANNED: { zh: '拟建', en: 'Planned', note: 'hub' },
  BUILDING: { zh: '建设中', en: 'Being set up', note: 'hub' },
  OPERATING: { zh: '正常提供服务', en: 'Operating', clause: 'H17' },
  SUSPENDED: { zh: '暂停服务', en: 'Suspended', note: 'hub' },
  CLOSED: { zh: '已撤销', en: 'Closed', note: 'hub' },
})

export const stationFunctions = terms({
  MOBILISE: { zh: '组织动员', en: 'Mobilisation', clause: 'C21' },
  MATCH: { zh: '服务对接', en: 'Service matching', clause: 'C21' },
  SHOWCASE: { zh: '宣传展示', en: 'Publicity and display', clause: 'C21' },
  CONVENIENCE: { zh: '便民利民服务', en: 'Convenience services', clause: 'ZJ16' },
  SOCIAL_INFO: { zh: '社会服务宣传', en: 'Social-service information', clause: 'ZJ16' },
  RECRUIT_TRY: { zh: '志愿服务体验招募', en: 'Try-out and recruitment', clause: 'ZJ16' },
  CITY_IMAGE: { zh: '城市文明形象推广', en: 'City image', clause: 'ZJ16' },
})

export const amenities = terms({
  WATER: { zh: '饮水机', en: 'Drinking water' },
  UMBRELLA: { zh: '雨伞架', en: 'Umbrella rack' },
  SEWING: { zh: '针线包', en: 'Sewing kit' },
  STATIONERY: { zh: '文具用品', en: 'Stationery' },
  MEDICINE: { zh: '应急药品', en: 'Emergency medicine' },
  DISABILITY_AID: { zh: '助残用具', en: 'Aids for persons with disabilities' },
  OTHER: { zh: '其他', en: 'Other' },
})

export const practiceTiers = terms({
  CENTER: { zh: '新时代文明实践中心', en: 'Civility practice centre (county)', clause: 'C21 五3' },
  INSTITUTE: {
    zh: '新时代文明实践所',
    en: 'Civility practice institute (township)',
    clause: 'C21 五3',
  },
  STATION: {
    zh: '新时代文明实践站',
    en: 'Civility practice station (village)',
    clause: 'C21 五3',
  },
})

export const demonstrationStatuses = terms({
  UNKNOWN: { zh: '未知', en: 'Unknown', note: 'start value' },
  IN_PROGRESS: { zh: '建设中', en: 'In progress' },
  DONE: { zh: '已完成', en: 'Done' },
  OVERDUE: { zh: '逾期', en: 'Overdue', note: 'computed' },
})

export const demonstrationRoles = terms({
  UNKNOWN: { zh: '未知', en: 'Unknown', note: 'hub' },
  RESPONSIBLE: { zh: '负责', en: 'Responsible' },
  GUIDE: { zh: '指导', en: 'Guiding' },
  SELF: { zh: '自行完成', en: 'By itself' },
  COORDINATE: { zh: '协调', en: 'Co-ordinating' },
})

export const openStates = terms({
  OPEN: { zh: '开放中', en: 'Open', note: 'hub' },
  CLOSED: { zh: '未开放', en: 'Closed', note: 'hub' },
  UNKNOWN: { zh: '待确认', en: 'Not known', note: 'hub' },
})
