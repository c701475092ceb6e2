import { terms } from './term.ts'

// What people need (需求), and who could meet it.

export const demandStatuses = terms({
  OPEN: { zh: '待对接', en: 'Open', note: 'hub' },
  MATCHED: { zh: '已对接', en: 'Matched', note: 'hub' },
  MET: { zh: '已满足', en: 'Met', note: 'hub' },
  WITHDRAWN: { zh: '已撤回', en: 'Withdrawn', note: 'hub' },
})
