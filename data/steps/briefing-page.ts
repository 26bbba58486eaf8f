/** The page of one briefing, and of their list, as HTML that is complete without script. Pure. */
import { escaped } from '../escape'
import type { ShippedBriefing } from '../schema-briefing'
import { pageHead } from './page-head'

/** What a page shows of a point. */
interface PagePoint {
  kind: string
  text: string
  label?: string
  status?: string
  statusText?: string
  years?: string
  figures: readonly { value: string; what: string; year?: number }[]
  offices?: string
  contradicted: boolean
  sources: readonly { short: string; full: string }[]
}

/** What a page shows of a scene. */
export interface PageScene {
  no: number
  title: string
  points: readonly PagePoint[]
  /** The value of `m` that plays the briefing from this scene. */
  playValue: string
}

/** What the page of a briefing is made from. */
interface BriefingPage {
  briefing: ShippedBriefing
  scenes: readonly PageScene[]
  description: string
  /** Address of the preview image, from the page or absolute. */
  image: string
  imageIsPng: boolean
  contentSecurityPolicy: string
}

/** Returns the page of a briefing. */
export function briefingPage(page: BriefingPage): string {
  const { briefing, scenes, description } = page
  const [first] = scenes
  const contents = scenes.map(({ no, title }) => `<li><a href="#s${no}">${escaped(title)}</a></li>`)
  return `${pageHead({ title: briefing.title, description, style: '../style.css', contentSecurityPolicy: page.contentSecurityPolicy, image: { address: page.image, isPng: page.imageIsPng } })}
<body>
<header>
<p class="above"><a href="../">汇报</a> · <a href="../../">渝览</a></p>
<h1>${escaped(briefing.title)}</h1>
${briefing.subtitle ? `<p class="subtitle">${escaped(briefing.subtitle)}</p>` : ''}
<p class="quiet">${briefing.date} · ${scenes.length} 页 · 资料 ${briefing.release}</p>
<p class="actions"><a class="play" href="${play(first)}">播放</a></p>
<nav aria-label="目录"><ol>${contents.join('')}</ol></nav>
</header>
<main>
${scenes.map((scene, index) => section(scene, index, scenes.length)).join('\n')}
${sourceList(scenes)}
</main>
<footer><p>事项的文字、数字和出处取自资料 ${briefing.release}，随资料更新。图为示意图 · 非测绘成果 · 不作划界依据。</p></footer>
</body>
</html>
`
}

const play = (scene: PageScene | undefined) => `../../?m=${scene?.playValue ?? ''}`

function section(scene: PageScene, index: number, count: number): string {
  const { no, title, points } = scene
  return `<section id="s${no}" aria-labelledby="h${no}">
<h2 id="h${no}">${escaped(title)} <span class="page">第 ${index + 1} / ${count} 页</span></h2>
<div class="scene">
<figure><img src="${no}.svg" width="720" height="600" alt="${escaped(`${title}：静态地图`)}"></figure>
<div class="said">
<ul class="points">
${points.map(pointItem).join('\n')}
</ul>
<p class="from"><a href="${play(scene)}">从这一页播放</a></p>
</div>
</div>
</section>`
}

function pointItem(point: PagePoint): string {
  const { kind, text, label, figures, offices, sources, contradicted } = point
  if (kind === 'words') return `<li class="words">${escaped(text)}</li>`
  const marks = [
    point.statusText
      ? `<span class="status status-${escaped(point.status ?? '')}">${escaped(point.statusText)}</span>`
      : '',
    label ? `<span class="status">${escaped(label)}</span>` : '',
    point.years ? `<span class="years">${escaped(point.years)}</span>` : '',
    contradicted ? '<span class="contradicted">说法不一</span>' : '',
  ].filter((mark) => mark !== '')
  const chips = figures.map(
    ({ value, what, year }) =>
      `<li><strong>${escaped(value)}</strong> ${escaped(what)}${year === undefined ? '' : ` · ${year}`}</li>`,
  )
  const cited = sources.map(({ short }) => escaped(short)).join('；')
  return `<li class="cited">
<p>${escaped(text)}</p>
${chips.length > 0 ? `<ul class="figures">${chips.join('')}</ul>` : ''}
<p class="quiet">${[...marks, offices ? escaped(offices) : ''].filter(Boolean).join(' ')}</p>
<p class="quiet">来源：${cited}</p>
</li>`
}

function sourceList(scenes: readonly PageScene[]): string {
  const all = scenes.flatMap(({ points }) => points.flatMap(({ sources }) => sources.map(({ full }) => full)))
  const items = [...new Set(all)].map((full) => `<li>${escaped(full)}</li>`)
  return `<section class="sources"><h2>来源</h2><ol>${items.join('')}</ol></section>`
}

/** What the page of the list is made from. */
interface BriefingList {
  briefings: readonly ShippedBriefing[]
  contentSecurityPolicy: string
}

/** Returns the page that lists the briefings. */
export function briefingListPage({ briefings, contentSecurityPolicy }: BriefingList): string {
  const items = briefings.map(
    ({ slug, title, subtitle, date, scenes }) =>
      `<li><a href="${slug}/"><img src="${slug}/${scenes[0]?.no}.svg" width="720" height="600" alt=""><span class="name">${escaped(title)}</span></a>
${subtitle ? `<p>${escaped(subtitle)}</p>` : ''}
<p class="quiet">${date} · ${scenes.length} 页</p></li>`,
  )
  return `${pageHead({ title: '汇报', description: briefings.map(({ title }) => title).join('、'), style: 'style.css', contentSecurityPolicy })}
<body>
<header><p class="above"><a href="../">渝览</a></p><h1>汇报</h1></header>
<main><ul class="list">
${items.join('\n')}
</ul></main>
</body>
</html>
`
}
