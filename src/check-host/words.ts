/** What `npm run check-host` says of each problem. Pure. */
import { type MessageOf, messagesOf } from '../model/messages/text'
import type { ProblemKind } from './problem'

const problemWords = {
  'no-page': ['{address} 不是渝览的首页（状态 {status}）', '{address} is not the page of Yulan (status {status})'],
  'no-list': [
    '没有构建的清单，只能查首页：文件没有传全，或者这是旧的构建',
    "the build's list is missing, so only the page could be checked: the upload is incomplete, or the build is old",
  ],
  download: [
    '网页被当成附件下载：对象存储的默认域名都这样',
    'the page is sent as a download, as the default domains of object storage do',
  ],
  'missing-file': [
    '清单里有而主机没有的文件：没有传全，或者主机不认这种后缀',
    'files of the list that the host has not: the upload is incomplete, or the host refuses the ending',
  ],
  type: ['.{ending} 的类型是 {given}，应为 {type}', 'the type of .{ending} is {given} and should be {type}'],
  charset: ['字符集写成了 {given}，文件都是 UTF-8', 'the character set says {given}; every file is UTF-8'],
  'folder-index': ['文件夹的地址打不开其中的 index.html', 'the address of a folder does not open its index.html'],
  fallback: [
    '没有的文件不回 404：网页会被当成脚本、资料或瓦片来读',
    'a missing file is not answered with 404: a page would be read as script, data or tile',
  ],
  'fallback-kept': [
    '404 也让浏览器长久保存：上传途中要过的文件，以后一直打不开',
    'even a 404 is kept by browsers: what was asked for during an upload stays missing',
  ],
  'stale-page': [
    '首页与清单不是同一次构建的：缓存没有刷新，或者主机改写了网页',
    'the page is not of the build of the list: a cache was not purged, or the host rewrites pages',
  ],
  'page-kept': [
    '名称不变而内容会变的文件没有要求每次询问（Cache-Control：{given}）：更新后读者会看到旧的',
    'files that change under the same name may be kept unasked (Cache-Control: {given}): readers would see the old ones',
  ],
  'assets-not-kept': [
    '文件名带摘要的文件存得不够久（Cache-Control：{given}）：每次来都要再问一遍',
    'files with a hash in their name are not kept long enough (Cache-Control: {given}): each visit asks again',
  ],
  'not-compressed': ['文字没有压缩（{types}）', 'text is not compressed ({types})'],
  'no-ranges': [
    '不支持按字节范围读取（回 {status}，应为 206）',
    'byte ranges are not served (answered {status}, not 206)',
  ],
  'ranges-compressed': [
    '压缩了按范围读的文件（回 {given}，应为不压缩的 206）：范围因此失效，整个文件重下',
    'files read by ranges are compressed (answered {given}, not a plain 206), so that ranges fail',
  ],
  'archive-missing': ['那里没有这个文件（状态 {status}）', 'the file is not there (status {status})'],
  'cors-closed': [
    '{origin} 的网页不能读取别的主机上的这个文件',
    'pages of {origin} may not read this file of another host',
  ],
  'etag-hidden': [
    '允许别的网站读取，却没有向它们公开 ETag 和 Content-Range',
    'other sites may read, but ETag and Content-Range are not exposed to them',
  ],
  'policy-conflict': [
    '响应头里的安全策略不许网页或后台脚本用它需要的东西：{given}',
    'the content security policy of the header forbids what a page or worker needs: {given}',
  ],
  'policy-wider': [
    '响应头里的安全策略比页面里的宽，可能是旧的：{given}',
    "the header's content security policy is wider than the page's, perhaps an old one: {given}",
  ],
  'policy-missing': [
    '安全策略只写在页面里，没有响应头',
    'the content security policy is in the page only, not in a header',
  ],
  'frame-denied': ['主机不许别的网页嵌入地图：{given}', 'the host forbids other pages to embed the map: {given}'],
  'vary-all': [
    '响应头 Vary: * 使浏览器不能为断网时保存',
    'the header Vary: * keeps browsers from storing files for the time without a network',
  ],
  redirected: [
    '文件经重定向才到：断网时不能用，也多一次往返',
    'files come by a redirect: of no use without a network, and one more round trip',
  ],
  insecure: ['不是 https：浏览器不给离线使用和剪贴板', 'not https: browsers give no offline use and no clipboard'],
  'preview-relative': [
    '预览图是相对地址，微信等聊天软件的卡片不认',
    'the preview image has a relative address, which chat cards do not take',
  ],
  'preview-elsewhere': ['预览图的地址在别处：{given}', 'the address of the preview image is elsewhere: {given}'],
  'preview-missing': ['预览图打不开：{given}', 'the preview image does not open: {given}'],
} as const satisfies { readonly [kind in ProblemKind]: readonly [string, string] }

/** Returns the sentence of a problem. */
export const problemSentence: MessageOf<ProblemKind> = messagesOf(problemWords)

const reportWords = {
  checking: [
    '检查 {address}：清单 {count} 个文件，服务器自称 {server}',
    'Checking {address}: {count} files listed, the server calls itself {server}',
  ],
  more: ['… 共 {count} 个', '… {count} in all'],
  right: ['全部正确。', 'All is right.'],
  wrong: ['{wrong} 处不对，{advice} 处提醒。', '{wrong} wrong, {advice} worth knowing.'],
  advised: ['没有不对，{advice} 处提醒。', 'Nothing wrong, {advice} worth knowing.'],
  unreachable: ['连不上 {address}：{reason}', '{address} cannot be reached: {reason}'],
  usage: [
    '用法：npm run check-host -- <地址> [--dist <构建所得文件夹>] [--archive <别处的 PMTiles>] [--host nginx|caddy|iis|storage] [--lang en]',
    'Usage: npm run check-host -- <address> [--dist <built folder>] [--archive <PMTiles elsewhere>] [--host nginx|caddy|iis|storage] [--lang en]',
  ],
  'host.build': ['构建', 'build'],
  'host.nginx': ['nginx', 'nginx'],
  'host.caddy': ['Caddy', 'Caddy'],
  'host.iis': ['IIS（web.config）', 'IIS (web.config)'],
  'host.storage': ['对象存储和 CDN（OSS、COS）', 'object storage and CDN (OSS, COS)'],
} as const satisfies { readonly [key: string]: readonly [string, string] }

/** Returns a text of the report around the problems. */
export const reportText: MessageOf<keyof typeof reportWords> = messagesOf(reportWords)
