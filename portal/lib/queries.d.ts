/** The text of a question, as the build hands it over. */
declare module '*.graphql?raw' {
  const text: string
  export default text
}
