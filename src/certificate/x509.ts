// The library wants the polyfill to be there before it; a module of its own, so that both are loaded only where a certificate is made.
import 'reflect-metadata';
import * as x509 from '@peculiar/x509';

export { x509 };
