// What scripts of others put on a page, as far as ours use it.

/** Sphinx's, from doctools.js: what its search says, by its own English. */
declare const Documentation: { TRANSLATIONS: Record<string, string | string[]> };

/** js-yaml, from vendor/js-yaml.min.js. */
declare namespace jsyaml {
  class Schema {
    extend(types: { implicit: Type[] }): Schema;
  }
  class Type {
    constructor(
      tag: string,
      options: { kind: "scalar"; resolve: (found: unknown) => boolean; construct: (found: string) => unknown },
    );
  }
  const FAILSAFE_SCHEMA: Schema;
  function load(text: string, options: { schema: Schema }): unknown;
}
