/** The very line to change for each problem, by host: lines of the recipes in README.md beside this file. Pure. */
import type { Language } from '../model/messages/text'
import { filled } from '../model/messages/text'
import type { Problem, ProblemKind } from './problem'

/** The hosts with a recipe. */
export const hosts = ['nginx', 'caddy', 'iis', 'storage'] as const
/** A host with a recipe. */
export type Host = (typeof hosts)[number]

/** Sentences, for what is done in a console or at the build; a configuration's line is the same in every language. */
type Sentence = readonly [chinese: string, english: string]

/** What to do: at the build, or at each host. */
type Mend = { readonly build: Sentence } | { readonly [host in Host]: string | Sentence }

const upload: Mend = {
  build: [
    '重新构建，把 dist/ 整个传上（先 assets/，最后 index.html）',
    'build again and upload all of dist/ (assets/ first, index.html last)',
  ],
}

const policy = {
  nginx: 'add_header Content-Security-Policy "{policy}";',
  caddy: 'header @named Content-Security-Policy "{policy}"',
  iis: '<add name="Content-Security-Policy" value="{policy}" />',
  storage: [
    'CDN 自定义响应头 Content-Security-Policy：{policy}',
    'CDN, custom response header Content-Security-Policy: {policy}',
  ],
} satisfies Mend

const siteUrl: Mend = {
  build: ['VITE_SITE_URL={address} npm run build，再上传', 'VITE_SITE_URL={address} npm run build, and upload'],
}

const fileNotFound = {
  nginx: 'try_files $uri $uri/ =404;',
  caddy: [
    '删掉 try_files 和 handle_errors 里指向 /index.html 的行',
    'remove the try_files and handle_errors that lead to /index.html',
  ],
  iis: [
    '删掉 <rewrite> 里改写到 index.html 的规则，<httpErrors existingResponse="Auto" />',
    'remove the <rewrite> rule to index.html; <httpErrors existingResponse="Auto" />',
  ],
  storage: [
    '静态网站的默认 404 页（错误文档）留空，不要填 index.html',
    'static website: leave the 404 page (error document) empty, not index.html',
  ],
} satisfies Mend

