import net from 'node:net';
import type { AddressInfo } from 'node:net';

/** `before`: the statement never arrives. `after`: the server does it, its answer is lost. */
export type Cut = 'before' | 'after';

export type MySqlProxy = Readonly<{
  url: string;
  /** Breaks the connection at the nth statement from now on; statements of all connections count. */
  cutAt: (nth: number, cut: Cut) => void;
  /** whether it came to that; forgets the cut */
  wasCut: () => boolean;
  /** nobody is let in any more, and everybody is thrown out */
  goAway: () => Promise<void>;
  comeBack: () => Promise<void>;
  close: () => Promise<void>;
}>;

const query = 3;

/** Calls `onStatement` for each statement in a client's bytes, whatever the pieces they come in. */
const statementCounter = (onStatement: () => void) => {
  let rest = Buffer.alloc(0);
  return (bytes: Buffer): void => {
    rest = Buffer.concat([rest, bytes]);
    while (rest.length >= 5) {
      const length = rest.readUIntLE(0, 3);
      if (rest.length < 4 + length) return;
      if (rest[3] === 0 && rest[4] === query) onStatement();
      rest = rest.subarray(4 + length);
    }
  };
};

/** Stands between the read model and its server, and breaks connections at exactly the wrong moment. */
export const openMySqlProxy = async (url: string): Promise<MySqlProxy> => {
  const target = new URL(url);
  const sockets = new Set<net.Socket>();
  let cut: { left: number; how: Cut } | undefined;
  let happened = false;

  const serve = (client: net.Socket): void => {
    const upstream = net.connect(Number(target.port || 3306), target.hostname);
    let mute = false;
    let dead = false;
    const end = (): void => {
      dead = true;
      client.destroy();
      upstream.destroy();
    };
    const count = statementCounter(() => {
      if (!cut || (cut.left -= 1) > 0) return;
      mute = cut.how === 'after';
      if (!mute) end();
      cut = undefined;
      happened = true;
    });
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', end).on('close', () => {
        sockets.delete(socket);
        end();
      });
    }
    client.on('data', (bytes) => {
      count(bytes);
      if (!dead) upstream.write(bytes);
    });
    upstream.on('data', (bytes) => (mute ? end() : client.write(bytes)));
  };

  let server = net.createServer(serve);
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const proxied = new URL(url);
  proxied.host = `127.0.0.1:${port}`;
  const goAway = async (): Promise<void> => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return {
    url: proxied.href,
    cutAt: (nth, how) => {
      cut = { left: nth, how };
      happened = false;
    },
    wasCut: () => {
      cut = undefined;
      return happened;
    },
    goAway,
    comeBack: async () => {
      server = net.createServer(serve);
      await listen(port);
    },
    close: goAway,
  };
};
