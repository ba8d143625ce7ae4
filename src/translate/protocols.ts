import { dubbo } from './dubbo/dubbo.js';
import { kafka } from './kafka/kafka.js';
import { metaprotocol } from './metaprotocol/metaprotocol.js';
import type { Protocol } from './protocol.js';
import { redis } from './redis/redis.js';
import { thrift } from './thrift/thrift.js';
import { zookeeper } from './zookeeper/zookeeper.js';

/** Every generator there is. A new protocol is a folder and a line here: see docs/adding-a-protocol.md. */
export const protocols: readonly Protocol[] = [metaprotocol, dubbo, thrift, redis, kafka, zookeeper];
