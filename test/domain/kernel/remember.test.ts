import assert from 'node:assert/strict';
import { remember } from '#domain/kernel/remember.ts';

describe('remember', () => {
  it('asks once for what was asked lately, and again for what is long forgotten', () => {
    const asked: number[] = [];
    const double = remember(10, (n: number) => {
      asked.push(n);
      return n * 2;
    });
    for (let i = 0; i < 4; i += 1) assert.equal(double(21), 42);
    assert.deepEqual(asked, [21]);
    for (let n = 100; n < 200; n += 1) assert.equal(double(n), n * 2);
    double(21);
    assert.equal(asked.filter((n) => n === 21).length, 2);
  });

  it('keeps what is asked again and again', () => {
    let asked = 0;
    const echo = remember(10, (n: number) => {
      if (n === 0) asked += 1;
      return n;
    });
    for (let n = 1; n < 100; n += 1) {
      echo(n);
      echo(0);
    }
    assert.equal(asked, 1);
  });
});
