"""YAML text as a tree of plain values with the line and column of each.

Read event by event, so that no input can exhaust the stack: keys are texts, scalars stay as written
(:class:`~coursewright.model.written.Plain` without quotes), an empty scalar or ``null`` is None.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from coursewright.model.finding import Code, Finding, Value
from coursewright.model.place import Key, Keys, Mark, Marks, Place
from coursewright.model.written import Plain
from coursewright.sources.finding_limit import are_too_many, limited
from coursewright.sources.text_files import NOT_TEXT
from coursewright.sources.yaml_slips import likely_slip

MAX_DEPTH = 64
MAX_NODES = 100_000
NULLS = {"", "~", "null", "Null", "NULL"}
# The parser in C, where PyYAML was built with it: the same events, many times faster.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class YamlTree:
    """The data of one file: mappings, lists, texts and None, with the marks of every key and value."""

    path: str
    data: Any
    marks: Marks
    findings: tuple[Finding, ...] = ()

    @property
    def is_sound(self) -> bool:
        """Whether the data is all that the file says."""
        return not self.findings


def read_yaml(text: str, path: str, first_line: int = 1) -> YamlTree:
    """The tree of ``text``, which stands in ``path`` from ``first_line`` on; what is wrong is in its findings."""
    builder = _Builder(path, first_line)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            if not builder.take(event):
                break
    except yaml.MarkedYAMLError as error:
        slip = likely_slip(error, text, builder.open_bracket())
        found = {"found": slip.sign} if slip.sign is not None else {}
        builder.refuse(slip.code, (slip.line + first_line, slip.column + 1), **found)
    except yaml.reader.ReaderError as error:
        builder.refuse(Code.CONTROL_CHARACTER, (first_line, 1), found=f"U+{error.character:04X}")
    return builder.tree()


@dataclass
class _Frame:
    """A list or mapping being read."""

    way: Keys
    value: Any
    mark: Mark
    in_brackets: bool
    anchor: str | None
    begins_at: int
    key: str | None = None
    skipping: bool = False


@dataclass
class _Anchored:
    value: Any
    nodes: int


@dataclass
class _Builder:
    path: str
    first_line: int
    data: Any = None
    frames: list[_Frame] = field(default_factory=list)
    anchors: dict[str, _Anchored | None] = field(default_factory=dict)
    key_marks: dict[Keys, Mark] = field(default_factory=dict)
    value_marks: dict[Keys, Mark] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    nodes: int = 0
    documents: int = 0

    def tree(self) -> YamlTree:
        if not self.findings and self.data is None:
            self.refuse(Code.YAML_EMPTY, (self.first_line, 1))
        return YamlTree(self.path, self.data, Marks(self.key_marks, self.value_marks), limited(self.findings))

    def refuse(self, code: Code, mark: Mark, **values: Value) -> None:
        self.findings.append(Finding(code, Place(self.path, *mark), values))

    def open_bracket(self) -> tuple[int, int] | None:
        """Line and column, counted from 0 in the text, of the innermost bracket that is still open."""
        if not self.frames or not self.frames[-1].in_brackets:
            return None
        line, column = self.frames[-1].mark
        return line - self.first_line, column - 1

    def take(self, event: yaml.Event) -> bool:
        """Add one event; False when there is no use in reading on."""
        start = event.start_mark
        mark = (start.line + self.first_line, start.column + 1) if start is not None else (self.first_line, 1)
        match event:
            case yaml.DocumentStartEvent():
                self.documents += 1
                if self.documents > 1:
                    self.refuse(Code.YAML_SEVERAL_DOCUMENTS, mark)
                    return False
            case yaml.AliasEvent():
                self._alias(str(event.anchor), mark)
            case yaml.ScalarEvent():
                self._scalar(event, mark)
            case yaml.CollectionStartEvent():
                if not self._open(event, mark):
                    return False
            case yaml.CollectionEndEvent():
                self._close()
        return self._is_worth_going_on(mark)

    def _is_worth_going_on(self, mark: Mark) -> bool:
        if self.nodes > MAX_NODES:
            self.refuse(Code.FILE_TOO_LARGE, mark, found=self.nodes, limit=MAX_NODES)
            return False
        return not are_too_many(self.findings)

    def _way(self) -> Keys:
        """The way to the value that comes next."""
        if not self.frames:
            return ()
        frame = self.frames[-1]
        key: Key = len(frame.value) if isinstance(frame.value, list) else str(frame.key)
        return (*frame.way, key)

    def _awaits_key(self) -> bool:
        return bool(self.frames) and isinstance(self.frames[-1].value, dict) and self.frames[-1].key is None

    def _scalar(self, event: yaml.ScalarEvent, mark: Mark) -> None:
        self.nodes += 1
        if event.tag is not None:
            self.refuse(Code.YAML_TAG, mark, found=str(event.tag)[:60])
        control = NOT_TEXT.search(event.value)  # an escape such as "\0"
        if control is not None:
            self.refuse(Code.CONTROL_CHARACTER, mark, found=f"U+{ord(control.group()):04X}")
        plain = not event.style
        if self._awaits_key():
            self._key(event.value, plain, mark)
            return
        value: Any = None if plain and event.value in NULLS else Plain(event.value) if plain else event.value
        if event.anchor is not None:
            self.anchors[event.anchor] = _Anchored(value, 1)
        self._put(value, mark)

    def _key(self, key: str, plain: bool, mark: Mark) -> None:
        frame = self.frames[-1]
        frame.key = key
        way = (*frame.way, key)
        frame.skipping = False
        if plain and key == "<<":
            self.refuse(Code.YAML_MERGE_KEY, mark)
            frame.skipping = True
        elif key in frame.value:
            self.refuse(Code.DUPLICATE_KEY, mark, key=key[:60], line=self.key_marks[way][0])
            frame.skipping = True
        else:
            self.key_marks[way] = mark

    def _put(self, value: Any, mark: Mark) -> None:
        if not self.frames:
            self.data = value
            self.value_marks[()] = mark
            return
        frame = self.frames[-1]
        if isinstance(frame.value, list):
            self.value_marks[(*frame.way, len(frame.value))] = mark
            frame.value.append(value)
            return
        if not frame.skipping:
            self.value_marks[(*frame.way, str(frame.key))] = mark
            frame.value[str(frame.key)] = value
        frame.key = None

    def _open(self, event: yaml.CollectionStartEvent, mark: Mark) -> bool:
        self.nodes += 1
        if event.tag is not None:
            self.refuse(Code.YAML_TAG, mark, found=str(event.tag)[:60])
        if self._awaits_key():
            self.refuse(Code.YAML_KEY, mark)
            return False
        if len(self.frames) >= MAX_DEPTH:
            self.refuse(Code.YAML_TOO_DEEP, mark, limit=MAX_DEPTH)
            return False
        if event.anchor is not None:
            # Until it is closed nobody can name it: the value would hold itself.
            self.anchors[event.anchor] = None
        value: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
        self.frames.append(_Frame(self._way(), value, mark, bool(event.flow_style), event.anchor, self.nodes))
        return True

    def _close(self) -> None:
        frame = self.frames.pop()
        if frame.anchor is not None:
            self.anchors[frame.anchor] = _Anchored(frame.value, self.nodes - frame.begins_at + 1)
        self._put(frame.value, frame.mark)

    def _alias(self, name: str, mark: Mark) -> None:
        anchored = self.anchors.get(name)
        if self._awaits_key():
            self.refuse(Code.YAML_KEY, mark)
            # The value that follows wants a key, or it would be taken for one.
            self._key(f"*{name}", False, mark)
        elif anchored is None or self.nodes + anchored.nodes > MAX_NODES:
            self.refuse(Code.YAML_ALIAS, mark, found=name[:60])
            self._put(None, mark)
        else:
            # What is repeated counts again: a few lines of aliases of aliases stand for millions of values.
            self.nodes += anchored.nodes
            self._put(anchored.value, mark)
