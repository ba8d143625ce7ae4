/** Examples and schemas, as the build puts them into the page. */
declare module '*.yaml' {
  const text: string;
  export default text;
}
