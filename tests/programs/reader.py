"""Python programs as nodes (node.h), by CPython's own parser.

Reads a JSON list of texts, writes a JSON list: for each its module as
[kind, text, integer, real, line, [child, ...]], or {"line", "error"} where it
is no Python or goes beyond what node.h has.
"""

import ast
import json
import sys

NOTHING = ["nothing", "", 0, 0, 0, []]

OPERATORS = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.FloorDiv: "//",
    ast.Mod: "%", ast.Pow: "**", ast.BitAnd: "&", ast.BitOr: "|", ast.BitXor: "^",
    ast.LShift: "<<", ast.RShift: ">>",
    ast.And: "and", ast.Or: "or",
    ast.USub: "-", ast.UAdd: "+", ast.Not: "not", ast.Invert: "~",
    ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">",
    ast.GtE: ">=", ast.Is: "is", ast.IsNot: "is not", ast.In: "in",
    ast.NotIn: "not in",
}

IN_A_ROW = {ast.List: "list", ast.Tuple: "tuple", ast.Set: "set"}
LOOPS = {ast.For: "for", ast.AsyncFor: "async_for"}
WITHS = {ast.With: "with", ast.AsyncWith: "async_with"}
DEFS = {ast.FunctionDef: "def", ast.AsyncFunctionDef: "async_def"}
COMPREHENSIONS = {ast.ListComp: "list_comp", ast.SetComp: "set_comp",
                  ast.GeneratorExp: "generator"}
WORDS = {ast.Pass: "pass", ast.Break: "break", ast.Continue: "continue"}
NAMES = {ast.Global: "global", ast.Nonlocal: "nonlocal"}


class Beyond(Exception):
    """What the subset does not have; .line says where."""

    def __init__(self, node, what):
        super().__init__(what)
        self.line = getattr(node, "lineno", 0)


def made(node, kind, children=(), text="", integer=0, real=0):
    return [kind, text, integer, real, getattr(node, "lineno", 0), list(children)]


def optional(node):
    return NOTHING if node is None else read(node)


def block(statements):
    if not statements:
        return NOTHING
    return made(statements[0], "block", map(read, statements))


def read(node):
    kind = type(node)
    for table, reader in TABLES:
        if kind in table:
            return reader(node, table[kind])
    if kind not in READERS:
        raise Beyond(node, f"{kind.__name__} is beyond the subset")
    return READERS[kind](node)


# Statements

def module(node):
    return ["module", "", 0, 0, 1, [read(one) for one in node.body]]


def imported(node):
    return made(node, "import", text=ast.unparse(node))


def definition(node, kind):
    if node.decorator_list:
        raise Beyond(node, "a decorator is beyond the subset")
    return made(node, kind, [parameters(node.args, node), block(node.body)], node.name)


def parameters(node, place):
    if node.posonlyargs:
        raise Beyond(place, "positional-only parameters are beyond the subset")
    found = []
    bare = len(node.args) - len(node.defaults)
    for at, one in enumerate(node.args):
        default = node.defaults[at - bare] if at >= bare else None
        found.append(made(one, "parameter", [optional(default)], one.arg))
    if node.vararg or node.kwonlyargs:
        name = node.vararg.arg if node.vararg else ""
        found.append(made(place, "parameter", [NOTHING], "*" + name))
    for one, default in zip(node.kwonlyargs, node.kw_defaults):
        found.append(made(one, "parameter", [optional(default)], one.arg))
    if node.kwarg:
        found.append(made(place, "parameter", [NOTHING], "**" + node.kwarg.arg))
    return made(place, "parameters", found)


def class_definition(node):
    if node.decorator_list or node.keywords:
        raise Beyond(node, "such a class is beyond the subset")
    return made(node, "class_def", [block(node.body), *map(read, node.bases)], node.name)


def expression_statement(node):
    if isinstance(node.value, ast.Constant) and node.value.value is ...:
        return made(node, "pass")
    return made(node, "expression", [read(node.value)])


def assigned(node):
    return made(node, "assign", [*map(read, node.targets), read(node.value)])


def assigned_with_type(node):
    if node.value is None:
        return made(node, "pass")
    return made(node, "assign", [read(node.target), read(node.value)])


def augmented(node):
    return made(node, "augment", [read(node.target), read(node.value)],
                OPERATORS[type(node.op)])


def loop(node, kind):
    return made(node, kind, [read(node.target), read(node.iter), block(node.body),
                             block(node.orelse)])


def conditional_block(node, kind):
    return made(node, kind, [read(node.test), block(node.body), block(node.orelse)])


def with_block(node, kind):
    items = [made(one.context_expr, "with_item",
                  [read(one.context_expr), optional(one.optional_vars)])
             for one in node.items]
    return made(node, kind, [block(node.body), *items])


def tried(node):
    handlers = [made(one, "handler", [optional(one.type), block(one.body)], one.name or "")
                for one in node.handlers]
    return made(node, "try", [block(node.body), block(node.orelse),
                              block(node.finalbody), *handlers])


# Expressions

