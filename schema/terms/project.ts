import { terms } from './term.ts'

// Projects: life cycle, ways to deliver, funds and honours.

export const projectStatuses = terms({
  DRAFT: { zh: '拟定', en: 'Draft', note: 'hub' },
  APPROVED: { zh: '立项', en: 'Approved', clause: 'ZJ16' },
  PUBLISHED: { zh: '发布', en: 'Published', clause: 'H17 C21' },
  RECRUITING: { zh: '招募', en: 'Recruiting', note: 'hub' },
  RUNNING: { zh: '实施（管理）', en: 'Running', clause: 'ZJ16' },
  CLOSED: { zh: '结项', en: 'Closed', note: 'hub' },
  EVALUATED: { zh: '评估', en: 'Evaluated', clause: 'ZJ16' },
  LISTED_BRAND: { zh: '品牌项目', en: 'Brand project', clause: 'C21' },
  REJECTED: { zh: '不予立项', en: 'Rejected', note: 'hub' },
  SUSPENDED: { zh: '暂停', en: 'Suspended', note: 'hub' },
  CANCELLED: { zh: '取消', en: 'Cancelled', note: 'hub' },
})

export const deliveryModes = terms({
  OWN_TEAM: { zh: '本单位队伍开展', en: 'Own team', clause: 'H17' },
  PURCHASED: { zh: '购买服务委托', en: 'Purchased service', clause: 'H17' },
  MATCHED: { zh: '主动对接', en: 'Matched by NGO', clause: 'H17' },
  SELF_INITIATED: { zh: '自行开展', en: 'Self-initiated', clause: 'H17' },
})

export const serviceModes = terms({
  ON_SITE: { zh: '站点服务', en: 'On site' },
  DOORSTEP: { zh: '上门服务', en: 'Doorstep', clause: 'Z19' },
  APPOINTMENT: { zh: '预约服务', en: 'By appointment', clause: 'Z19' },
  ONLINE: { zh: '在线服务', en: 'Online', clause: 'Z19' },
})

export const fundingSources = terms({
  GOVERNMENT: { zh: '财政经费', en: 'Government budget' },
  PURCHASE: { zh: '购买服务', en: 'Purchase of services' },
  TENDER: { zh: '立项招标', en: 'Tender' },
  SOCIAL: { zh: '社会筹集', en: 'Social funds' },
  IN_KIND: { zh: '物料', en: 'Goods in kind' },
})

export const incentiveKinds = terms({
  STAR: { zh: '星级（定期评定）', en: 'Star rating' },
  CARD: { zh: '注册志愿者证', en: 'Volunteer card', clause: 'Z19' },
  E_CARD: { zh: '电子志愿者（义工）证', en: 'Electronic card', clause: 'ZJ16' },
  JOINT_TRUST: {
    zh: '志愿者守信联合激励计划',
    en: 'Joint incentive for trustworthy volunteers',
    clause: 'Z19',
  },
  COMMEND: { zh: '嘉许表彰', en: 'Commendation' },
  PRIORITY: {
    zh: '招工、招生、评优优先',
    en: 'Priority in hiring, enrolment, awards',
    clause: 'ZJ16',
  },
  INSURANCE: { zh: '保险保障', en: 'Insurance', clause: 'ZJ16' },
})

export const honours = terms({
  MORAL_MODEL: { zh: '道德模范', en: 'Moral model', clause: 'Z19' },
  GOOD_PERSON: { zh: '肇庆市身边好人', en: 'Good person of Zhaoqing', clause: 'Z19' },
  MOST_BEAUTIFUL: { zh: '最美志愿者', en: 'Most beautiful volunteer', clause: 'Z19' },
  FIVE_STAR: { zh: '五星志愿者', en: 'Five-star volunteer', clause: 'Z19' },
})
