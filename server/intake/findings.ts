import type { FindingValue } from '../../schema/tables/submission.ts'

type Severity = 'ERROR' | 'WARNING' | 'NOTE'

/**
 * The whole catalogue: severity, and what is said in both languages. Names in braces are filled in; behind
 * a bar stands what is said where nothing fills them.
 */
const CATALOGUE = {
  I_NORMALISED: ['NOTE', '已规范化：“{raw}”→“{value}”', 'Normalised “{raw}” to “{value}”'],
  I_BLANK_ROW: ['NOTE', '空行已忽略（第{row}行）', 'Blank row {row} ignored'],
  I_TOTAL_ROW: [
    'NOTE',
    '第{row}行识别为合计行，不计入明细',
    'Row {row} read as a total row, not as data',
  ],
  I_NOT_ADDITIVE: [
    'NOTE',
    '“参与志愿服务组织数量”跨活动相加会重复计数，合计仅供核对',
    'Organisation counts are not additive; the total is for checking only',
  ],
  I_IGNORED_PART: ['NOTE', '忽略了无关内容“{part}”', 'Ignored unrelated part “{part}”'],
  I_DUPLICATE_FILE: [
    'NOTE',
    '与{date}收到的文件内容完全相同，未重复入库',
    'Identical to the file received on {date}; not stored again',
  ],
  I_SUPERSEDES: [
    'NOTE',
    '本次报送（第{n}版）替换此前版本',
    'This submission (version {n}) replaces the earlier one',
  ],
  W_APPROX: [
    'WARNING',
    '“{raw}”为约数，按{value}计并标注“约”',
    '“{raw}” is approximate; counted as {value} and marked “about”',
  ],
  W_LOWER_BOUND: [
    'WARNING',
    '“{raw}”表示不少于{value}，按下限计并标注',
    '“{raw}” means at least {value}; the lower bound is used and marked',
  ],
  W_UPPER_BOUND: [
    'WARNING',
    '“{raw}”表示接近但不到{value}，按{value}计并标注“近”',
    '“{raw}” means nearly {value}; marked “nearly”',
  ],
  W_ROUNDED: [
    'WARNING',
    '“{raw}”以万/千为单位，可能已取整',
    '“{raw}” is in ten-thousands/thousands and may be rounded',
  ],
  W_SUMMED: [
    'WARNING',
    '单元格含多个数，已相加：{value}',
    'Several numbers in one cell were added: {value}',
  ],
  W_EXPRESSION: [
    'WARNING',
    '“{raw}”按算式计算为{value}，请核对',
    '“{raw}” was computed as {value}; please check',
  ],
  W_PER_PERSON: [
    'WARNING',
    '“{raw}”似为人均，按人均×人次＝{value}计，请核对',
    '“{raw}” looks per person; × person-times = {value}, please check',
  ],
  W_HOURS_RATIO: [
    'WARNING',
    '每人次{ratio}小时，超出0.25–12小时的常见范围',
    '{ratio} hours per person-time is outside the usual 0.25–12',
  ],
  W_MIXED_FUND: [
    'WARNING',
    '资金与物料混填：现金{value}元，物料“{part}”未折价',
    'Cash and goods mixed: cash {value} yuan, goods “{part}” not valued',
  ],
  W_NO_AMOUNT: [
    'WARNING',
    '物料“{raw}”未注明金额，金额记为缺失',
    'Goods “{raw}” have no amount; amount is missing',
  ],
  W_TOTAL_MISMATCH: [
    'WARNING',
    '“{field}”合计填{declared}，明细之和为{computed}，以明细为准',
    'Declared total {declared} for “{field}” differs from the sum {computed}; the sum is used',
  ],
  W_TOTAL_MISSING: [
    'WARNING',
    '合计行未填写，已按明细计算',
    'Total row is empty; computed from rows',
  ],
  W_MULTI_AUDIENCE: [
    'WARNING',
    '一个人次对应{n}类人群，未拆分',
    'One count covers {n} audience types; not split',
  ],
  W_AUDIENCE_MAPPED: [
    'WARNING',
    '人群“{raw}”按“{value}”归类，请确认',
    'Audience “{raw}” mapped to “{value}”; please confirm',
  ],
  W_NO_ORGANISER: [
    'WARNING',
    '活动名称未注明主办单位，按填报单位处理',
    'No organiser in the activity name; the reporting unit is assumed',
  ],
  W_NO_URL: [
    'WARNING',
    '“{raw}”不是网址，仅作文字保存',
    '“{raw}” is not a web address; kept as text',
  ],
  W_URL_CLEANED: [
    'WARNING',
    '链接中的跟踪或个人参数已去除',
    'Tracking or personal parameters were removed from the link',
  ],
  W_METRIC: ['WARNING', '“{raw}”为播放量，不计入阅读数', '“{raw}” is a play count, not reads'],
  W_YEAR_INFERRED: [
    'WARNING',
    '日期缺年份，按活动周期补为{value}',
    'Year missing; completed to {value} from the campaign period',
  ],
  W_TIME_PART: [
    'WARNING',
    '只有“{part}”，未填具体时刻',
    'Only a part of day (“{part}”), no clock time',
  ],
  W_WEEKDAY_MISMATCH: [
    'WARNING',
    '{value}是星期{right}，与所填“{raw}”不符',
    '{value} is not the weekday given in “{raw}”',
  ],
  W_RECURRENCE: [
    'WARNING',
    '“{raw}”为周期性安排，展开为{n}次',
    '“{raw}” is a recurrence; expanded to {n} dates',
  ],
  W_OPEN_ENDED: ['WARNING', '“{raw}”无结束日期', '“{raw}” has no end date'],
  W_PERIOD_FUZZY: [
    'WARNING',
    '“{raw}”为大致时段，按{value}处理',
    '“{raw}” is a rough period; taken as {value}',
  ],
  W_OUTSIDE_PERIOD: [
    'WARNING',
    '日期{value}不在本期（{period}）内',
    '{value} is outside the reporting period {period}',
  ],
  W_OLD_DIVISION: [
    'WARNING',
    '“{raw}”为旧区划名，现为{value}',
    '“{raw}” is a former division, now {value}',
  ],
  W_ZONE: [
    'WARNING',
    '“{raw}”是功能区，不是行政区划，按功能区统计',
    '“{raw}” is a functional zone, not a division',
  ],
  W_ORG_ALIAS: ['WARNING', '“{raw}”按别名匹配为“{value}”', '“{raw}” matched by alias to “{value}”'],
  W_SAME_CODE: [
    'WARNING',
    '统一社会信用代码与在册的“{name}”（{number}）相同，“{raw}”按{number}收',
    'The credit code is that of “{name}” ({number}); “{raw}” is taken as {number}',
  ],
  W_SAME_NAME: [
    'WARNING',
    '与在册的{number}名称、区划、地址相同；若是同一个，请改填编号{number}',
    'Name, region and address are those of {number}; if it is the same, write the number {number}',
  ],
  W_ORG_UNKNOWN: [
    'WARNING',
    '未登记的单位“{raw}”，待确认',
    'Unknown organisation “{raw}”, to be confirmed',
  ],
  W_NAME_RULE: [
    'WARNING',
    '站点名称不符合规范名称“长治市…新时代文明实践学雷锋志愿服务站”{hintZh}',
    'Station name does not follow the naming rule “长治市…新时代文明实践学雷锋志愿服务站”{hintEn}',
  ],
  W_CHAR_LOST: [
    'WARNING',
    '名称含“?”或“�”，可能因编码丢字，建议核对为“{value}”',
    'Name has a lost character; probably “{value}”',
  ],
  W_LATE: [
    'WARNING',
    '晚于截止时间{due}，已收，标记逾期',
    'Received after {due}; accepted and marked late',
  ],
  W_FILE_TYPE: [
    'WARNING',
    '扩展名与内容不符：按{value}读取',
    'Extension and content differ; read as {value}',
  ],
  W_EXTRA_SHEET: [
    'WARNING',
    '工作簿含{n}个表，按各自表单读取',
    'Workbook has {n} sheets; each read as its own form',
  ],
  W_HIDDEN: ['WARNING', '含隐藏行/列/表，已读取并提示', 'Hidden rows, columns or sheets were read'],
  W_STAMP_MISSING: [
    'WARNING',
    '未检测到盖章（电子报送可后补纸质）',
    'No stamp found (a paper copy may follow)',
  ],
  W_COORD_DISTRICT: [
    'WARNING',
    '坐标在{region}以外约{km}公里，请核对坐标或区划',
    'The position is about {km} km outside {region}; check position or region',
  ],
  W_DATUM_SHIFT: [
    'WARNING',
    '坐标与已登记位置相差约{metres}米，正好是坐标系偏移：请把“坐标系”改为{datum}，或确认站点已搬迁',
    'The position is {metres} m from the registered one, just the shift of a datum: set the datum to {datum}, or confirm a move',
  ],
  W_COORD_SWAPPED: [
    'WARNING',
    '经纬度顺序已对调：经度{a}，纬度{b}',
    'Latitude and longitude were swapped: lon {a}, lat {b}',
  ],
  W_CRS_UNKNOWN: [
    'WARNING',
    '未注明坐标系，位置只按县区精度使用',
    'The datum is not given; the position is used with county precision only',
  ],
  W_MULTI_ACTIVITY: [
    'WARNING',
    '一个单元格写了{n}项活动，数字无法拆分，按1条记录保存',
    '{n} activities in one cell; figures cannot be split, kept as one record',
  ],
  W_POSSIBLE_DUP: [
    'WARNING',
    '与“{other}”名称、日期、地点相同，可能重复填报',
    'Same name, date and place as “{other}”; possible double report',
  ],
  W_CUMULATIVE: [
    'WARNING',
    '本期数字包含上期全部明细，疑为累计数',
    'Contains all rows of the previous period; probably cumulative',
  ],
  W_PHOTO_COUNT: ['WARNING', '应附2张实景图片，实有{n}张', '2 scene photos expected, {n} found'],
  W_PHOTO_DATE: [
    'WARNING',
    '照片拍摄日期{value}不在活动日期内',
    'Photo date {value} is outside the activity dates',
  ],
  W_PERIOD_UNKNOWN: [
    'WARNING',
    '未写报送期，按收到时间归入{value}',
    'No reporting period is given; by its time of receipt it belongs to {value}',
  ],
  E_DIVISION_CODE: [
    'ERROR',
    '区划代码“{raw}”不是6位、9位或12位数字，也不是功能区代码（如Z:HZ-DYW）',
    'The division code “{raw}” has not 6, 9 or 12 digits, and is no code of a zone (such as Z:HZ-DYW)',
  ],
  W_REMOVAL_LATER: [
    'WARNING',
    '名录写明完整，但有{n}行待更正：更正后重报，才据以关闭没有列出的',
    'The register says that it is complete, but {n} rows must be corrected: once they are, what it does not list is closed',
  ],
  W_REMOVED: [
    'WARNING',
    '完整名录没有列出{n}个在册的（共{all}个），已标为关闭：{names}',
    'The complete register does not list {n} of {all} active ones; they are closed now: {names}',
  ],
  W_REMOVAL: [
    'WARNING',
    '完整名录没有列出{n}个在册的（共{all}个），超过5%（本站参数），待确认后才关闭：{names}',
    'The complete register does not list {n} of {all} active ones, more than 5 % (hub parameter); they are closed once that is confirmed: {names}',
  ],
  W_PERIOD_UNUSUAL: [
    'WARNING',
    '报送期{raw}不是规定的报送期，按{value}收；若不对，请改报送期',
    'The reporting period {raw} is none of those that are due; taken as {value}. Change it if that is wrong',
  ],
  W_HOURS_KEPT: [
    'WARNING',
    '开放时间“{raw}”未能读懂，照原文保存',
    'The opening hours “{raw}” could not be read; kept as written',
  ],
  W_PERSONAL: [
    'WARNING',
    '文件名或工作表名似含个人信息，公开时不显示',
    'The name of the file or sheet seems to hold personal data; it is not shown',
  ],
  E_NOT_NUMBER: [
    'ERROR',
    '“{field}”应为数字，收到“{raw}”{hint}',
    '“{field}” must be a number, got “{raw}”{hint}',
  ],
  E_VAGUE: [
    'ERROR',
    '“{raw}”无法确定{wantZh|数值，请填具体数字}',
    '“{raw}” has no definite {wantEn|value; give a number}',
  ],
  E_RANGE: ['ERROR', '“{raw}”是区间，请填一个数字', '“{raw}” is a range; give one number'],
  E_NEGATIVE: ['ERROR', '“{field}”不能为负数', '“{field}” cannot be negative'],
  E_NOT_INTEGER: [
    'ERROR',
    '“{field}”应为整数，收到{raw}',
    '“{field}” must be a whole number, got {raw}',
  ],
  E_OUT_OF_RANGE: [
    'ERROR',
    '“{field}”={raw}超出合理上限{max}，请核对',
    '“{field}” = {raw} exceeds the plausible maximum {max}',
  ],
  E_UNIT: [
    'ERROR',
    '“{raw}”的单位无法换算为{unit}',
    'The unit in “{raw}” cannot be converted to {unit}',
  ],
  E_PER_UNIT: ['ERROR', '“{raw}”为单价，请填总额', '“{raw}” is a unit price; give the total'],
  E_DATE_IN_NUMBER: [
    'ERROR',
    '“{field}”单元格被存为日期（{value}），请改回数字',
    'The “{field}” cell was stored as a date ({value}); change it back',
  ],
  E_DATE_INVALID: ['ERROR', '日期“{raw}”不存在{hintZh}', 'Date “{raw}” does not exist{hintEn}'],
  E_MISSING: ['ERROR', '缺少必填项“{field}”', 'Required field “{field}” is missing'],
  E_OTHER_TEXT: ['ERROR', '选择“其他”须说明类别', '“Other” needs an explanation'],
  E_FORMULA_ERROR: ['ERROR', '单元格公式错误 {raw}', 'Cell holds a formula error {raw}'],
  E_URL_SCHEME: ['ERROR', '链接类型不允许', 'Link type is not allowed'],
  E_PII: [
    'ERROR',
    '文本含个人信息（{kinds}），脱敏前不得发布',
    'Text holds personal data ({kinds}); not publishable before redaction',
  ],
  E_USCC: [
    'ERROR',
    '统一社会信用代码校验不通过{hint}',
    'Unified social credit code fails its check{hint}',
  ],
  E_ID_LOST: [
    'ERROR',
    '编号被存为科学计数（{raw}），已丢失末位，请以文本重填',
    'Number was stored in scientific notation ({raw}); digits are lost, enter as text',
  ],
  E_CODE_UNKNOWN: [
    'ERROR',
    '“{field}”没有“{raw}”这一项，可填：{choices}',
    '“{field}” has no “{raw}”; it may be: {choices}',
  ],
  E_REGION_UNKNOWN: [
    'ERROR',
    '区划“{raw}”不在登记册中，请填代码或全称',
    'The region “{raw}” is not in the register; give its code or full name',
  ],
  E_REFERENCE: [
    'ERROR',
    '“{field}”所填“{raw}”未登记，请先报送登记册',
    '“{raw}” in “{field}” is not registered; file the register first',
  ],
  E_COORD_OUTSIDE: [
    'ERROR',
    '坐标（{raw}）不在所在城市范围内，请核对',
    'The position ({raw}) is outside its city; please check',
  ],
  E_DATE_AMBIGUOUS: [
    'ERROR',
    '“{raw}”可为{a}或{b}，请写明月日',
    '“{raw}” may be {a} or {b}; write month and day',
  ],
  E_DATE_LUNAR: [
    'ERROR',
    '“{raw}”为农历，请填公历日期',
    '“{raw}” is a lunar date; give the solar date',
  ],
  E_DATE_ORDER: ['ERROR', '结束早于开始：{raw}', 'End is before start: {raw}'],
  E_WEEK_AMBIGUOUS: [
    'ERROR',
    '“{raw}”对应{a}或{b}，请填起止日期',
    '“{raw}” may be {a} or {b}; give start and end dates',
  ],
  E_PUBLISH_RULE: [
    'ERROR',
    '已记录时长但项目未发布（应先在平台发布）',
    'Hours recorded but the project was not published first',
  ],
  E_PHONE: [
    'ERROR',
    '电话号码格式不正确，请填11位手机号或带区号的座机号',
    'Phone number is not valid; give 11 digits, or a land line with its area code',
  ],
  E_PHOTO_TYPE: ['ERROR', '图片须为JPG/JPEG，收到{raw}', 'Photos must be JPG/JPEG, got {raw}'],
  E_REPEATED: ['ERROR', '“{raw}”在本表中出现多次', '“{raw}” stands more than once in this table'],
  E_POLICY: ['ERROR', '{raw}', '{raw}'],
  R_FORMAT: [
    'ERROR',
    '不支持的文件格式{raw}，请另存为xlsx、docx或csv',
    'File format {raw} is not supported; save as xlsx, docx or csv',
  ],
  R_DOC: [
    'ERROR',
    '旧版Word（.doc）无法自动读取，请另存为docx或xlsx',
    'Legacy Word (.doc) cannot be read; save as docx or xlsx',
  ],
  R_ENCRYPTED: [
    'ERROR',
    '文件有密码，请去掉密码后重报',
    'The file is password protected; send it without a password',
  ],
  R_SCAN: [
    'ERROR',
    '扫描件/照片无法自动读取，请附电子表格',
    'A scan or photo cannot be read; attach the spreadsheet',
  ],
  R_NO_TEMPLATE: [
    'ERROR',
    '未找到表头，无法识别表单；可在“表单与空白表”页下载空白表对照',
    'No known header found; compare with the blanks at /forms',
  ],
  R_TOO_LARGE: ['ERROR', '文件过大或压缩比异常', 'File too large or suspicious compression'],
  R_MACRO: [
    'ERROR',
    '含宏文件不接收，请另存为xlsx或docx',
    'Files with macros are not accepted; save as xlsx or docx',
  ],
  R_ENCODING: [
    'ERROR',
    '无法识别文字编码，请另存为xlsx',
    'Text encoding not recognised; save as xlsx',
  ],
} as const satisfies Record<string, readonly [Severity, string, string]>

