import assert from 'node:assert/strict';
import {
  create,
  type DescMessage,
  fromBinary,
  type MessageInitShape,
  type MessageShape,
  toBinary,
} from '@bufbuild/protobuf';
import { FileDescriptorProtoSchema } from '@bufbuild/protobuf/wkt';
import { Client, credentials } from '@grpc/grpc-js';
import {
  HealthCheckRequestSchema,
  HealthCheckResponse_ServingStatus,
  HealthCheckResponseSchema,
} from '../../src/xds/generated/grpc/health/v1/health_pb.js';
import {
  ServerReflectionRequestSchema,
  ServerReflectionResponseSchema,
} from '../../src/xds/generated/grpc/reflection/v1/reflection_pb.js';
import { createRouteServer, type RouteServer } from '../../src/xds/server.js';

const same = (bytes: Buffer) => bytes;

describe('health and reflection', () => {
  let server: RouteServer;
  let client: Client;

  beforeEach(async () => {
    server = createRouteServer();
    client = new Client(`127.0.0.1:${await server.start('127.0.0.1:0')}`, credentials.createInsecure());
  });
  afterEach(async () => {
    client.close();
    await server.stop(500);
  });

  function check(service: string): Promise<number> {
    const request = Buffer.from(toBinary(HealthCheckRequestSchema, create(HealthCheckRequestSchema, { service })));
    return new Promise((resolve, reject) => {
      client.makeUnaryRequest('/grpc.health.v1.Health/Check', same, same, request, (error, bytes) => {
        if (error) reject(error);
        else resolve(fromBinary(HealthCheckResponseSchema, bytes as Buffer).status);
      });
    });
  }

  function ask<Req extends DescMessage, Res extends DescMessage>(
    path: string,
    [input, output]: [Req, Res],
    request: MessageInitShape<Req>,
  ): Promise<MessageShape<Res>> {
    const call = client.makeBidiStreamRequest(path, same, same);
    call.write(Buffer.from(toBinary(input, create(input, request))));
    return new Promise((resolve, reject) => {
      call.on('data', (bytes: Buffer) => {
        resolve(fromBinary(output, bytes));
        call.end();
      });
      call.on('error', reject);
    });
  }
  const reflect = (messageRequest: MessageInitShape<typeof ServerReflectionRequestSchema>['messageRequest']) =>
    ask(
      '/grpc.reflection.v1.ServerReflection/ServerReflectionInfo',
      [ServerReflectionRequestSchema, ServerReflectionResponseSchema],
      messageRequest === undefined ? {} : { messageRequest },
    );

  it('serves the server and each discovery service; knows no other', async () => {
    for (const name of [
      '',
      'envoy.service.route.v3.RouteDiscoveryService',
      'envoy.service.discovery.v3.AggregatedDiscoveryService',
    ]) {
      assert.equal(await check(name), HealthCheckResponse_ServingStatus.SERVING);
    }
    await assert.rejects(check('other'), { code: 5 });
  });

  it('tells a watch that the server stops', async () => {
    const request = Buffer.from(toBinary(HealthCheckRequestSchema, create(HealthCheckRequestSchema, {})));
    const call = client.makeServerStreamRequest('/grpc.health.v1.Health/Watch', same, same, request);
    const heard: number[] = [];
    const ended = new Promise((resolve) => call.on('end', resolve));
    const first = new Promise((resolve) => call.once('data', resolve));
    call.on('data', (bytes: Buffer) => heard.push(fromBinary(HealthCheckResponseSchema, bytes).status));
    await first;
    await server.stop(1_000);
    await ended;
    const { SERVING, NOT_SERVING } = HealthCheckResponse_ServingStatus;
    assert.deepEqual(heard, [SERVING, NOT_SERVING]);
  });

  it('reflects its services, their files with all imports, and says what it does not know', async () => {
    const { messageResponse: list } = await reflect({ case: 'listServices', value: '*' });
    assert.equal(list.case, 'listServicesResponse');
    const names = list.case === 'listServicesResponse' ? list.value.service.map(({ name }) => name) : [];
    assert.deepEqual(names, [
      'envoy.service.discovery.v3.AggregatedDiscoveryService',
      'envoy.service.route.v3.RouteDiscoveryService',
      'grpc.health.v1.Health',
      'grpc.reflection.v1.ServerReflection',
    ]);
    for (const symbol of [...names, 'envoy.service.route.v3.RouteDiscoveryService.StreamRoutes']) {
      const { messageResponse } = await reflect({ case: 'fileContainingSymbol', value: symbol });
      assert(messageResponse.case === 'fileDescriptorResponse', symbol);
      const files = messageResponse.value.fileDescriptorProto.map((file) =>
        fromBinary(FileDescriptorProtoSchema, file),
      );
      const present = new Set(files.map(({ name }) => name));
      for (const { dependency } of files) for (const file of dependency) assert(present.has(file), file);
      assert(symbol.startsWith(files[0]?.package ?? '-'));
    }
    const { messageResponse } = await reflect({ case: 'fileContainingSymbol', value: 'no.such.Symbol' });
    assert.equal(messageResponse.case, 'errorResponse');
  });
});
