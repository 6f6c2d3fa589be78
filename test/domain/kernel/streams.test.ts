import assert from 'node:assert/strict';
import * as streams from '#domain/kernel/streams.ts';

const { campaignStream, chunkStream, companyStream, keyScopeOf, packetStream, partitionGroupOf } = streams;

describe('the streams', () => {
  it('that hold rows and messages are bulk, all others are not', () => {
    for (const stream of [packetStream('pkt_a'), chunkStream('pkt_a', 3)]) assert.equal(partitionGroupOf(stream), 'bulk', stream);
    for (const stream of [companyStream('co_a'), campaignStream('cmp_a'), 'contact-ct_1', 'conversation-cv_1'])
      assert.equal(partitionGroupOf(stream), 'other', stream);
  });
  it('of a packet and its chunks share one key', () => {
    assert.equal(keyScopeOf(packetStream('pkt_a')), 'packet/pkt_a');
    assert.equal(keyScopeOf(chunkStream('pkt_a', 0)), 'packet/pkt_a');
    assert.equal(keyScopeOf(chunkStream('pkt_a', 12)), 'packet/pkt_a');
  });
  it('of other kinds have a key each', () => {
    assert.equal(keyScopeOf(companyStream('co_a')), 'company/co_a');
    assert.equal(keyScopeOf('conversation-cv_a-b'), 'conversation/cv_a-b');
  });
});
