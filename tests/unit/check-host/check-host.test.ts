/** The check of a host against servers that each do one thing wrong: each is named, with its mend. */
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { mendsOf } from '../../../src/check-host/mends'
import { observe } from '../../../src/check-host/observe'
import { type ProblemKind, problemKinds } from '../../../src/check-host/problem'
import { hostNamed, reportOf } from '../../../src/check-host/report'
import { problemsOf } from '../../../src/check-host/rules'
import { type Fault, policy, serve } from './server'

let close = () => {}
afterEach(() => close())

async function check(fault?: Fault) {
  const server = await serve(fault)
  close = server.close
  const observed = await observe(server.address)
  return { observed, problems: problemsOf(observed), address: server.address }
}

/** What is found, and the mend for nginx or at the build. */
async function found(fault: Fault) {
  const { problems } = await check(fault)
  return problems.map((problem) => ({
    kind: problem.kind,
    paths: problem.paths,
    mend: mendsOf(problem, 'zh-CN').find(({ host }) => host === 'nginx' || host === 'build')?.text,
  }))
}

const kinds = async (fault: Fault) => (await check(fault)).problems.map(({ kind }) => kind)

test('a right host passes', async () => {
  const { observed, problems } = await check()
  expect(problems).toEqual([])
  expect(observed.files).toHaveLength(8)
  expect(reportOf(observed, problems, 'zh-CN')).toContain('全部正确。')
})

describe('six hosts, each wrong in one way', () => {
  test('no types', async () => {
    const fault: Fault = ({ headers }, { path }) => {
      if (/(index-.*\.js|\.geojson)$/.test(path)) headers['Content-Type'] = 'application/octet-stream'
    }
    expect(await found(fault)).toEqual([
      { kind: 'type', paths: ['assets/index-CHklwnD9.js'], mend: 'types { text/javascript js; }' },
      { kind: 'type', paths: ['data/v1/features.geojson'], mend: 'types { application/geo+json geojson; }' },
    ])
  })

  test('gzip on ranges', async () => {
    const fault: Fault = (answer, { path, takesGzip, files }) => {
      if (!path.endsWith('.bin') || !takesGzip) return
      answer.status = 200
      answer.headers['Content-Encoding'] = 'gzip'
      answer.body = gzipSync(files.get(path) ?? '')
    }
    expect(await found(fault)).toEqual([
      {
        kind: 'ranges-compressed',
        paths: ['assets/basemap-acc5a227.bin'],
        mend: 'gzip_types 里删掉 application/octet-stream（和 *）',
      },
    ])
  })

  test('the page in the place of what is missing', async () => {
    const fault: Fault = (answer, { files }) => {
      if (answer.status !== 404) return
      answer.status = 200
      answer.headers = { 'Content-Type': 'text/html' }
      answer.body = files.get('index.html') ?? answer.body
    }
    expect(await found(fault)).toEqual([
      {
        kind: 'fallback',
        paths: ['assets/nowhere-00000000.js', 'data/v1/nowhere.json', 's/nowhere/'],
        mend: 'try_files $uri $uri/ =404;',
      },
    ])
  })

  test('no ranges', async () => {
    const fault: Fault = (answer, { path, range, files }) => {
      if (range === undefined) return
      answer.status = 200
      answer.headers['Content-Range'] = ''
      answer.body = files.get(path) ?? answer.body
    }
    expect(await found(fault)).toEqual([
      {
        kind: 'no-ranges',
        paths: ['assets/basemap-acc5a227.bin'],
        mend: '删掉 max_ranges 0；前面有代理的，proxy_force_ranges on;',
      },
    ])
  })

  test('a stale index, kept for a day', async () => {
    const fault: Fault = (answer, { path }) => {
      if (path !== 'index.html') return
      answer.headers['Cache-Control'] = 'max-age=86400'
      if (!('Content-Encoding' in answer.headers))
        answer.body = Buffer.from(answer.body.toString().replace('index-CHklwnD9', 'index-B4amLuLy'))
    }
    expect(await found(fault)).toEqual([
      {
        kind: 'stale-page',
        paths: ['index.html', 'assets/index-B4amLuLy.js'],
        mend: '重新构建，把 dist/ 整个传上（先 assets/，最后 index.html）',
      },
      { kind: 'page-kept', paths: ['index.html'], mend: 'add_header Cache-Control "no-cache";' },
    ])
  })

  test('a wrong policy', async () => {
    const fault: Fault = ({ headers }, { path }) => {
      if (path === 'index.html') headers['Content-Security-Policy'] = "default-src 'self'; frame-ancestors *"
    }
    const { observed, problems } = await check(fault)
    expect(problems.map(({ kind }) => kind)).toEqual(['policy-conflict'])
    const report = reportOf(observed, problems, 'zh-CN', 'caddy')
    expect(report).toContain(
      '✗ 响应头里的安全策略不许网页或后台脚本用它需要的东西：connect-src https://tiles.example.org',
    )
    expect(report).toContain(`Caddy: header @named Content-Security-Policy "${policy}"`)
    expect(report).not.toContain('add_header')
    expect(report).toContain('1 处不对，0 处提醒。')
  })
})