export type Code = keyof typeof CATALOGUE
export type Details = Readonly<Record<string, string | number>>

/** A remark before it is known where it belongs: a code and what fills its sentence. */
export interface Remark {
  readonly code: Code
  readonly details: Details
}

/** Where a finding belongs; all of it may be absent for a remark on the whole file. */
export interface Place {
  readonly sheet?: string
  readonly cell?: string
  readonly field?: string
}

export const remark = (code: Code, details: Details = {}): Remark => ({ code, details })

/** The finding that a remark makes at a place: severity and sentence in both languages. */
export function findingOf({ code, details }: Remark, place: Place = {}): FindingValue {
  const [severity, zh, en] = CATALOGUE[code]
  // A refusal that knows its very reason brings its own sentence, with what to do.
  const own = code.startsWith('R_') ? { zh: details.zh, en: details.en } : {}
  const message = {
    zh: String(own.zh ?? fill(zh, details)),
    en: String(own.en ?? fill(en, details)),
  }
  return { severity, code, ...place, message }
}

export const isError = ({ code }: Remark): boolean => CATALOGUE[code][0] === 'ERROR'

function fill(sentence: string, details: Details): string {
  return sentence.replaceAll(/\{(\w+)(?:\|([^}]*))?\}/g, (_, name: string, otherwise = '') =>
    String(details[name] ?? otherwise),
  )
}
