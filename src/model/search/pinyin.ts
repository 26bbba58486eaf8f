/**
 * Pinyin for names that ship without it. Features have theirs; the readings of the characters in them, and a short
 * list, are enough for departments, projects and indicators, so no dictionary is loaded.
 */
import type { RecordFeature } from '../record'
import { folded, isHan } from './text'

/** The pinyin syllable of each character, without tones. */
export type Readings = ReadonlyMap<string, string>

/** A name in pinyin. */
export interface Spelling {
  /** All syllables in one: `yubeiqu`. */
  full: string
  /** Where syllables start in `full`. */
  starts: ReadonlySet<number>
  /** First letters: `ybq`. */
  initials: string
}

/** Readings of characters that stand in offices, projects and indicators but in no feature's name. */
const furtherReadings =
  '局ju 各ge 办ban 事shi 管guan 住zhu 规gui 划hua 资zi 改gai 革ge 属shu 相xiang 打da 户hu 助zhu 室shi 计ji 财cai 销xiao ' +
  '审shen 法fa 纪ji 宣xuan 指zhi 挥hui 媒mei 织zhi 间jian 优you 提ti 升sheng 整zheng 治zhi 防fang 染ran 量liang 臭chou ' +
  '施shi 扬yang 尘chen 码ma 油you 烟yan 饮yin 个ge 垃la 圾ji 置zhi 无wu 废fei 类lei 壤rang 厕ce 所suo 面mian 畜chu ' +
  '禽qin 殖zhi 弃qi 亿yi 群qun 推tui 低di 碳tan 遗yi 繁fan 荣rong 辅fu 停ting 垦ken 模mo 践jian 作zuo 完wan 善shan ' +
  '径jing 补bu 偿chang 增zeng 强qiang 良liang 例li 式shi 达da 标biao 率lv 表biao 到dao 或huo 于yu 的de 受shou 块kuai ' +
  '覆fu 盖gai 种zhong 积ji 单dan 位wei 值zhi 均jun 占zhan 入ru 众zhong 投tou 战zhan 略lve 性xing 条tiao 捷jie 亲qin ' +
  '楼lou 火huo 赛sai 域yu 端duan 期qi 莹ying 准zhun 被bei'

/** In so many names every character has been met often enough. */
const mostNames = 5000

/** Returns the most common reading of every character in the names of features, and those of a short list of others. */
export function readingsOf(features: readonly RecordFeature[]): Readings {
  const counts = new Map<string, Map<string, number>>()
  for (const { properties } of features.slice(0, mostNames))
    for (const [character, syllable] of aligned(properties.name, properties.pinyin)) {
      const known = counts.get(character) ?? new Map<string, number>()
      known.set(syllable, (known.get(syllable) ?? 0) + 1)
      counts.set(character, known)
    }
  const further = furtherReadings.split(' ').map((pair): [string, string] => [pair.charAt(0), pair.slice(1)])
  const commonest = (readings: Map<string, number>) =>
    [...readings].reduce((best, each) => (each[1] > best[1] ? each : best))[0]
  return new Map([
    ...further,
    ...[...counts].map(([character, readings]): [string, string] => [character, commonest(readings)]),
  ])
}

/** Pairs a name's characters with the syllables of its pinyin; stops where they no longer fit. */
function aligned(name: string, pinyin: string): [string, string][] {
  const pairs: [string, string][] = []
  const text = name.replace(/\s+/g, '')
  let at = 0
  for (const syllable of pinyin.split(/\s+/)) {
    const character = text[at]
    if (character === undefined) break
    if (text.startsWith(syllable, at)) at += syllable.length
    else if (isHan(character) && /^[a-zü]+$/i.test(syllable)) {
      pairs.push([character, plain(syllable)])
      at += 1
    } else break
  }
  return pairs
}

const plain = (syllable: string) => folded(syllable.replaceAll('ü', 'v'))

/** Returns the spelling for pinyin whose syllables are separated by spaces. */
export const spellingOf = (pinyin: string): Spelling => joined(pinyin.split(/\s+/).map(plain))

/**
 * Returns the spelling of a name by the readings of its characters. An unknown character stays as it is and matches
 * no pinyin.
 */
export function spell(name: string, readings: Readings): Spelling {
  const runs = folded(name).match(/\p{Script=Han}|[^\p{Script=Han}]+/gu) ?? []
  return joined(runs.map((run) => readings.get(run) ?? run))
}

function joined(syllables: readonly string[]): Spelling {
  const starts = new Set<number>()
  let full = ''
  let initials = ''
  for (const syllable of syllables) {
    if (syllable === '') continue
    starts.add(full.length)
    full += syllable
    initials += /^\d/.test(syllable) ? syllable : syllable.charAt(0)
  }
  return { full, starts, initials }
}
