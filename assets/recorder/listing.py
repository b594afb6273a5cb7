"""A listing: its source, its parameters and where its functions stand."""

import ast
import os

WORK = "work"
MADE = "__recorder_made_generator__"
SPENT = "__recorder_work__"
SERVER = "Server"
TOLD = "__recorder_server__"


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
                self.tree = ast.parse(file.read(), self.path)
        except OSError as error:
            raise ListingError(f"{path}: {error.strerror}") from None
        except (SyntaxError, ValueError) as error:
            raise ListingError(f"{path}: {error}") from None
        self._constants = dict(self._find_constants())
        self._set(dict(settings))
        self.params = {name: node.value for name, node in self._constants.items()}
        self.has_loop = any(isinstance(node, ast.AsyncFunctionDef)
                            for node in ast.walk(self.tree))
        self._def_lines = dict(self._find_defs())

    def owns(self, code):
        return code.co_filename == self.path

    def def_line(self, code):
        """The line of `def`; a code's first line is its decorator's."""
        return self._def_lines.get(code.co_firstlineno, code.co_firstlineno)

    def compiled(self):
        tree = _TakeOver(watch_generators=not self.has_loop).visit(self.tree)
        return compile(ast.fix_missing_locations(tree), self.path, "exec",
                       dont_inherit=True)

    def _find_constants(self):
        for node in self.tree.body:
            if (isinstance(node, ast.Assign) and len(node.targets) == 1
                    and isinstance(node.targets[0], ast.Name)
                    and node.targets[0].id.isupper()
                    and isinstance(node.value, ast.Constant)
                    and type(node.value.value) in (int, float)):
                yield node.targets[0].id.lower(), node.value

    def _find_defs(self):
        for node in ast.walk(self.tree):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                above = [d.lineno for d in node.decorator_list]
                yield min([node.lineno, *above]), node.lineno

    def _set(self, settings):
        for name, value in settings.items():
            if name not in self._constants:
                known = ", ".join(self._constants) or "none"
                raise ListingError(f"{self.path}: no parameter {name!r}; "
                                   f"known here: {known}")
            self._constants[name].value = value


class _TakeOver(ast.NodeTransformer):
    """Puts the recorder's `work` in the place of the listing's, has its
    `Server` told of and, in a program without a loop, every generator made."""

    def __init__(self, watch_generators):
        self._watch_generators = watch_generators

    def visit_Module(self, node):
        node.body = [self._spent(one) if _is_work(one) else self.visit(one)
                     for one in node.body]
        return node

    def visit_FunctionDef(self, node):
        self.generic_visit(node)
        if self._watch_generators and _yields(node):
            mark = ast.Name(MADE, ast.Load())
            node.decorator_list.append(ast.copy_location(mark, node))
        return node

    def visit_ClassDef(self, node):
        self.generic_visit(node)
        if node.name == SERVER:
            mark = ast.Name(TOLD, ast.Load())
            node.decorator_list.append(ast.copy_location(mark, node))
        return node

    def _spent(self, node):
        name = ast.Name(WORK, ast.Store())
        taken = ast.Assign([name], ast.Name(SPENT, ast.Load()))
        return ast.copy_location(taken, node)


def _is_work(node):
    return isinstance(node, ast.FunctionDef) and node.name == WORK


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
