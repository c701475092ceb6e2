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

/** `throw refuse('R_FORMAT', 'format', { raw: '.ods' })` */
export function refuse(
  code: Refusal['code'],
  reason: string,
  detail: Record<string, string> = {},
  cause?: unknown,
): ReadFault {
  const advice = ADVICE[reason] ?? {}
  return new ReadFault({ code, detail: { reason, ...detail, ...advice } }, { cause })
}

const SAVE_AS = {
  zh: '请在 WPS 或 Office 中另存为 .xlsx 或 .docx 后再报送',
  en: 'save it as .xlsx or .docx in WPS or Office and send that',
}

const ADVICE: Record<string, { zh: string; en: string }> = {
  format: {
    zh: `不读取此格式，${SAVE_AS.zh}`,
    en: `This format is not read: ${SAVE_AS.en}`,
  },
  'old-word': {
    zh: '旧版 Word（.doc）不读取，请在 WPS 或 Word 中另存为 .docx 后再报送',
    en: 'Old Word files (.doc) are not read: save it as .docx in WPS or Word and send that',
  },
  'web-page': {
    zh: `网页里没有可读的表格，${SAVE_AS.zh}`,
    en: `There is no table in this web page: ${SAVE_AS.en}`,
  },
  scan: {
    zh: '扫描件和照片读不出数字，请附上填好的 .xlsx 或 .docx',
    en: 'Scans and photos cannot be read: send the filled .xlsx or .docx as well',
  },
  password: {
    zh: '请去掉打开密码，另存后再报送',
    en: 'Take off the password, save the file and send it again',
  },
  encrypted: {
    zh: '请去掉密码，另存后再报送',
    en: 'Take off the password, save the file and send it again',
  },
  macro: {
    zh: '含有宏，请另存为不含宏的 .xlsx 或 .docx 后再报送',
    en: 'The file has macros: save it as .xlsx or .docx, which have none, and send that',
  },
  packed: {
    zh: '请解压后逐个报送表格文件',
    en: 'Unpack it and send the forms one by one',
  },
  ambiguous: {
    zh: '文件既像工作簿又像文档，请重新打开并另存一份',
    en: 'The file is a workbook and a document at once: open it and save a new copy',
  },
  'external-links': {
    zh: '文件引用了其他文件，请“选择性粘贴—数值”后再报送',
    en: 'The file refers to other files: paste the figures as values and send again',
  },
  'external-content': {
    zh: '文档引用了外部的图片或模板，请把图片直接插入文档后再报送',
    en: 'The document draws on pictures or templates outside it: put the pictures into it and send again',
  },
  dde: {
    zh: '文档里有会调用其他程序的域（DDE），请删除后再报送',
    en: 'The document has a field that calls other programs (DDE): remove it and send again',
  },
  embedded: {
    zh: '文件内嵌了其他文件或控件，请删除后再报送',
    en: 'The file has other files or controls inside: remove them and send again',
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
