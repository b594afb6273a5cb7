"""A listing: its source, its parameters and where its functions stand."""

import ast
import os

WORK = "work"
MADE = "__recorder_made_generator__"
SPENT = "__recorder_work__"
SERVER = "Server"
TOLD = "__recorder_server__"

_DEFINED = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


class ListingError(Exception):
    """What was asked of a listing cannot be done; the text says why."""


class Listing:
    """A program's source, with the constants set and `work` taken over.

    A parameter is a module-level constant in UPPER_CASE that is a number:
    `PAGE_TIME = 0.2` is the parameter `page_time`.
    """

    def __init__(self, path, settings=()):
        self.path = os.path.abspath(path)
        try:
            with open(path, encoding="utf-8") as file:
                source = file.read()
                self.tree = ast.parse(source, self.path)
        except OSError as error:
            raise ListingError(f"{path}: {error.strerror}") from None
        except (SyntaxError, ValueError) as error:
            raise ListingError(f"{path}: {error}") from None
        self._constants = dict(self._find_constants())
        self._set(dict(settings))
        self.params = {name: node.value for name, node in self._constants.items()}
        self.has_walrus = ":=" in source
        defined = [node for node in statements(self.tree) if isinstance(node, _DEFINED)]
        self.has_loop = any(isinstance(node, ast.AsyncFunctionDef) for node in defined)
        self._has_server = any(_is_server(node) for node in defined)
        self._def_lines = dict(_lines_of(defined))

    def owns(self, code):
        return code.co_filename == self.path

    def def_line(self, code):
        """The line of `def`; a code's first line is its decorator's."""
        return self._def_lines.get(code.co_firstlineno, code.co_firstlineno)

    def compiled(self):
        take_over = _TakeOver(watch_generators=not self.has_loop)
        self.tree.body = [_spent(node) if _is_work(node) else node
                          for node in self.tree.body]
        if not self.has_loop or self._has_server:
            take_over.visit(self.tree)
        return compile(self.tree, self.path, "exec", dont_inherit=True)

    def _find_constants(self):
        for node in self.tree.body:
            if (isinstance(node, ast.Assign) and len(node.targets) == 1
                    and isinstance(node.targets[0], ast.Name)
                    and node.targets[0].id.isupper()
                    and isinstance(node.value, ast.Constant)
                    and type(node.value.value) in (int, float)):
                yield node.targets[0].id.lower(), node.value

    def _set(self, settings):
        for name, value in settings.items():
            if name not in self._constants:
                known = ", ".join(self._constants) or "none"
                raise ListingError(f"{self.path}: no parameter {name!r}; "
                                   f"known here: {known}")
            self._constants[name].value = value


def statements(tree):
    """Every statement of a program, those within others too: a small part of
    all its nodes."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        for part in ("body", "orelse", "finalbody", "handlers", "cases"):
            within = getattr(node, part, None)
            if isinstance(within, list):
                waiting += within
        if isinstance(node, ast.stmt):
            yield node


def _lines_of(defined):
    """(the first line of its code, the line of its `def`) of each function."""
    for node in defined:
        if not isinstance(node, ast.ClassDef):
            above = [d.lineno for d in node.decorator_list]
            yield min([node.lineno, *above]), node.lineno


class _TakeOver(ast.NodeTransformer):
    """Has the listing's `Server` told of and, in a program without a loop,
    every generator made."""

    def __init__(self, watch_generators):
        self._watch_generators = watch_generators

    def visit_FunctionDef(self, node):
        self.generic_visit(node)
        if self._watch_generators and _yields(node):
            mark = ast.Name(MADE, ast.Load())
            node.decorator_list.append(ast.copy_location(mark, node))
        return node

    def visit_ClassDef(self, node):
        self.generic_visit(node)
        if _is_server(node):
            mark = ast.Name(TOLD, ast.Load())
            node.decorator_list.append(ast.copy_location(mark, node))
        return node


def _is_work(node):
    return isinstance(node, ast.FunctionDef) and node.name == WORK


def _is_server(node):
    return isinstance(node, ast.ClassDef) and node.name == SERVER


def _spent(work):
    """The recorder's `work`, in the place of the listing's."""
    name = ast.Name(WORK, ast.Store())
    taken = ast.Assign([name], ast.Name(SPENT, ast.Load()))
    return ast.fix_missing_locations(ast.copy_location(taken, work))


def _yields(function):
    """Whether the function itself yields, not one defined within it."""
    waiting = list(function.body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, (ast.Yield, ast.YieldFrom)):
            return True
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef,
                                 ast.Lambda, ast.ClassDef, ast.GeneratorExp)):
            waiting.extend(ast.iter_child_nodes(node))
    return False
