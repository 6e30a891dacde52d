// A group's own curriculum, as the form and its file have it.

/**
 * What the form does not know of an entry is kept in `rest`, as it was read.
 * @typedef {Map<string, unknown>} Rest
 * @typedef {{ id: string, figure: string, offers: string[], seeks: string[], rest: Rest }} Member
 * @typedef {{ between: [string, string], way: string, practice: string, rhythm: string, rest: Rest }} Interaction
 * @typedef {{ figure: string, competency: string, to: string, rest: Rest }} Aspiration
 *
 * @typedef {object} Group
 * @property {string} id
 * @property {string} title
 * @property {string} purpose
 * @property {string} licence
 * @property {string} invites
 * @property {Map<string, string>} standing gradations by competency
 * @property {Member[]} members
 * @property {Interaction[]} interactions
 * @property {Aspiration[]} becoming
 * @property {Rest} rest
 */

/**
 * A group of which nothing is said yet.
 * @returns {Group}
 */
export const emptyGroup = () => ({
  id: "",
  title: "",
  purpose: "",
  licence: "CC-BY-SA-4.0",
  invites: "",
  standing: new Map(),
  members: [],
  interactions: [],
  becoming: [],
  rest: new Map(),
});
