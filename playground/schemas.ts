import applicationprotocol from '../schemas/applicationprotocol.json' with { type: 'json' };
import configmap from '../schemas/configmap.json' with { type: 'json' };
import destinationrule from '../schemas/destinationrule.json' with { type: 'json' };
import dubboauthorizationpolicy from '../schemas/dubboauthorizationpolicy.json' with { type: 'json' };
import envoyfilter from '../schemas/envoyfilter.json' with { type: 'json' };
import gateway from '../schemas/gateway.json' with { type: 'json' };
import metarouter from '../schemas/metarouter.json' with { type: 'json' };
import redisdestination from '../schemas/redisdestination.json' with { type: 'json' };
import redisservice from '../schemas/redisservice.json' with { type: 'json' };
import secret from '../schemas/secret.json' with { type: 'json' };
import service from '../schemas/service.json' with { type: 'json' };
import serviceentry from '../schemas/serviceentry.json' with { type: 'json' };
import sidecar from '../schemas/sidecar.json' with { type: 'json' };
import virtualservice from '../schemas/virtualservice.json' with { type: 'json' };
import workloadentry from '../schemas/workloadentry.json' with { type: 'json' };

/** The schemas of the package by kind, in lower case. */
export const schemas: Readonly<Record<string, unknown>> = {
  applicationprotocol,
  configmap,
  destinationrule,
  dubboauthorizationpolicy,
  envoyfilter,
  gateway,
  metarouter,
  redisdestination,
  redisservice,
  secret,
  service,
  serviceentry,
  sidecar,
  virtualservice,
  workloadentry,
};
