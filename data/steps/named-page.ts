/** The page of one named link as HTML: the content of the view in words, and a redirect to the map. Pure. */
import { escaped } from '../escape'
import { figureText } from '../figure-text'
import type { FeatureProperties, NamedLink, Plan, Source, SourceReference, Status } from '../schema'
import { yearsText } from '../years-text'
import { pageHead } from './page-head'

/** What the page of a named link is made from. */
export interface NamedPage {
  link: NamedLink
  features: readonly FeatureProperties[]
  plans: readonly Plan[]
  sources: ReadonlyMap<string, Source>
  /** Address of the preview image, from the page or absolute. */
  image: string
  imageIsPng: boolean
  contentSecurityPolicy: string
}

const statusNames = {
  built: '已完成',
  underway: '推进中',
  planned: '规划',
  target: '目标',
  state: '现状',
} as const satisfies { [status in Status]: string }
const mostPlans = 60

/** Returns the page as HTML. */
export function namedPage({ link, features, plans, sources, image, imageIsPng, contentSecurityPolicy }: NamedPage) {
  const target = `../../?m=${link.view}`
  const description = escaped(link.description)
  const head = pageHead({
    ...{ title: link.title, description: link.description, style: '../style.css', contentSecurityPolicy },
    image: { address: image, isPng: imageIsPng },
    redirect: target,
  })
  return `${head}
<body>
<main>
<h1>${escaped(link.title)}</h1>
<p>${description}</p>
<p><a href="${target}">打开地图</a></p>
<img src="preview.${imageIsPng ? 'png' : 'svg'}" width="1200" height="630" alt="${escaped(`${link.title}：地图预览`)}">
${features.map(featureText).join('')}
${planList(plans, sources)}
<p class="quiet">${link.note ? `${escaped(link.note)}　` : ''}此链接定于 ${link.date}。示意图 · 非测绘成果 · 不作划界依据。</p>
</main>
</body>
</html>
`
}

function featureText({ name, summary, note, positioning }: FeatureProperties): string {
  const phrases = positioning.map(({ text }) => `<li>${escaped(text)}</li>`).join('')
  return [
    `<h2>${escaped(name)}</h2>`,
    summary ? `<p>${escaped(summary)}</p>` : '',
    phrases ? `<ul>${phrases}</ul>` : '',
    note ? `<p class="quiet">${escaped(note)}</p>` : '',
  ].join('\n')
}

function planList(plans: readonly Plan[], sources: ReadonlyMap<string, Source>): string {
  if (plans.length === 0) return ''
  const rows = plans.slice(0, mostPlans).map((plan) => planItem(plan, sources))
  const rest = plans.length > mostPlans ? `<p class="quiet">其余 ${plans.length - mostPlans} 项见地图。</p>` : ''
  return `<h2>规划事项（${plans.length}）</h2>\n<ul>\n${rows.join('\n')}\n</ul>${rest}`
}

function planItem({ text, status, from, to, figures, sources: references }: Plan, sources: NamedPage['sources']) {
  const stated = figures.map((figure) => `${figure.what} ${figureText(figure)}`).join('；')
  const told = [statusNames[status], yearsText({ from, to }), stated].filter(Boolean).join(' · ')
  const cited = references.map((reference) => citation(reference, sources)).join('；')
  return `<li>${escaped(text)} <span class="quiet">${escaped(told)}　来源：${escaped(cited)}</span></li>`
}

function citation({ id, section, item }: SourceReference, sources: NamedPage['sources']): string {
  const source = sources.get(id)
  if (!source) throw new Error(`a plan cites ${id}, which no source is`)
  return [`《${source.title}》（${source.date}）`, section, item].filter(Boolean).join(' ')
}

/** The style sheet of all pages of named links. */
export const namedPageStyle = `:root{font:16px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",sans-serif;color:#26231f;background:#fffdf8;color-scheme:light}
main{max-width:760px;margin:0 auto;padding:24px}
h1,h2{line-height:1.3}
img{max-width:100%;height:auto;border:1px solid #d9d0c0}
a{color:#b4432f}
.quiet{color:#665f55;font-size:14px}
@media (prefers-color-scheme:dark){:root{color:#ece7dd;background:#22262b;color-scheme:dark}img{border-color:#3b4148}a{color:#e2785c}.quiet{color:#aaa598}}
`
