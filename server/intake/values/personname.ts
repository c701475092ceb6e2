const SURNAMES =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛奚范彭郎鲁韦马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐傅卞齐康伍余顾孟黄穆萧尹姚邵湛汪祁毛禹狄米贝臧计戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万柯昝管卢莫房裘缪解应宗丁宣邓郁单杭洪包左石崔吉钮龚程邢裴陆荣翁荀羊惠甄曲封芮储靳邴松段富巫乌焦巴牧谷车侯全班仇宁甘厉戎符刘景詹束龙叶幸司郜黎薄白蒲邰赖卓蔺屠蒙池乔阴苍闻莘党翟谭贡劳申扶冉宰郦璩桑桂牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎慕连习艾鱼容向古易慎戈廖庾居衡步耿满弘匡文寇广东欧殳沃利蔚越隆师巩聂晁勾敖融冷訾辛阚那简饶沙鞠丰巢关相查荆红游竺权盖桓仝冼岳肖覃闫邝揭麦'
const DOUBLE = '欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木|南宫|轩辕|长孙'

/** Words of the trade that begin like a surname, and people of history. */
const NO_NAME =
  /^(?:高[要新校中龄速铁考级度层端]|文[明化艺体旅员创]|方[案便式向面阵]|平安|安[全排心置保静]|万[人元余名户家]|和[谐平]|时[间段]|温[暖馨]|常[态年务委]|任[务何]|关[爱心怀注于]|项目|全[体市区县民程年部员面]|成[立长员果功]|程序|明[确天]|石[头油]|毛巾|花[园草]|康[复乐养]|计[划算]|应[急当]|连[续心线]|党[员建委群支组校]|强[化调]|司[机法]|管[理护]|包[括含公]|支[持部]|单[位亲]|解[决放]|宣[传讲]|舒适|余[人名元]|牛奶|米油|苗木|林[业场木]|田[间园]|农[村民业户]|车[站辆]|巡|孙[女子辈]|梅[花庵]|星湖|马[路安]|古[城镇]|路[口人]|白[天色]|江[边滨河口]|东[方部西区]|广[场东大播告]|通[知过信讯]|向[上导社]|容易|易[地]|居[民家委住]|师[生资德范]|相[关互册]|查[看询]|红[色十花]|权[益利威]|利[用益]|满[意足]|乐[于园器]|富[强]|别[人]|边[远]|燕[子]|龙[舟头]|尚[德未]|景[区点]|荣[誉获]|游[客园览戏]|班[级组长主]|宁静|金[融额牌]|华[侨人南]|章[程节]|惠[民州城]|封[开闭]|德庆|怀集|端[州午]|鼎湖|四会|广宁|池塘|水[电]|步行|房[屋]|曲[艺]|松[树]|桂花|沙[滩龙]|盛[会大开]|贝[壳]|童[年心]|雷州|白血|周[末边年六日一二三四五]|张家|王府|李家|陈家|刘家|黄家|吴川|徐闻|廉江|赤坎|江小)/
const HISTORY = /雷锋|毛泽东|周恩来|邓小平|习近平|焦裕禄|白求恩|郭明义|叶挺|包拯/
const NO_NAME_END =
  /[病癌症者员办局委会部处科室站队所院校团组社镇村乡街道路区县市港井湾岗坑塘庵寺庙祠宫馆阁塔园岛山河江湖海桥店厂场行司心家楼亭]$/
const TITLES = '同学|先生|女士|小姐|同志|老师|阿姨|奶奶|爷爷|大爷|大娘|大妈|大叔|婆婆|小朋友'
const LABELS =
  '联系人|联络人|负责人|填表人|填报人|审核人|经办人|报送人|制表人|拍摄人|签名|签字|姓名|受助人|受益人|监护人|家长|户主|组长|队长|站长|领队|主讲人?|志愿者|队员|成员'
const HAN = '[\\u4e00-\\u9fff]'

/** Whether a word looks like the name of a person: a surname, one or two signs, and no word of the trade. */
export function isName(word: string): boolean {
  const double = new RegExp(`^(?:${DOUBLE})${HAN}{1,2}$`).test(word)
  const single = word.length >= 2 && word.length <= 3 && SURNAMES.includes(word[0] as string)
  return (double || single) && !HISTORY.test(word) && !NO_NAME.test(word) && !NO_NAME_END.test(word)
}

/** 联系人：张某, 负责人 李四, 王小明同学, 张三（138…）: names that the text itself marks as names. */
export function hasMarkedName(text: string): boolean {
  return (
    labelled(text) ||
    titled(text) ||
    /[\u4e00-\u9fff]·[\u4e00-\u9fff]{2,}[（(,，、]?\s*1[3-9]\d{9}/.test(text)
  )
}

function labelled(text: string): boolean {
  const after = new RegExp(
    `(?:${LABELS})(?:[:：]\\s*|\\s+|(?=${HAN}{2,3}(?:[^\\u4e00-\\u9fff]|$)))([^\\d]{2,})`,
    'g',
  )
  return [...text.matchAll(after)].some(([whole, rest = '']) => {
    const [first = ''] = rest.split(/[^\u4e00-\u9fff·]|联系|电话|手机|微信|邮箱|地址|等/, 1)
    const bare = first.replace(/(?:同志|先生|女士|老师|主任|书记|站长|队长|科长|局长|校长)$/, '')
    const hasColon = /[:：]/.test(whole)
    if (/^[\u4e00-\u9fff]{2,}·[\u4e00-\u9fff]{2,}$/.test(first)) return true
    if (bare.length === 1 && first.length > 1) return hasColon && SURNAMES.includes(bare)
    return isName(bare)
  })
}

/** A name right before a form of address. */
function titled(text: string): boolean {
  return [...text.matchAll(new RegExp(`(?:${TITLES})`, 'g'))].some(({ index }) =>
    [3, 2].some((length) => {
      const word = text.slice(Math.max(0, index - length), index)
      return word.length === length && isName(word) && standsAlone(text, index - length)
    }),
  )
}

/** 的王小明, 、李四: what stands before a name is no part of it. */
function standsAlone(text: string, at: number): boolean {
  return (
    at === 0 ||
    /[^\u4e00-\u9fff]|[的为给帮助看望问访对和与向到请由是让给者员生民人户儿年级班]/.test(
      text[at - 1] as string,
    )
  )
}

/** Names that only the words around them show: 看望残疾人李四, 李四因病, 李四 0758-2833000. */
export function hasLikelyName(text: string): boolean {
  if (hasMarkedName(text)) return true
  const roles =
    '志愿者|党员|学生|居民|村民|老人|患者|病人|儿童|队员|教师|困难户|低保户|残疾人|孤儿|工人|职工|军属|烈属|看望|慰问|探访|走访|帮扶|救助|资助'
  const around = [
    new RegExp(`(?:${roles})(${HAN}{2,3})(?=[^\\u4e00-\\u9fff]|$|[家等因患住的,，])`, 'g'),
    new RegExp(
      `(?<=^|[^\\u4e00-\\u9fff])(${HAN}{2,3})(?=[^\\u4e00-\\u9fff]|$|家住|住在|身患|患有?|因病|确诊|被诊断)`,
      'g',
    ),
  ]
  return around.some((one) => [...text.matchAll(one)].some(([, word = '']) => isName(word)))
}
