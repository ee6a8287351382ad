/** The two functions that `bench` uses of libraries without types of their own. */
declare module 'mark.js' {
  export default class Mark {
    constructor(context: Element);
    markRegExp(expression: RegExp, options: { done: (found: number) => void }): void;
  }
}
declare module 'findandreplacedomtext' {
  export default function findAndReplaceDOMText(
    node: Node,
    options: { find: RegExp; wrap: string; replace: (portion: { text: string }) => string },
  ): unknown;
}
