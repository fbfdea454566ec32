"""Small changes to a module, each of a kind that some test should notice.

Comparisons are flipped, numbers get one more, *and* becomes *or*, a *not* goes, a function returns nothing, a loop
leaves out its last item, a statement goes, a table loses a row. What is said about types, in decorators and in
docstrings stays as it is.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

_FLIPPED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_EMPTY = {"str": "''", "bool": "False", "int": "0", "float": "0.0", "tuple": "()", "list": "[]", "dict": "{}"}
_UNTOUCHED = frozenset(("decorator_list", "annotation", "returns", "bases"))


@dataclass(frozen=True, slots=True)
class Change:
    """A change that can be made to a module."""

    line: int
    old: str
    new: str
    node: int
    """Which node of the walk is replaced,"""
    choice: int
    """and with which of the things that can stand in its place."""


class _Spot(NamedTuple):
    node: ast.AST
    function: ast.FunctionDef | None
    table: bool
    """Whether it is part of a value that the module gives a name."""


def changes(source: str) -> Iterator[Change]:
    """Yield every change that can be made to a module, in the order of its source."""
    for at, spot in enumerate(_walk(ast.parse(source))):
        for choice, new in enumerate(_instead(spot)):
            yield Change(_line(spot.node), _words(spot.node), _words(new), at, choice)


def apply(source: str, change: Change) -> str:
    """Return the module with a change made to it; its comments are lost."""
    tree = ast.parse(source)
    spot = list(_walk(tree))[change.node]
    new = list(_instead(spot))[change.choice]
    return ast.unparse(_Replacement(spot.node, new).visit(tree))


class _Replacement(ast.NodeTransformer):
    """Puts one node in the place of another."""

    def __init__(self, old: ast.AST, new: ast.AST):
        self.old, self.new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        return self.new if node is self.old else self.generic_visit(node)


def _walk(node: ast.AST, function: ast.FunctionDef | None = None, table: bool = False) -> Iterator[_Spot]:
    """Yield all nodes that may be changed, each before what it holds."""
    yield _Spot(node, function, table)
    function = node if isinstance(node, ast.FunctionDef) else function
    for field, value in ast.iter_fields(node):
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and field not in _UNTOUCHED and not _only_for_types(child):
                named = isinstance(node, ast.Module) and isinstance(child, ast.Assign | ast.AnnAssign)
                yield from _walk(child, function, table or named)


def _only_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"


def _instead(spot: _Spot) -> Iterator[ast.AST]:
    """Yield what can stand in the place of a node, with its place."""
    for new in _replacements(spot):
        yield ast.fix_missing_locations(ast.copy_location(new, spot.node))


def _replacements(spot: _Spot) -> Iterator[ast.AST]:
    match spot.node:
        case ast.Compare():
            yield from _flipped(spot.node)
        case ast.BoolOp(op, values):
            yield ast.BoolOp(ast.Or() if isinstance(op, ast.And) else ast.And(), values)
        case ast.UnaryOp(ast.Not(), operand):
            yield operand
        case ast.Constant(value) if type(value) is int:
            yield ast.Constant(value + 1)
        case ast.Return(value) if value is not None and spot.function is not None:
            yield from _nothing(value, spot.function)
        case ast.For(target, iter, body, orelse):
            yield ast.For(target, _all_but_last(iter), body, orelse)
        case ast.comprehension(target, iter, ifs, is_async):
            yield ast.comprehension(target, _all_but_last(iter), ifs, is_async)
        case ast.Expr(ast.Call() | ast.Yield() | ast.YieldFrom()) | ast.AugAssign() | ast.Continue() | ast.Break():
            yield ast.Pass()
        case ast.Assign([ast.Attribute() | ast.Subscript()], _):
            yield ast.Pass()
        case ast.Dict() | ast.Tuple() | ast.List() | ast.Set() if spot.table:
            yield from _with_one_less(spot.node)


def _flipped(node: ast.Compare) -> Iterator[ast.AST]:
    for at, op in enumerate(node.ops):
        ops = [*node.ops[:at], _FLIPPED[type(op)](), *node.ops[at + 1 :]]
        yield ast.Compare(node.left, ops, node.comparators)


def _nothing(value: ast.expr, function: ast.FunctionDef) -> Iterator[ast.AST]:
    kind = ast.unparse(function.returns).partition("[")[0] if function.returns else ""
    empty = _EMPTY.get(kind, "None")
    if ast.unparse(value) != empty:
        yield ast.Return(ast.parse(empty, mode="eval").body)


def _all_but_last(iterated: ast.expr) -> ast.expr:
    listed = ast.Call(ast.Name("list", ast.Load()), [iterated], [])
    return ast.Subscript(listed, ast.Slice(None, ast.UnaryOp(ast.USub(), ast.Constant(1))), ast.Load())


def _with_one_less(node: ast.Dict | ast.Tuple | ast.List | ast.Set) -> Iterator[ast.AST]:
    if isinstance(node, ast.Dict):
        for at in range(len(node.keys)):
            yield ast.Dict(node.keys[:at] + node.keys[at + 1 :], node.values[:at] + node.values[at + 1 :])
    elif len(node.elts) > 1:
        for at in range(len(node.elts)):
            rest = node.elts[:at] + node.elts[at + 1 :]
            yield ast.Set(rest) if isinstance(node, ast.Set) else type(node)(rest, ast.Load())


def _line(node: ast.AST) -> int:
    return getattr(node, "lineno", None) or _line(next(ast.iter_child_nodes(node)))


def _words(node: ast.AST) -> str:
    """Return the first line of a node's code, cut where it is long."""
    code = ast.unparse(node).strip().partition("\n")[0]
    return code if len(code) <= 90 else f"{code[:60]} … {code[-25:]}"