def constant(node):
    value = node.value
    if value is None:
        return made(node, "none")
    if isinstance(value, bool):
        return made(node, "boolean", integer=int(value))
    if isinstance(value, int) and abs(value) < 2 ** 63:
        return made(node, "integer", integer=value)
    if isinstance(value, float):
        return made(node, "real", real=value)
    if isinstance(value, str):
        return made(node, "string", text=value)
    raise Beyond(node, f"{value!r} is beyond the subset")


def unary(node):
    read_value = read(node.operand)
    if isinstance(node.op, ast.USub) and read_value[0] in ("integer", "real"):
        return [*read_value[:2], -read_value[2], -read_value[3], *read_value[4:]]
    return made(node, "unary", [read_value], OPERATORS[type(node.op)])


def binary(node):
    return made(node, "binary", [read(node.left), read(node.right)],
                OPERATORS.get(type(node.op)) or beyond(node, "this operator"))


def beyond(node, what):
    raise Beyond(node, f"{what} is beyond the subset")


def compared(node):
    rest = [made(right, "comparison", [read(right)], OPERATORS[type(op)])
            for op, right in zip(node.ops, node.comparators)]
    return made(node, "compare", [read(node.left), *rest])


def called(node):
    keywords = [made(one, "keyword", [read(one.value)], one.arg or "")
                for one in node.keywords]
    return made(node, "call", [read(node.func), *map(read, node.args), *keywords])


def lambda_expression(node):
    return made(node, "lambda", [parameters(node.args, node), read(node.body)])


def dictionary(node):
    pairs = []
    for key, value in zip(node.keys, node.values):
        if key is None:
            raise Beyond(node, "** in a dict is beyond the subset")
        pairs += [read(key), read(value)]
    return made(node, "dict", pairs)


def fstring(node):
    parts = []
    for one in node.values:
        parts.append(read(one) if isinstance(one, ast.Constant) else formatted(one))
    return made(node, "fstring", parts)


def formatted(node):
    text = "" if node.conversion < 0 else "!" + chr(node.conversion)
    if node.format_spec is not None:
        if not all(isinstance(one, ast.Constant) for one in node.format_spec.values):
            raise Beyond(node, "a computed format is beyond the subset")
        text += ":" + "".join(one.value for one in node.format_spec.values)
    return made(node, "formatted", [read(node.value)], text)


def comprehension(node, kind):
    return made(node, kind, [read(node.elt), *map(clause, node.generators)])


def dict_comprehension(node):
    return made(node, "dict_comp", [read(node.key), read(node.value),
                                    *map(clause, node.generators)])


def clause(node):
    return made(node.target, "clause", [read(node.target), read(node.iter),
                                        *map(read, node.ifs)], integer=node.is_async)


TABLES = [
    (DEFS, definition),
    (LOOPS, loop),
    (WITHS, with_block),
    ({ast.If: "if", ast.While: "while"}, conditional_block),
    (WORDS, made),
    (NAMES, lambda node, kind: made(node, kind, text=", ".join(node.names))),
    (IN_A_ROW, lambda node, kind: made(node, kind, map(read, node.elts))),
    (COMPREHENSIONS, comprehension),
]

READERS = {
    ast.Module: module,
    ast.Import: imported,
    ast.ImportFrom: imported,
    ast.ClassDef: class_definition,
    ast.Expr: expression_statement,
    ast.Assign: assigned,
    ast.AnnAssign: assigned_with_type,
    ast.AugAssign: augmented,
    ast.Try: tried,
    ast.Return: lambda node: made(node, "return", [optional(node.value)]),
    ast.Raise: lambda node: made(node, "raise", [optional(node.exc), optional(node.cause)]),
    ast.Delete: lambda node: made(node, "del", map(read, node.targets)),
    ast.Assert: lambda node: made(node, "assert", [read(node.test), optional(node.msg)]),
    ast.Constant: constant,
    ast.Name: lambda node: made(node, "name", text=node.id),
    ast.Attribute: lambda node: made(node, "attribute", [read(node.value)], node.attr),
    ast.Subscript: lambda node: made(node, "subscript", [read(node.value), read(node.slice)]),
    ast.Slice: lambda node: made(node, "slice", map(optional, [node.lower, node.upper,
                                                               node.step])),
    ast.Call: called,
    ast.Starred: lambda node: made(node, "starred", [read(node.value)]),
    ast.Await: lambda node: made(node, "await", [read(node.value)]),
    ast.Yield: lambda node: made(node, "yield", [optional(node.value)]),
    ast.Lambda: lambda_expression,
    ast.UnaryOp: unary,
    ast.BinOp: binary,
    ast.BoolOp: lambda node: made(node, "logical", map(read, node.values),
                                  OPERATORS[type(node.op)]),
    ast.Compare: compared,
    ast.IfExp: lambda node: made(node, "conditional", map(read, [node.test, node.body,
                                                                 node.orelse])),
    ast.NamedExpr: lambda node: made(node, "walrus", [read(node.value)], node.target.id),
    ast.Dict: dictionary,
    ast.JoinedStr: fstring,
    ast.DictComp: dict_comprehension,
}


def answer(text):
    try:
        return read(ast.parse(text))
    except SyntaxError as error:
        return {"line": error.lineno or 0, "error": error.msg}
    except Beyond as error:
        return {"line": error.line, "error": str(error)}


if __name__ == "__main__":
    json.dump([answer(text) for text in json.load(sys.stdin)], sys.stdout)
