/** One rebuild at a time in a database, and no archiving beside it; the server lets go of the lock when its connection dies. */
export const rebuildLock = "CONCAT('carillon.rebuild.', LEFT(SHA2(DATABASE(), 256), 32))";