describe('a policy that is right on the front page', () => {
  const policyOf =
    (pattern: RegExp, sent: string): Fault =>
    ({ headers }, { path }) => {
      if (pattern.test(path)) headers['Content-Security-Policy'] = sent
    }
  const seen = async (fault: Fault) =>
    (await check(fault)).problems.map(({ kind, paths, values }) => [kind, paths, values.given ?? ''])

  test('and keeps a page of a folder from its script', async () => {
    const fault = policyOf(/^s\//, "default-src 'none'")
    expect(await seen(fault)).toEqual([['policy-conflict', ['s/star/'], "script-src 'self'; connect-src 'self'"]])
  })

  test('and keeps the workers from the network', async () => {
    const fault = policyOf(/worker/, "default-src 'self'")
    const paths = ['assets/own-files.worker-Cw1iJKS9.js', 'service-worker.js']
    expect(await seen(fault)).toEqual([['policy-conflict', paths, 'connect-src https://tiles.example.org']])
    expect((await found(fault))[0]?.mend).toBe(`add_header Content-Security-Policy "${policy}";`)
    expect(await seen(policyOf(/worker/, policy))).toEqual([])
  })

  test('and is wider, or not there, on a page of a folder', async () => {
    const old = 'img-src https://old.example.org'
    expect(await seen(policyOf(/^s\//, `${policy}; ${old}`))).toEqual([['policy-wider', ['s/star/'], old]])
    expect(await seen(policyOf(/^s\//, ''))).toEqual([['policy-missing', ['s/star/'], '']])
  })
})

describe('other faults', () => {
  const faults: { readonly [kind in ProblemKind]?: Fault } = {
    'no-page': (answer) => {
      answer.status = 403
    },
    'no-list': (answer, { path }) => {
      if (path.endsWith('files.json')) answer.status = 404
    },
    download: ({ headers }) => {
      headers['Content-Disposition'] = 'attachment'
    },
    'missing-file': (answer, { path }) => {
      if (path.endsWith('.geojson')) answer.status = 404
    },
    charset: ({ headers }, { path }) => {
      if (path === 'index.html') headers['Content-Type'] = 'text/html; charset=gbk'
    },
    'folder-index': (answer, { path }) => {
      if (path === 's/star/index.html') answer.headers['Content-Type'] = 'application/xml'
    },
    'fallback-kept': (answer) => {
      if (answer.status === 404) answer.headers['Cache-Control'] = 'public, max-age=31536000, immutable'
    },
    'assets-not-kept': ({ headers }, { path }) => {
      if (path.startsWith('assets/')) headers['Cache-Control'] = 'no-cache'
    },
    'not-compressed': (answer, { path, files }) => {
      if (!('Content-Encoding' in answer.headers)) return
      answer.headers['Content-Encoding'] = 'identity'
      answer.body = files.get(path) ?? answer.body
    },
    'etag-hidden': ({ headers }) => {
      headers['Access-Control-Allow-Origin'] = '*'
    },
    'policy-wider': ({ headers }) => {
      headers['Content-Security-Policy'] = `${policy}; img-src https://old.example.org`
    },
    'policy-missing': ({ headers }) => {
      headers['Content-Security-Policy'] = ''
    },
    'frame-denied': ({ headers }) => {
      headers['X-Frame-Options'] = 'DENY'
    },
    'vary-all': ({ headers }) => {
      headers.Vary = '*'
    },
    'preview-missing': (answer, { path }) => {
      if (path.endsWith('.png')) answer.headers['Content-Type'] = 'text/html'
    },
    'preview-relative': (answer, { path }) => {
      if (path === 's/star/index.html') answer.body = Buffer.from('<meta property="og:image" content="preview.png">')
    },
    'preview-elsewhere': (answer, { path }) => {
      if (path === 's/star/index.html')
        answer.body = Buffer.from('<meta property="og:image" content="https://old.example.org/preview.png">')
    },
  }

  test.each(Object.entries(faults))('%s', async (kind, fault) => {
    expect(await kinds(fault)).toContain(kind)
  })

  test('an archive elsewhere: closed to this site, without ranges, not there', async () => {
    const { address } = await check()
    const elsewhere = async (fault?: Fault, path = 'assets/basemap-acc5a227.bin') => {
      const other = await serve(fault)
      const archive = new URL(path, other.address).href
      const problems = problemsOf(await observe(address, { archive }))
      other.close()
      expect(problems.every(({ paths }) => paths.join() === archive)).toBe(true)
      return problems.map(({ kind }) => kind)
    }
    const open: Fault = ({ headers }) => {
      headers['Access-Control-Allow-Origin'] = new URL(address).origin
      headers['Access-Control-Expose-Headers'] = 'etag, content-range'
    }
    expect(await elsewhere(open)).toEqual([])
    expect(await elsewhere()).toEqual(['cors-closed'])
    const whole: Fault = (answer, { files }) => {
      answer.status = 200
      answer.body = Buffer.concat(Array(2000).fill(files.get('assets/basemap-acc5a227.bin')))
    }
    expect(await elsewhere(whole)).toEqual(['no-ranges', 'cors-closed'])
    expect(await elsewhere(open, 'assets/other.pmtiles')).toEqual(['archive-missing'])
  })

  test('redirected, insecure', async () => {
    const { observed } = await check()
    const files = observed.files.map(({ file, reply }) => ({
      file,
      reply: { ...reply, isRedirected: file.path === 's/star/index.html' },
    }))
    const page = { ...observed.page, address: 'http://map.example.org/' }
    const problems = problemsOf({ ...observed, files, page })
    expect(problems.map(({ kind, paths }) => [kind, paths])).toEqual([
      ['redirected', ['s/star/index.html']],
      ['insecure', ['']],
    ])
  })

  test('exposed headers and a policy for frames besides are right', async () => {
    const fault: Fault = ({ headers }) => {
      headers['Access-Control-Allow-Origin'] = '*'
      headers['Access-Control-Expose-Headers'] = 'ETag, Content-Range'
      if (headers['Content-Security-Policy'])
        headers['Content-Security-Policy'] += '; frame-ancestors https://a.example'
    }
    expect(await kinds(fault)).toEqual([])
  })
})

test('every problem has a mend in both languages, without a place left open', () => {
  const values = { address: 'a', ending: 'e', type: 't', types: 't', policy: 'p', given: 'g', origin: 'o' }
  for (const kind of Object.keys(problemKinds) as ProblemKind[])
    for (const language of ['zh-CN', 'en'] as const) {
      const mends = mendsOf({ kind, paths: [], values }, language).map(({ text }) => text)
      expect([kind, mends.length]).toEqual([kind, mends.length === 1 ? 1 : 4])
      for (const text of mends) expect(text).not.toMatch(/^$|\{\w+\}/)
      if (language === 'en') for (const text of mends) expect(text).not.toMatch(/\p{Script=Han}/u)
    }
})

test('the mends of what every host is told are lines of the recipes', () => {
  const page = readFileSync('src/check-host/README.md', 'utf8')
  const [built = ''] = page.match(/(?<=add_header Content-Security-Policy ")[^"]+/) ?? []
  const kept: ProblemKind[] = ['page-kept', 'policy-missing', 'folder-index']
  for (const kind of kept)
    for (const { host, text } of mendsOf({ kind, paths: [], values: { policy: built } }, 'zh-CN'))
      if (host !== 'storage') expect(page).toContain(text)
  expect(page.split(built)).toHaveLength(4)
})

test('the server is known by its name', () => {
  const names = ['nginx/1.22.1', 'Caddy', 'Microsoft-IIS/10.0', 'AliyunOSS', 'tencent-cos', undefined]
  expect(names.map(hostNamed)).toEqual(['nginx', 'caddy', 'iis', 'storage', 'storage', undefined])
})

describe('the command', () => {
  const run = (...args: string[]) =>
    new Promise<{ code: number; said: string }>((resolve) => {
      const program = ['--import', 'tsx', 'src/check-host/check-host.ts', ...args]
      const child = execFile(process.execPath, program, (_, out, wrong) =>
        resolve({ code: child.exitCode ?? -1, said: out + wrong }),
      )
    })

  test('ends with 0 for a right host, 1 for a wrong one, 2 where nothing answers', async () => {
    const right = await serve()
    const wrong = await serve(({ headers }) => {
      headers.Vary = '*'
    })
    const ends = await Promise.all([run(right.address), run(wrong.address, '--lang', 'en', '--host', 'nginx'), run()])
    right.close()
    wrong.close()
    expect(ends.map(({ code }) => code)).toEqual([0, 1, 2])
    expect(ends[0]?.said).toContain('全部正确。')
    expect(ends[1]?.said).toContain('✗ the header Vary: * keeps')
    expect(ends[1]?.said).toContain('1 wrong, 0 worth knowing.')
    const nobody = await run(right.address)
    expect(nobody.code).toBe(2)
    expect(nobody.said).toContain('连不上')
  })
})
