export const FINDINGS_SHEET = '检查意见 Findings'
