/** The pool alone: the whole of undici (fetch, WebSocket, cache, …) would cost 13 MB more. The package's version is pinned. */
declare module 'undici/lib/dispatcher/pool.js' {
  import { Pool } from 'undici';
  export default Pool;
}
