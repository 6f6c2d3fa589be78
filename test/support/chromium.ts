import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runCommand } from '#adapters/mysql/server/run-command.ts';
import { testCacheDir } from './mysql.ts';

type Program = Readonly<{ file: string; env: NodeJS.ProcessEnv }>;

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const release = (): string => {
  const text = fs.readFileSync('/etc/os-release', 'utf8');
  const field = (name: string): string => new RegExp(`^${name}="?([\\w.-]+)`, 'm').exec(text)?.[1] ?? 'unknown';
  return `${field('ID')}-${field('VERSION_ID')}-${process.arch}`;
};

const libraries = (root: string): string => {
  const lib = path.join(root, 'usr/lib');
  const named = fs.readdirSync(lib).filter((name) => name.includes('linux-gnu'));
  return named.flatMap((name) => [path.join(lib, name), path.join(lib, name, 'pulseaudio')]).join(path.delimiter);
};

const unpacked = (root: string): Program | undefined => {
  const file = path.join(root, 'usr/lib/chromium/chromium');
  return fs.existsSync(file) ? { file, env: { ...process.env, LD_LIBRARY_PATH: libraries(root) } } : undefined;
};

/** About 120 MB once for this machine: what apt would install, unpacked into the cache. Two may do it at once: the first rename wins. */
const fetchInto = async (root: string): Promise<void> => {
  fs.mkdirSync(path.dirname(root), { recursive: true, mode: 0o700 });
  const work = fs.mkdtempSync(`${root}.new-`);
  const settings = ['-q', '-o', 'Debug::NoLocking=1', '-o', 'APT::Sandbox::User=root', '-o', 'Acquire::http::Timeout=20'];
  const apt = (args: readonly string[]) =>
    runCommand({ program: 'apt-get', args: [...settings, ...args], env: process.env, timeoutMs: 240_000, cwd: work });
  try {
    const plan = await apt(['-s', '--no-install-recommends', 'install', 'chromium']);
    const packages = [...plan.matchAll(/^Inst (\S+) (?:\[[^\]]*\] )?\((\S+)/gm)].map(([, name, version]) => `${name}=${version}`);
    process.stderr.write(`chromium: fetching it, once for this machine: ${packages.join(' ')}\n`);
    await apt(['download', ...packages]);
    const into = path.join(work, 'root');
    const files = fs.readdirSync(work).filter((name) => name.endsWith('.deb'));
    for (const file of files)
      await runCommand({ program: 'dpkg', args: ['-x', path.join(work, file), into], env: process.env, timeoutMs: 60_000 });
    if (!fs.existsSync(root)) fs.renameSync(into, root);
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
};

/** Undefined: there is none here, and apt has none to give. */
const findProgram = async (): Promise<Program | undefined> => {
  const file = installed.find((name) => fs.existsSync(name));
  if (file !== undefined) return { file, env: process.env };
  if (process.platform !== 'linux') return undefined;
  const root = path.join(testCacheDir(), 'chromium', release());
  if (!unpacked(root)) await fetchInto(root).catch(() => undefined);
  return unpacked(root);
};

type Sent = Readonly<{
  id?: number;
  sessionId?: string;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: Readonly<{ message: string }>;
}>;

export type BrowserPage = Readonly<{
  /** addresses that the page has asked for */
  requests: readonly string[];
  /** what it threw, and what the browser complained of */
  complaints: readonly string[];
  /** as if there had been no complaints */
  forget: () => void;
  go: (url: string) => Promise<void>;
  evaluate: <T>(expression: string) => Promise<T>;
  press: (key: 'Tab' | 'Enter' | 'Space') => Promise<void>;
  resize: (width: number, height: number) => Promise<void>;
  send: <T>(method: string, params?: object) => Promise<T>;
}>;

export type Browser = Readonly<{ page: () => Promise<BrowserPage>; close: () => Promise<void> }>;

const startMs = 30_000;

const addressOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the browser did not start')), startMs);
    let said = '';
    child.stderr?.on('data', (part: Buffer) => {
      said += part.toString();
      const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (found === undefined) return;
      clearTimeout(timer);
      resolve(found);
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`the browser ended with ${code}: ${said.slice(-500)}`));
    });
  });

const callMs = 30_000;

