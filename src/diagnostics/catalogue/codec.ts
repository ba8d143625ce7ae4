import type { Entry } from '../entry.js';

/** AER0901–AER0939, AER0970–AER0989: `decode` and the codecs; what lies between is the proxy's. */
export const codec = {
  AER0901: {
    severity: 'error',
    layer: 'input',
    title: 'Bytes that are not what the protocol says',
    text: 'The {protocol} codec stopped at octet {offset} of {stream}: {reason} Nothing behind that place is shown.',
    explanation:
      'A stream is a row of messages, each of which says where the next one starts. Where that cannot be read, the place of the next message is lost, and so is the rest of the stream. A proxy closes the connection there.',
    cure: 'Look whether the bytes are of another protocol (`aeraki decode auto`), are encrypted, or were changed on their way. A larger message is read with --max-message-size.',
  },
  AER0902: {
    severity: 'error',
    layer: 'input',
    title: 'An input that is not in the format that it seems to be in',
    text: 'The input cannot be read as {format}: {reason} Check the file, or name the format with --format.',
    explanation:
      '`aeraki decode` takes raw bytes, hex dumps (xxd, hexdump, od, tcpdump -X, Wireshark, Netty), arrays and escaped strings of programming languages, base64, pcap and pcapng, also gzipped, and tells them by how the file starts.',
    cure: 'Make the file again, or say what it is with --format raw, hex, array, escaped, base64 or pcap.',
  },
  AER0903: {
    severity: 'error',
    layer: 'input',
    title: 'No message of a protocol that was looked for',
    text: 'No message of {protocols} was found in {stream}. Name another protocol, give a codec of your own with --codec, or the format of the file with --format.',
    explanation:
      'Every protocol is known by how a message starts. Nothing in the input starts so. With TLS in between the messages cannot be seen at all.',
    cure: 'Check that the bytes start with a message, and that the connection is not encrypted. Capture between the application and its sidecar, where there is no TLS.',
  },
  AER0904: {
    severity: 'info',
    layer: 'analysis',
    title: 'A protocol that the proxy cannot route on',
    text: 'The {protocol} codec of the proxy makes no attributes of a request, so no rule can tell one request from another. What stands under details is for you to see only.',
    explanation:
      "Aeraki's bRPC codec reads where a message ends and nothing else. A route with a matcher is never taken there; only a route without any matcher is.",
    cure: 'Use routes without a match for such a service, for example to shift traffic between versions.',
  },
  AER0905: {
    severity: 'warning',
    layer: 'analysis',
    title: 'Messages of another protocol than the rules are for',
    text: 'The rules say that {host}:{port} is read by the codec {expected}, but the messages are {found}. The routes shown are those that such attributes would get.',
    explanation: 'A proxy reads a port with one codec. Messages of another protocol are an error to it.',
    cure: 'Name the host and port that the messages are for, or mend the port name or the ApplicationProtocol.',
  },
  AER0906: {
    severity: 'warning',
    layer: 'input',
    title: 'Messages that could be read in part only',
    text: '{count} of {total} {total|message|messages} could be read in part only. The first is number {first}: {problem}',
    explanation:
      'Where a message ends was clear, but not all that it says. Its attributes may be missing, so that a route may be shown that the proxy would not take.',
    cure: 'Look at the message; its length and kind are right.',
  },
  AER0907: {
    severity: 'warning',
    layer: 'input',
    title: 'Octets that the capture does not have',
    text: '{octets} octets of {stream} are not in the capture. Reading goes on at the next segment that starts with a message.',
    explanation:
      'The capture lost packets, was started with a short snapshot length, or did not see one of the ways that the packets took.',
    cure: 'Capture again with `tcpdump -s 0` and a larger buffer (-B), close to the application.',
  },
  AER0908: {
    severity: 'info',
    layer: 'input',
    title: 'Packets that were left out',
    text: '{count} {count|packet was|packets were} left out: {reason}.',
    explanation:
      'Only TCP over IPv4 and IPv6 carries the messages, also within VLAN, MPLS, PPPoE, VXLAN, Geneve, GRE and IP-in-IP. IP fragments are not put together, which TCP hardly ever makes.',
    cure: 'Nothing, unless you miss something.',
  },
  AER0909: {
    severity: 'info',
    layer: 'input',
    title: 'Connections of other protocols',
    text: '{count} {count|stream has|streams have} no message of {protocols}{others}, the first is {stream}. {count|It was|They were} left out.',
    explanation: 'A capture often has connections that are none of our business.',
    cure: 'Nothing; or name the protocol of the connection that you miss.',
  },
  AER0910: {
    severity: 'warning',
    layer: 'input',
    title: 'A message that is cut off',
    text: 'The last message of {stream} is cut off: {reason}',
    explanation: 'The input ends within a message, as a capture does that is stopped while there is traffic.',
    cure: 'Nothing, unless that message matters; then capture for longer.',
  },
  AER0920: {
    severity: 'error',
    layer: 'input',
    title: 'A codec that cannot be loaded',
    text: 'The codec {name} cannot be loaded: {reason}',
    explanation:
      'A codec of your own is an ES module with a default export (`--codec NAME=./file.mjs`), or a YAML document of kind Codec.',
    cure: 'Mend what the message names; docs/private-codecs.md has an example of each form.',
  },
  AER0921: {
    severity: 'error',
    layer: 'schema',
    title: 'A codec that contradicts itself',
    text: '{problem}',
    explanation:
      'A Codec document names fields, and then says which of them is the length, the id, the kind. A field that is named has to be there, and what is needed to know the length has to stand in the fixed header.',
    cure: 'Mend the place that is named.',
  },
  AER0970: {
    severity: 'error',
    layer: 'input',
    title: 'A connection that is encrypted',
    text: 'There is {protocol} in {stream}: what is inside cannot be seen. Capture where it is not encrypted, between the application and its sidecar.',
    explanation:
      'In a mesh the sidecars speak TLS with each other, so a capture on the network card of a node or a pod shows only that. Between an application and its own sidecar the bytes are plain.',
    cure: 'Capture on the loopback device of the pod: `kubectl debug` or `kubectl sniff` with `tcpdump -i lo`, or on `any`.',
  },
  AER0971: {
    severity: 'error',
    layer: 'input',
    title: 'A connection of a protocol that the codecs do not read',
    text: 'There is {protocol} in {stream}{carries}; the codecs here read {protocols}. Aeraki does not handle it: name its port for Istio (grpc-…, http2-…, http-…, redis-…) and use a VirtualService.',
    explanation:
      'The MetaProtocol proxy reads the protocols of its codecs. HTTP/2 is what Dubbo 3 speaks with its Triple protocol, and gRPC; Istio handles it by itself, as it does HTTP/1. Redis has a filter of its own.',
    cure: 'Look whether the port is named for the right protocol. For Dubbo 3, `dubbo.protocol.name=dubbo` makes it speak the protocol that Aeraki handles.',
  },
  AER0972: {
    severity: 'warning',
    layer: 'analysis',
    title: 'Messages that the codec of the proxy refuses',
    text: '{count} of {total} {total|message|messages} would be refused by the codec of the proxy, which then closes the connection. The first is number {first}: {reason}, and of Dubbo the codec reads hessian2 and nine statuses only.',
    explanation:
      'The codec of the proxy reads less than the protocol has: of Dubbo only the serialization Hessian 2, and only some statuses of a response. Dubbo 3.2 and later prefer fastjson2.',
    cure: 'For Dubbo set the serialization on the provider: `dubbo.protocol.serialization=hessian2` (and `prefer-serialization=hessian2` for Dubbo 3.2 and later).',
  },
} as const satisfies Record<string, Entry>;
