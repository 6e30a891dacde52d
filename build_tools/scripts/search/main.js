// Gives Sphinx's search the words of this site; it stands between Sphinx's own scripts, which ask for them.

const script = document.currentScript;
Object.assign(Documentation.TRANSLATIONS, JSON.parse(script?.dataset.sayings ?? "{}"));
