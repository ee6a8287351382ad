/** Lint: typescript-eslint's strict rules with types, minus what is explained below. */
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const browserImport = {
  name: 'webextension-polyfill',
  message: 'Import `browser` from wxt/browser: the test fake replaces that path alone.',
};

/** Where a text that a reader sees may stand: as content, in such an attribute, or as a choice of two within either. */
const spokenAttribute =
  'JSXAttribute[name.name=/^(title|alt|placeholder|label|legend|term|aria-(label|description|roledescription|valuetext|placeholder))$/]';
const textPlaces = [
  'JSXElement > JSXExpressionContainer',
  'JSXFragment > JSXExpressionContainer',
  `${spokenAttribute} > JSXExpressionContainer`,
].flatMap((place) => [place, `${place} > LogicalExpression`, `${place} > ConditionalExpression`]);
const fixedTexts = [
  'JSXText[value=/\\p{L}/u]',
  `${spokenAttribute} > Literal[value=/\\p{L}/u]`,
  ...textPlaces.flatMap((place) => [
    `${place} > Literal[value=/\\p{L}/u]`,
    `${place} > TemplateLiteral > TemplateElement[value.raw=/\\p{L}/u]`,
  ]),
  'AssignmentExpression[left.property.name=/^(textContent|innerText|title|ariaLabel|placeholder)$/] > Literal[value=/\\p{L}/u]',
].map((selector) => ({
  selector,
  message: 'A reader sees this text: put it into assets/locales and ask for it with t().',
}));

export default defineConfig(
  { ignores: ['node_modules', '.output', '.wxt', '.sidelight', 'data', 'tests/pages', '**/*.cjs'] },
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      // Numbers read well in a template string; everything else that is not a string is still refused.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `() => void f()` and `() => list.push(x)` are the short way to say that the value does not matter.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // A handler may be async where its caller takes any return value; what is awaited by no one must say `void`.
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false, arguments: false } },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // Interfaces for shapes, type aliases for unions, are both used; either is clear.
      '@typescript-eslint/consistent-type-definitions': 'off',
      // With noUncheckedIndexedAccess, an index that is in bounds by construction needs the `!`.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // An async function may stand where an interface asks for a promise, also while it awaits nothing.
      '@typescript-eslint/require-await': 'off',
      // `void | Promise<void>` says of a callback that it may be async and that its value does not matter.
      '@typescript-eslint/no-invalid-void-type': 'off',
      // Our interfaces are records of functions; none of them uses `this`.
      '@typescript-eslint/unbound-method': 'off',
      // A type parameter used once may still be there to be named by the caller, or to name a shape.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      eqeqeq: 'error',
      'no-console': 'error',
      'no-eval': 'error',
      'no-restricted-imports': ['error', { paths: [browserImport] }],
      'no-restricted-properties': [
        'error',
        { property: 'innerHTML', message: 'No text becomes HTML: build nodes or render with Preact.' },
        { property: 'outerHTML', message: 'No text becomes HTML: build nodes or render with Preact.' },
        {
          property: 'insertAdjacentHTML',
          message: 'No text becomes HTML: build nodes or render with Preact.',
        },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
          message: 'No text becomes HTML: the explanation in src/commands/lint-package.ts rests on this.',
        },
        {
          selector: 'CallExpression[callee.property.name="abort"][arguments.length=0]',
          message:
            'Without a reason the browser makes an error with a stack, for which V8 reads the whole script once more: 6 of 16 ms in a page.',
        },
        ...fixedTexts,
      ],
      'max-lines': ['error', { max: 320, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // tsc checks these by their JSDoc; the rules with types do not see its casts.
    files: ['**/*.{js,mjs}'],
    extends: [tseslint.configs.disableTypeChecked],
  },
  {
    // Commands speak to a person at a terminal.
    files: ['src/commands/**'],
    rules: { 'no-console': 'off' },
  },
  {
    // Tests read what a page holds, and set pages up.
    files: ['tests/**'],
    rules: {
      'no-restricted-syntax': 'off',
      'no-restricted-properties': 'off',
      'no-console': 'off',
      'max-lines': 'off',
    },
  },
);
