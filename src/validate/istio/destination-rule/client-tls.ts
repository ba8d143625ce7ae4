import type { Report } from '../rule.js';
import type { ClientTls } from './spec.js';

const configMap = 'configmap://';

/** AER1162: how the proxy speaks TLS to a service. */
export function checkClientTls(tls: ClientTls, namespace: string, pointer: string, report: Report): void {
  const say = (field: string, why: string, cure: string): void => {
    report('AER1162', field === '' ? pointer : `${pointer}/${field}`, { why, cure });
  };
  const { mode = 'DISABLE', credentialName: credential = '', clientCertificate = '', privateKey = '' } = tls;
  const { caCertificates = '', caCrl = '', subjectAltNames = [] } = tls;
  if (credential.startsWith(configMap)) checkConfigMap(credential, namespace, say);
  if (tls.insecureSkipVerify === true && (mode === 'SIMPLE' || mode === 'MUTUAL')) {
    const verifies = caCertificates !== '' || subjectAltNames.length > 0 || (mode === 'SIMPLE' && credential !== '');
    if (verifies) {
      say('insecureSkipVerify', 'what the certificate is verified by stands beside it', 'Keep one of the two');
    }
  }
  if (mode !== 'SIMPLE' && mode !== 'MUTUAL') return;
  if (credential !== '') {
    if (`${clientCertificate}${caCertificates}${privateKey}${caCrl}` !== '') {
      say('credentialName', 'files of certificates stand beside it', 'Keep the files, or credentialName');
    }
    return;
  }
  if (mode !== 'MUTUAL') return;
  if (clientCertificate === '') say('', 'MUTUAL has no clientCertificate', 'Add it, or credentialName');
  if (privateKey === '') say('', 'MUTUAL has no privateKey', 'Add it, or credentialName');
}

type Say = (field: string, why: string, cure: string) => void;

/** `configmap://namespace/name`, in the namespace of the rule. */
function checkConfigMap(credential: string, namespace: string, say: Say): void {
  const [own, name] = credential.slice(configMap.length).split('/');
  if (own === '' || name === undefined || name === '') {
    say('credentialName', 'it is not configmap://NAMESPACE/NAME', `Write configmap://${namespace}/NAME`);
  } else if (own !== namespace) {
    say(
      'credentialName',
      `a ConfigMap of ${own} is not read from ${namespace}`,
      `Write configmap://${namespace}/${name}`,
    );
  }
}
