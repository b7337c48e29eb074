"""The size budget of CONTRIBUTING.md; that imports only lead down is import-linter's part (scripts/check)."""

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "faceattend"
MODULES = sorted(path for path in SOURCE.rglob("*.py") if "forms" not in path.parts and "versions" not in path.parts)
NAMES = [str(path.relative_to(SOURCE)) for path in MODULES]

Function = ast.FunctionDef | ast.AsyncFunctionDef


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(tree: ast.Module) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def lines_of(function: Function) -> int:
    """Lines from ``def`` on, without the docstring: a documented function is not a long one."""
    length = (function.end_lineno or function.lineno) - function.lineno + 1
    if ast.get_docstring(function) is None:
        return length
    said = function.body[0]
    return length - ((said.end_lineno or said.lineno) - said.lineno + 1)


def is_property(function: Function) -> bool:
    return any(isinstance(mark, ast.Name) and mark.id == "property" for mark in function.decorator_list)


def public_methods(kind: ast.ClassDef) -> list[str]:
    own = [node for node in kind.body if isinstance(node, Function)]
    return [each.name for each in own if not each.name.startswith("_") and not is_property(each)]


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_a_module_keeps_the_budget(path: Path) -> None:
    tree = tree_of(path)
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400
    long = {function.name: lines_of(function) for function in functions(tree) if lines_of(function) > 60}
    assert not long
    classes = (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef))
    wide = {kind.name: names for kind in classes if len(names := public_methods(kind)) > 12}
    assert not wide


def test_functions_are_short_as_a_rule() -> None:
    assert median(lines_of(function) for path in MODULES for function in functions(tree_of(path))) <= 10


def test_names_say_what_is_in_them() -> None:
    vague = {"utils", "util", "helpers", "helper", "manager", "managers", "common", "misc"}
    assert not vague & {part for path in MODULES for part in path.relative_to(SOURCE).with_suffix("").parts}


def test_every_module_says_what_it_is_for() -> None:
    assert not [name for name, path in zip(NAMES, MODULES, strict=True) if ast.get_docstring(tree_of(path)) is None]


EDGES = {
    "config/plugins.py": "foreign code is loaded",
    "engine/insightface_packs.py": "any file may lie in a user's folder; one that is no ONNX is no recogniser",
}


def swallows(handler: ast.ExceptHandler) -> bool:
    broad = handler.type is None or (isinstance(handler.type, ast.Name) and handler.type.id == "Exception")
    return broad and not any(isinstance(node, ast.Raise) for node in ast.walk(handler))


def test_no_error_is_swallowed_but_at_the_edges() -> None:
    """Elsewhere a broad except only translates what an outside library raises, and raises it again."""
    found = {
        name
        for name, path in zip(NAMES, MODULES, strict=True)
        if not name.startswith("workers/")  # where threads and pool tasks begin
        and any(isinstance(node, ast.ExceptHandler) and swallows(node) for node in ast.walk(tree_of(path)))
    }
    assert found <= set(EDGES)


def painters(tree: ast.Module) -> Iterator[ast.Call]:
    return (
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "QPainter"
    )


def test_every_painter_ends_with_its_block() -> None:
    """A traceback keeps its frames alive, and with them a painter that nobody ended: Qt then crashes."""
    loose: list[str] = []
    for name, path in zip(NAMES, MODULES, strict=True):
        tree = tree_of(path)
        held = {id(item.context_expr) for node in ast.walk(tree) if isinstance(node, ast.With) for item in node.items}
        loose += [f"{name}:{call.lineno}" for call in painters(tree) if id(call) not in held]
    assert not loose
