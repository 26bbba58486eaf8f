/** A PostGIS of its own: Debian's PostgreSQL with a cluster in a temporary folder, reached by a socket there, and parcels in it. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const programs = '/usr/lib/postgresql/15/bin'
const asRoot = process.getuid?.() === 0

/** PostgreSQL refuses to run as root. */
const asPostgres = (program: string, ...options: string[]): [string, string[]] =>
  asRoot ? ['runuser', ['-u', 'postgres', '--', program, ...options]] : [program, options]

/** A running database. */
export interface PostGis {
  /** Runs one statement. Returns the first column of its first row as text. */
  ask: (statement: string) => Promise<string>
  close: () => Promise<void>
}

/** Starts a cluster and opens so many connections. Throws, naming the package, where PostGIS is not installed. */
export async function startPostGis(connections = 4): Promise<PostGis> {
  if (!existsSync(join(programs, 'initdb')) || !existsSync('/usr/share/postgresql/15/extension/postgis.control'))
    throw new Error('没有找到 PostGIS：npm run test:hosts 需要它（apt-get install postgresql-15-postgis-3）。')
  const folder = mkdtempSync(join(tmpdir(), 'yulan-postgis-'))
  if (asRoot) execFileSync('chown', ['postgres', folder])
  const data = join(folder, 'data')
  execFileSync(
    ...asPostgres(join(programs, 'initdb'), '-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '-N'),
    {
      cwd: folder,
      stdio: 'ignore',
    },
  )
  // No port is opened: another cluster of this machine is not in the way.
  const settings = [`unix_socket_directories=${folder}`, 'listen_addresses=', 'fsync=off', 'shared_buffers=256MB']
  const server = spawn(
    ...asPostgres(join(programs, 'postgres'), '-D', data, ...settings.flatMap((setting) => ['-c', setting])),
    { cwd: folder, stdio: 'ignore' },
  )
  const sessions: Session[] = []
  const close = async () => {
    for (const { end } of sessions) end()
    execFileSync(...asPostgres(join(programs, 'pg_ctl'), 'stop', '-D', data, '-m', 'immediate'), { stdio: 'ignore' })
    if (server.exitCode === null) await new Promise<void>((resolve) => server.once('exit', () => resolve()))
    rmSync(folder, { recursive: true, force: true })
  }
  await untilReady(folder)
  for (let count = 0; count < connections; count += 1) sessions.push(openSession(folder))
  let turn = 0
  const ask = (statement: string) => {
    turn += 1
    const session = sessions[turn % sessions.length]
    if (!session) throw new Error('there is no connection')
    return session.ask(statement)
  }
  await ask('CREATE EXTENSION postgis')
  return { ask, close }
}

async function untilReady(folder: string): Promise<void> {
  for (let count = 0; count < 150; count += 1) {
    try {
      execFileSync(join(programs, 'pg_isready'), ['-h', folder, '-U', 'postgres'], { stdio: 'ignore' })
      return
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
  throw new Error('PostgreSQL does not answer')
}

interface Session {
  ask: (statement: string) => Promise<string>
  end: () => void
}

const [mark, wrong] = ['-- end --', /^(ERROR|psql|FATAL)/]

/** A `psql` that stays: statements one after the other, each answered up to a mark. */
function openSession(folder: string): Session {
  const child: ChildProcess = spawn(
    join(programs, 'psql'),
    ['-h', folder, '-U', 'postgres', '-qAtX', '-v', 'ON_ERROR_STOP=0', '-v', 'VERBOSITY=terse'],
    { stdio: ['pipe', 'pipe', 'pipe'] },
  )
  const waiting: { statement: string; resolve: (text: string) => void; reject: (error: Error) => void }[] = []
  let lines: string[] = []
  let problem: string | undefined
  if (!child.stdout || !child.stderr) throw new Error('psql has no output')
  createInterface(child.stderr).on('line', (line) => {
    if (wrong.test(line)) problem = line
  })
  createInterface(child.stdout).on('line', (line) => {
    if (line !== mark) return lines.push(line)
    const [first = ''] = lines
    lines = []
    // What went wrong is told by another pipe, which may be behind.
    setImmediate(() => {
      const asked = waiting.shift()
      if (problem) asked?.reject(new Error(`${problem}: ${asked.statement}`))
      else asked?.resolve(first)
      problem = undefined
    })
  })
  return {
    ask: (statement) =>
      new Promise((resolve, reject) => {
        waiting.push({ statement, resolve, reject })
        child.stdin?.write(`${statement};\n\\echo ${mark}\n`)
      }),
    end: () => child.kill(),
  }
}

/** Makes so many parcels, the same as `parcels` in the fixtures has, and the table of how many each district has. */
export async function seedParcels({ ask }: PostGis, count: number): Promise<void> {
  const columns = Math.ceil(Math.sqrt(count))
  await ask(
    'CREATE TABLE parcels (id integer PRIMARY KEY, no text, use text, area integer, district text, geom geometry(Polygon, 4326))',
  )
  await ask(`INSERT INTO parcels
    SELECT at + 1, 'P' || (at + 1), (ARRAY['R2', 'B1', 'M1', 'G1'])[at::bigint * 7 % 4 + 1], 100 + at % 900,
      (ARRAY['500103', '500105', '500112'])[at % 3 + 1], ST_MakeEnvelope(x, y, x + 0.00036, y + 0.00036, 4326)
    FROM generate_series(0, ${count - 1}) AS at,
      LATERAL (SELECT 106.4 + at % ${columns} * 0.0004 AS x, 29.45 + at / ${columns} * 0.0004 AS y) AS corner`)
  await ask('CREATE INDEX ON parcels USING gist (geom)')
  await ask('ANALYZE parcels')
  await ask('CREATE TABLE parcel_counts AS SELECT district, count(*)::integer AS count FROM parcels GROUP BY district')
}
