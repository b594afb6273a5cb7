"""Fails when a layer includes what its link list in CMakeLists.txt doesn't allow.

    check_includes.py LAYERS ROOT

LAYERS is the table that CMake writes to layers.txt in the build folder, a line a layer:

    trace: folder=app/trace uses=runtime libraries=fmt::fmt

A file of a layer may include, by their path from the root, headers of its own layer, of the layers it uses and of what those
use; and of the outside libraries below, those that it or a layer it uses is linked with. The tests may include anything.
"""

import fnmatch
import re
import sys
from pathlib import Path
from typing import NamedTuple

# Headers of outside libraries, and the target that allows each. What is not listed here is the standard library's or the
# system's, and free to all.
LIBRARY_HEADERS = {
    "fmt/*": "fmt::fmt",
    "nlohmann/*": "nlohmann_json::nlohmann_json",
    "CLI/*": "CLI11::CLI11",
    "ft2build.h": "Freetype::Freetype",
    "freetype/*": "Freetype::Freetype",
    "cairo*": "PkgConfig::cairo",
    "imgui*": "PkgConfig::imgui",
    "backends/imgui*": "PkgConfig::imgui",
    "GLFW/*": "glfw",
    "GL/*": "OpenGL::GL",
    "utf8proc.h": "PkgConfig::utf8proc",
    "catch2/*": "Catch2::Catch2",
}

SOURCES = {".h", ".hpp", ".inc", ".cpp", ".cc"}
# The browser has no threads for us: long work goes on a slice a frame. (Sleeping, which is in <thread> too, is fine.)
THREADS = re.compile(r"\bstd::(thread|jthread|async)\b")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


class Layer(NamedTuple):
    name: str
    folder: str
    uses: list
    libraries: list


def read_layers(text):
    layers = {}
    for line in text.splitlines():
        name, _, fields = line.partition(":")
        values = dict(field.split("=", 1) for field in fields.split())
        lists = {key: value.split(",") if value else [] for key, value in values.items()}
        layers[name] = Layer(name, values["folder"], lists["uses"], lists["libraries"])
    return layers


def below(layers, name):
    """The layer itself and all that it uses, directly or through another."""
    found = {name}
    for used in layers[name].uses:
        found |= below(layers, used)
    return found


def libraries_of(layers, name):
    """The outside libraries it is linked with, directly or through a layer it uses."""
    return {library for layer in below(layers, name) for library in layers[layer].libraries}


def owner(layers, path):
    """The layer whose folder holds this path, or none: app/main.cpp is nobody's."""
    for layer in layers.values():
        if path.startswith(layer.folder + "/"):
            return layer.name
    return None


def fault_of(layers, layer, header, root):
    """What is wrong with a file of this layer including this header, or none."""
    allowed = below(layers, layer)
    target = owner(layers, header)
    if target is not None:
        return None if target in allowed else f"{layer} may not see {target}; it may see {', '.join(sorted(allowed))}"
    if (root / header).exists():
        return f"{layer} may not see {header}, which belongs to no layer"
    libraries = libraries_of(layers, layer)
    for pattern, library in LIBRARY_HEADERS.items():
        if fnmatch.fnmatchcase(header, pattern) and library not in libraries:
            return f"{layer} is not linked with {library}"
    return None


def from_the_root(path, quote, header, root):
    beside = quote == '"' and (path.parent / header).exists() and not (root / header).exists()
    return not beside and ".." not in Path(header).parts


def fault_in(layers, layer, path, line, root):
    """What is wrong with this line of a file of this layer, or none."""
    include = INCLUDE.match(line)
    if include:
        quote, header = include.groups()
        if not from_the_root(path, quote, header, root):
            return "is not written from the root"
        return fault_of(layers, layer, header, root)
    if THREADS.search(line.split("//")[0]) and "Threads::Threads" not in libraries_of(layers, layer):
        return f"{layer} may start no threads: it is not linked with Threads::Threads"
    return None


def faults(layers, root):
    """Every fault, as the line it stands on and what is wrong with it."""
    found = []
    for layer in layers.values():
        for path in sorted((root / layer.folder).rglob("*")):
            if path.suffix not in SOURCES:
                continue
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                fault = fault_in(layers, layer.name, path, line, root)
                if fault:
                    found.append(f"{path.relative_to(root)}:{number}: {line.strip()}\n    {fault}")
    return found


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    layers = read_layers(Path(sys.argv[1]).read_text(encoding="utf-8"))
    found = faults(layers, Path(sys.argv[2]))
    if found:
        sys.exit("\n".join(["An arrow points down only (the layers' link lists stand in CMakeLists.txt):", *found]))


if __name__ == "__main__":
    main()
