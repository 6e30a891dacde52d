"""Loops of a graph, against what can be seen by brute force."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from coursewright.checks.loops import Graph, edges_of, loops

NODES = st.sampled_from("abcdef")
GRAPHS = st.dictionaries(NODES, st.frozensets(NODES, max_size=4), max_size=6)


def test_loop_begins_with_its_smallest_name() -> None:
    assert loops({"c": ["a"], "b": ["c"], "a": ["b"]}) == (("a", "b", "c"),)


def test_node_that_leads_to_itself_is_a_loop_of_one() -> None:
    assert loops({"a": ["a", "b"], "b": []}) == (("a",),)


def test_each_of_two_loops_that_share_a_node_is_found_once() -> None:
    assert loops({"a": ["b", "c"], "b": ["a"], "c": ["a"]}) == (("a", "b"), ("a", "c"))


def test_graph_without_loops_has_none() -> None:
    assert loops({"a": ["b", "c"], "b": ["c"], "c": []}) == ()


def test_names_that_the_graph_does_not_know_lead_nowhere() -> None:
    assert loops({"a": ["z"]}) == ()


def test_long_ring_is_one_loop() -> None:
    names = [f"m{number:04}" for number in range(800)]
    ring = {name: [names[(index + 1) % len(names)]] for index, name in enumerate(names)}
    assert loops(ring) == (tuple(names),)


@given(GRAPHS)
def test_every_edge_that_comes_back_is_in_a_loop_and_no_other(graph: Graph) -> None:
    told = {edge for loop in loops(graph) for edge in edges_of(loop)}
    coming_back = {
        (node, target)
        for node, targets in graph.items()
        for target in targets
        if target in graph and _leads(graph, target, node)
    }
    assert told == coming_back


@given(GRAPHS)
def test_loops_visit_no_node_twice_and_stand_in_order(graph: Graph) -> None:
    found = loops(graph)
    assert all(len(set(loop)) == len(loop) and loop[0] == min(loop) for loop in found)
    assert list(found) == sorted(set(found))


@given(GRAPHS, st.randoms())
def test_order_of_the_graph_does_not_matter(graph: Graph, random: object) -> None:
    nodes = list(graph)
    random.shuffle(nodes)  # type: ignore[attr-defined]
    assert loops({node: sorted(graph[node], reverse=True) for node in nodes}) == loops(graph)


def _leads(graph: Graph, start: str, end: str) -> bool:
    seen = {start}
    for _ in graph:
        seen |= {target for node in seen for target in graph.get(node, ())}
    return end in seen