const mends: { readonly [kind in ProblemKind]: Mend } = {
  'no-page': upload,
  'no-list': upload,
  download: {
    nginx: ['删掉 add_header Content-Disposition', 'remove add_header Content-Disposition'],
    caddy: 'header -Content-Disposition',
    iis: '<remove name="Content-Disposition" />',
    storage: ['绑定自己的域名，用它访问', 'bind a domain of your own and use it'],
  },
  'missing-file': {
    nginx: upload.build,
    caddy: upload.build,
    iis: [
      '补传；后缀不认的加 <mimeMap fileExtension=".geojson" mimeType="application/geo+json" /> 这样的行',
      'upload them; for an ending that is refused add a line such as <mimeMap fileExtension=".geojson" mimeType="application/geo+json" />',
    ],
    storage: upload.build,
  },
  type: {
    nginx: 'types { {type} {ending}; }',
    caddy: '@{ending} path *.{ending}\n    header @{ending} Content-Type "{type}"',
    iis: '<mimeMap fileExtension=".{ending}" mimeType="{type}" />',
    storage: [
      '重新上传这些文件：ossutil cp … --content-type "{type}"；coscli cp … --meta "Content-Type:{type}"',
      'upload these files again: ossutil cp … --content-type "{type}"; coscli cp … --meta "Content-Type:{type}"',
    ],
  },
  charset: {
    nginx: 'charset utf-8;',
    caddy: [
      'header 的 Content-Type 里写 charset=utf-8，或者不写',
      'say charset=utf-8 in the header Content-Type, or nothing',
    ],
    iis: ['mimeType 里不写 charset', 'no charset in mimeType'],
    storage: ['Content-Type 里不写 charset', 'no charset in Content-Type'],
  },
  'folder-index': {
    nginx: 'try_files $uri $uri/ =404;',
    caddy: 'file_server',
    iis: '<add value="index.html" />',
    storage: [
      '静态网站：默认首页 index.html；OSS 另开“子目录首页”',
      'static website: index document index.html; on OSS also the sub-folder home page',
    ],
  },
  fallback: fileNotFound,
  'fallback-kept': {
    nginx: ['add_header Cache-Control 后面不要写 always', 'no "always" after add_header Cache-Control'],
    caddy: '@hashed {\n        path /assets/*\n        file\n    }',
    iis: [
      '只用 clientCache，不要在 customHeaders 里写 Cache-Control',
      'use clientCache alone, no Cache-Control in customHeaders',
    ],
    storage: ['CDN：404 的状态码缓存设为 0 秒', 'CDN: keep status 404 for 0 seconds'],
  },
  'stale-page': {
    nginx: upload.build,
    caddy: upload.build,
    iis: upload.build,
    storage: [
      '刷新 CDN 的 / 和 /index.html；关掉“页面优化”之类改写网页的功能',
      'purge / and /index.html at the CDN; turn off whatever rewrites pages',
    ],
  },
  'page-kept': {
    nginx: 'add_header Cache-Control "no-cache";',
    caddy: 'header @named Cache-Control "no-cache"',
    iis: '<clientCache cacheControlMode="DisableCache" />',
    storage: [
      '重新上传这些文件：ossutil cp … --cache-control "no-cache"；coscli cp … --meta "Cache-Control:no-cache"；CDN 遵循源站',
      'upload these files again: ossutil cp … --cache-control "no-cache"; coscli cp … --meta "Cache-Control:no-cache"; the CDN follows the origin',
    ],
  },
  'assets-not-kept': {
    nginx: 'location /assets/ { add_header Cache-Control "public, max-age=31536000, immutable"; }',
    caddy: 'header @hashed Cache-Control "public, max-age=31536000, immutable"',
    iis: '<clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="365.00:00:00" cacheControlCustom="public, immutable" />',
    storage: [
      '重新上传 assets/：ossutil cp … --cache-control "public, max-age=31536000, immutable"；coscli cp … --meta "Cache-Control:public, max-age=31536000, immutable"',
      'upload assets/ again: ossutil cp … --cache-control "public, max-age=31536000, immutable"; coscli cp … --meta "Cache-Control:public, max-age=31536000, immutable"',
    ],
  },
  'not-compressed': {
    nginx: 'gzip on; gzip_proxied any; gzip_types {types};',
    caddy: [
      'encode 的 match 里加 header Content-Type {types}',
      'in the match of encode add header Content-Type {types}',
    ],
    iis: '<urlCompression doStaticCompression="true" doDynamicCompression="false" />',
    storage: ['CDN：打开“智能压缩”，类型含 {types}', 'CDN: turn on compression, for {types}'],
  },
  'no-ranges': {
    nginx: [
      '删掉 max_ranges 0；前面有代理的，proxy_force_ranges on;',
      'remove max_ranges 0; behind a proxy: proxy_force_ranges on;',
    ],
    caddy: 'file_server',
    iis: ['由 StaticFile 处理 .bin，不要经过程序转发', 'let StaticFile serve .bin, not a program'],
    storage: ['CDN：打开“Range 回源”（分片回源）', 'CDN: turn on range requests to the origin'],
  },
  'ranges-compressed': {
    nginx: [
      'gzip_types 里删掉 application/octet-stream（和 *）',
      'remove application/octet-stream (and *) from gzip_types',
    ],
    caddy: [
      'encode 的 match 里删掉 application/octet-stream',
      'remove application/octet-stream from the match of encode',
    ],
    iis: '<add mimeType="*/*" enabled="false" />',
    storage: [
      'CDN：压缩的类型里删掉 application/octet-stream',
      'CDN: remove application/octet-stream from what is compressed',
    ],
  },
  'archive-missing': {
    build: ['把文件传到这个地址，或者改 VITE_BASEMAP', 'upload the file to this address, or change VITE_BASEMAP'],
  },
  'cors-closed': {
    nginx: 'add_header Access-Control-Allow-Origin "{origin}";',
    caddy: 'header Access-Control-Allow-Origin "{origin}"',
    iis: '<add name="Access-Control-Allow-Origin" value="{origin}" />',
    storage: ['跨域设置：来源加 {origin}，方法 GET、HEAD', 'CORS: allow the origin {origin}, methods GET and HEAD'],
  },
  'etag-hidden': {
    nginx: 'add_header Access-Control-Expose-Headers "ETag, Content-Range";',
    caddy: 'header Access-Control-Expose-Headers "ETag, Content-Range"',
    iis: '<add name="Access-Control-Expose-Headers" value="ETag, Content-Range" />',
    storage: ['跨域设置：暴露 Headers 写 ETag 和 Content-Range', 'CORS: expose the headers ETag and Content-Range'],
  },
  'policy-conflict': policy,
  'policy-wider': policy,
  'policy-missing': policy,
  'frame-denied': {
    nginx: ['要嵌入就删掉 add_header X-Frame-Options', 'to embed, remove add_header X-Frame-Options'],
    caddy: ['要嵌入就写 header -X-Frame-Options', 'to embed, write header -X-Frame-Options'],
    iis: ['要嵌入就写 <remove name="X-Frame-Options" />', 'to embed, write <remove name="X-Frame-Options" />'],
    storage: [
      '要嵌入就在 CDN 删掉响应头 X-Frame-Options',
      'to embed, remove the response header X-Frame-Options at the CDN',
    ],
  },
  'vary-all': {
    nginx: 'gzip_vary on;',
    caddy: 'header -Vary',
    iis: '<remove name="Vary" />',
    storage: ['CDN：删掉响应头 Vary: *', 'CDN: remove the response header Vary: *'],
  },
  redirected: {
    nginx: ['删掉 rewrite 和 return 301，只留 try_files', 'remove rewrite and return 301; try_files alone'],
    caddy: ['删掉 redir 和 uri strip_suffix', 'remove redir and uri strip_suffix'],
    iis: ['删掉 <rewrite> 里去掉 .html 的规则', 'remove the <rewrite> rule that strips .html'],
    storage: ['关掉镜像回源和重定向规则', 'turn off redirection rules'],
  },
  insecure: {
    nginx: 'listen 443 ssl;',
    caddy: ['站点地址写域名，不写 http://', 'give the site a domain without http://'],
    iis: ['绑定里加 https 和证书', 'add a binding for https with a certificate'],
    storage: ['CDN：配置证书，强制跳转 https', 'CDN: set a certificate and redirect to https'],
  },
  'preview-relative': siteUrl,
  'preview-elsewhere': siteUrl,
  'preview-missing': upload,
}

/** Returns what to do about a problem, by host; or at the build alone. */
export function mendsOf(problem: Problem, language: Language): { host: Host | 'build'; text: string }[] {
  const texts = Object.entries(mends[problem.kind]) as [Host | 'build', string | Sentence][]
  return texts.map(([host, text]) => ({
    host,
    text: filled(typeof text === 'string' ? text : text[language === 'en' ? 1 : 0], problem.values),
  }))
}