/** The Chrome DevTools Protocol: commands with answers, and events. */
const connect = async (url: string) => {
  const socket = new WebSocket(url);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', () => reject(new Error('the browser does not listen')), { once: true });
  });
  const waiting = new Map<number, (sent: Sent) => void>();
  const listeners = new Set<(sent: Sent) => void>();
  let last = 0;
  socket.addEventListener('message', ({ data }) => {
    const sent = JSON.parse(String(data)) as Sent;
    if (sent.id === undefined) for (const listener of listeners) listener(sent);
    else waiting.get(sent.id)?.(sent);
  });
  const send = <T>(method: string, params: object = {}, sessionId?: string): Promise<T> =>
    new Promise((resolve, reject) => {
      const id = (last += 1);
      const timer = setTimeout(() => reject(new Error(`${method} was not answered`)), callMs);
      waiting.set(id, ({ result, error }) => {
        clearTimeout(timer);
        waiting.delete(id);
        if (error) reject(new Error(`${method}: ${error.message}`));
        else resolve(result as T);
      });
      socket.send(JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) }));
    });
  return { send, listen: (listener: (sent: Sent) => void) => void listeners.add(listener), close: () => socket.close() };
};

type Wire = Awaited<ReturnType<typeof connect>>;

const keys = { Tab: [9, ''], Enter: [13, '\r'], Space: [32, ' '] } as const;

const complaintIn = ({ method, params }: Sent): string | undefined => {
  const { entry, exceptionDetails } = params as {
    entry?: { level: string; text: string };
    exceptionDetails?: { text: string; exception?: { description?: string } };
  };
  if (method === 'Log.entryAdded' && entry && entry.level !== 'verbose' && entry.level !== 'info') return `${entry.level}: ${entry.text}`;
  if (method === 'Runtime.exceptionThrown') return exceptionDetails?.exception?.description ?? exceptionDetails?.text;
  return undefined;
};

const openPage = async (wire: Wire): Promise<BrowserPage> => {
  const { targetId } = await wire.send<{ targetId: string }>('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await wire.send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true });
  const send = <T>(method: string, params: object = {}) => wire.send<T>(method, params, sessionId);
  const [requests, complaints]: [string[], string[]] = [[], []];
  let loaded: () => void = () => undefined;
  wire.listen((sent) => {
    if (sent.sessionId !== sessionId) return;
    if (sent.method === 'Network.requestWillBeSent') requests.push((sent.params as { request: { url: string } }).request.url);
    if (sent.method === 'Page.loadEventFired') loaded();
    const complaint = complaintIn(sent);
    if (complaint !== undefined) complaints.push(complaint);
  });
  for (const domain of ['Network', 'Page', 'Log', 'Runtime']) await send(`${domain}.enable`);
  const evaluate = async <T>(expression: string): Promise<T> => {
    const asked = { expression, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = await send<{ result: { value: T }; exceptionDetails?: { text: string } }>(
      'Runtime.evaluate',
      asked,
    );
    if (exceptionDetails) throw new Error(`${exceptionDetails.text} in ${expression}`);
    return result.value;
  };
  return {
    requests,
    complaints,
    forget: () => void complaints.splice(0),
    send,
    evaluate,
    go: async (url) => {
      const done = new Promise<void>((resolve) => (loaded = resolve));
      await send('Page.navigate', { url });
      await done;
    },
    press: async (key) => {
      const [code, text] = keys[key];
      const about = { key: key === 'Space' ? ' ' : key, code: key, windowsVirtualKeyCode: code, ...(text === '' ? {} : { text }) };
      await send('Input.dispatchKeyEvent', { type: 'keyDown', ...about });
      await send('Input.dispatchKeyEvent', { type: 'keyUp', ...about });
    },
    resize: async (width, height) =>
      void (await send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false })),
  };
};

/** A real Chromium without a window; undefined where there is none to be had: tests then say so, and are skipped. */
export const openBrowser = async (): Promise<Browser | undefined> => {
  const program = await findProgram();
  if (!program) return undefined;
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'carillon-browser-'));
  const flags = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-dev-shm-usage',
  ];
  const args = [...flags, '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'];
  const child = spawn(program.file, args, { env: program.env, stdio: ['ignore', 'ignore', 'pipe'] });
  const wire = await connect(await addressOf(child));
  return {
    page: () => openPage(wire),
    close: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
      wire.close();
      fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
};
