import type { Refusal } from '../sheet.ts'

/** Thrown where reading stops; becomes the answer at the door (`readBytes`). */
export class ReadFault extends Error {
  override readonly name = 'ReadFault'
  readonly refusal: Refusal

  constructor(refusal: Refusal, options?: ErrorOptions) {
    super(`${refusal.code} ${JSON.stringify(refusal.detail)}`, options)
    this.refusal = refusal
  }
}

/** `throw refuse('R_FORMAT', 'not-yet', { raw: '.xls' })` */
export function refuse(
  code: Refusal['code'],
  reason: string,
  detail: Record<string, string> = {},
  cause?: unknown,
): ReadFault {
  const advice = ADVICE[reason] ?? {}
  return new ReadFault({ code, detail: { reason, ...detail, ...advice } }, { cause })
}

const ADVICE: Record<string, { zh: string; en: string }> = {
  'not-yet': {
    zh: '暂不能读取此格式，请在 WPS 或 Excel 中另存为 .xlsx 后再报送',
    en: 'This format is not read yet: save it as .xlsx in WPS or Excel and send that',
  },
  packed: {
    zh: '请解压后逐个报送表格文件',
    en: 'Unpack it and send the spreadsheets one by one',
  },
  'external-links': {
    zh: '工作簿引用了其他文件，请“选择性粘贴—数值”后再报送',
    en: 'The workbook refers to other files: paste the figures as values and send again',
  },
  embedded: {
    zh: '工作簿内嵌了其他文件或控件，请删除后再报送',
    en: 'The workbook has other files or controls inside: remove them and send again',
  },
  damaged: {
    zh: '文件已损坏，请重新打开并另存一份',
    en: 'The file is damaged: open it and save a new copy',
  },
  'csv-quote': {
    zh: '引号不成对，请从表格软件重新导出 CSV，或改报 .xlsx',
    en: 'A quotation mark is out of place: export the CSV again, or send .xlsx',
  },
  'lost-text': {
    zh: '文字已成乱码，请从原表重新另存为“CSV UTF-8”或 .xlsx',
    en: 'The text is garbled: save the original again as “CSV UTF-8” or .xlsx',
  },
}
