import { messageBusContract } from '../contracts/message-bus.contract.ts';
import { describeOnEmulators } from '../support/emulators.ts';
import { openEmulatedBus } from './pubsub.opened-bus.ts';

const fewest = 'Pub/Sub takes no fewer than five deliveries, which takes the emulator 13 seconds; see the dead letters below';
const noKeys = 'a key drops nothing in Pub/Sub: whoever is behind it bears doubles';
const uncounted = 'the emulator tells no delivery attempt, and a process that ended does not remember any';

describeOnEmulators('pubsub', () => {
  messageBusContract('pubsub', () => openEmulatedBus(), {
    'parks a message that keeps failing, with what went wrong': fewest,
    'puts a dead letter back on its topic, to start again': fewest,
    'drops a dead letter for good': fewest,
    'lists no more dead letters than asked for': fewest,
    'keeps its dead letters, and never gives an id twice': fewest,
    'counts what backs off as pending': 'Pub/Sub keeps no count',
    'gives every message exactly the deliveries it needs, whatever fails how often': 'the emulator backs off for seconds',
    'drops a message while one of its topic and key waits': noKeys,
    'delivers once more when a message of the key comes while one is under way': noKeys,
    'never misses the last hint of a key': noKeys,
    'keeps as many under way as the topic allows, and no more':
      'Pub/Sub begins with few pushes at a time, and with more as they are answered',
    'delivers after a restart what was not done before, counting the delivery that was cut off': uncounted,
    'gives up a message that took its process down too often': uncounted,
  });
});
