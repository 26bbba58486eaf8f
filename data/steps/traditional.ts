/** Traditional characters for those of the record, so that 長江 finds 长江. Pure. */
import { Converter } from 'opencc-js/cn2t'

/** As Taiwan, Hong Kong and OpenCC's own standard write them. */
const converters = (['tw', 'hk', 't'] as const).map((to) => Converter({ from: 'cn', to }))

/**
 * Returns pairs of a traditional character and the simplified one of `text` it stands for, joined without separators,
 * in a fixed order.
 */
export function traditionalPairs(text: string): string {
  const pairs = [...new Set(text.match(/\p{Script=Han}/gu))]
    .sort()
    .flatMap((simplified) =>
      [...new Set(converters.map((convert) => convert(simplified)))]
        .filter((traditional) => traditional !== simplified && [...traditional].length === 1)
        .map((traditional) => traditional + simplified),
    )
  return pairs.join('')
}
