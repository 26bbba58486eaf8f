/** Names of the districts and counties of Chongqing, for neighbours the record has no entry of. */
const names: { readonly [code: string]: readonly [chinese: string, english: string] } = {
  '500101': ['万州', 'Wanzhou'],
  '500102': ['涪陵', 'Fuling'],
  '500110': ['綦江', 'Qijiang'],
  '500111': ['大足', 'Dazu'],
  '500114': ['黔江', 'Qianjiang'],
  '500115': ['长寿', 'Changshou'],
  '500116': ['江津', 'Jiangjin'],
  '500117': ['合川', 'Hechuan'],
  '500118': ['永川', 'Yongchuan'],
  '500119': ['南川', 'Nanchuan'],
  '500120': ['璧山', 'Bishan'],
  '500151': ['铜梁', 'Tongliang'],
  '500152': ['潼南', 'Tongnan'],
  '500153': ['荣昌', 'Rongchang'],
  '500154': ['开州', 'Kaizhou'],
  '500155': ['梁平', 'Liangping'],
  '500156': ['武隆', 'Wulong'],
  '500229': ['城口', 'Chengkou'],
  '500230': ['丰都', 'Fengdu'],
  '500231': ['垫江', 'Dianjiang'],
  '500233': ['忠县', 'Zhongxian'],
  '500235': ['云阳', 'Yunyang'],
  '500236': ['奉节', 'Fengjie'],
  '500237': ['巫山', 'Wushan'],
  '500238': ['巫溪', 'Wuxi'],
  '500240': ['石柱', 'Shizhu'],
  '500241': ['秀山', 'Xiushan'],
  '500242': ['酉阳', 'Youyang'],
  '500243': ['彭水', 'Pengshui'],
}

export function districtName(code: string, language: 'zh-CN' | 'en'): string {
  const known = names[code]
  if (!known) return code
  return language === 'en' ? known[1] : known[0]
}
