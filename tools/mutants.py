"""Would the tests notice? Change one thing in a module at a time and see whether any test fails.

    python -m tools.mutants score [--sample 150] [--seed 1] [--jobs 1] [--beside studies] [--all]

A mutant is the code with one comparison turned, one sign changed, one statement removed and the like. A
seeded sample of those of a package or module is run in a copy of the tree, each against those tests of its
package that run the line in question, the quickest first, and then against the others in the same files. A
mutant that no test notices is alive: a line that could be wrong without anybody knowing. Texts are left
alone, and so are the mutants of `equivalent_mutants.toml`, which change nothing that can be seen.

What everything uses (numpy, pytest, ...) is imported once; each mutant then runs in a fork. One that does
not end in time counts as killed. Without `--all`, which lets all tests of the package see what is alive, the
share is an upper bound. `--beside` adds the tests of other packages.
"""

from __future__ import annotations

import argparse
import ast
import copy
import hashlib
import os
import resource
import shutil
import signal
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import cache_from_source
from pathlib import Path

from tools.lines_of_tests import InOrder, LinesNoted, tests_by_line

ROOT = Path(__file__).resolve().parent.parent
COPIED = ("treatydiff", "tests", "tools", "fixtures", "pyproject.toml")
EQUIVALENT = Path(__file__).with_name("equivalent_mutants.toml")
MARKS = "not corpus and not slow and not browser and not office and not ocr"
SHARED = ("pytest", "hypothesis.strategies", "numpy", "scipy.sparse", "lxml.etree", "rapidfuzz.distance",
          "diff_match_patch", "jinja2", "rich.console", "typer")  # fmt: skip
TIMES_AS_LONG, SECONDS_MORE = 3, 10
"""How long a mutant may compute: so many times the tests of the unchanged code, and some seconds."""
MEMORY = 4 << 30

_TURNED: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult, ast.LShift: ast.RShift, ast.RShift: ast.LShift, ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd, ast.BitXor: ast.BitAnd, ast.And: ast.Or, ast.Or: ast.And,
}  # fmt: skip
_EMPTY = {"tuple": "()", "list": "[]", "dict": "{}", "str": "''", "bool": "False", "int": "0"}
_NOT_RUN = {"annotation", "returns", "decorator_list", "bases"}
_ASSERTED = {"strict", "repr"}
"""Arguments that say what holds anyway."""


@dataclass(frozen=True)
class Mutant:
    """One change of a module: where it is, and the code before and after."""

    path: Path
    line: int
    last_line: int
    text: str
    before: str
    after: str
    place: int
    node: ast.AST

    @property
    def module(self) -> str:
        """The module's name, as `score/grams`."""
        return self.path.relative_to(ROOT / "treatydiff").with_suffix("").as_posix()

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What it is, whatever stands above it in the file."""
        return self.module, self.text, self.before, self.after

    def source(self) -> str:
        """The module with this change."""
        tree = ast.parse(self.path.read_text(encoding="utf-8"))
        place = [node for node, _ in _places(tree)][self.place]
        return ast.unparse(ast.fix_missing_locations(_Exchange(place, self.node).visit(tree)))


class _Exchange(ast.NodeTransformer):
    def __init__(self, place: ast.AST, after: ast.AST) -> None:
        self.place, self.after = place, copy.deepcopy(after)

    def visit(self, node: ast.AST) -> ast.AST:
        return self.after if node is self.place else super().visit(node)


def mutants_of(path: Path) -> Iterator[Mutant]:
    """All mutants of a module, in the order of its syntax tree."""
    source = path.read_text(encoding="utf-8")
    lines, tree = source.splitlines(), ast.parse(source)
    empty = {
        id(node): _EMPTY.get(ast.unparse(function.returns).partition("[")[0], "None")
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef) and function.returns is not None
        for node in ast.walk(function)
        if isinstance(node, ast.Return)
    }
    for number, (node, role) in enumerate(_places(tree)):
        for after in _changes(node, role, empty.get(id(node), "None")):
            shown = "(removed)" if isinstance(after, ast.Pass) else ast.unparse(after)
            text = lines[node.lineno - 1].strip()
            last = node.end_lineno or node.lineno
            yield Mutant(path, node.lineno, last, text, ast.unparse(node), shown, number, after)


def _places(node: ast.AST) -> Iterator[tuple[ast.stmt | ast.expr, str]]:
    """The statements and expressions that are run, each with its role in the one around it."""
    for role, value in ast.iter_fields(node):
        if role in _NOT_RUN or (isinstance(node, ast.keyword) and node.arg in _ASSERTED):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not isinstance(child, ast.JoinedStr | ast.arguments):
                if isinstance(child, ast.stmt | ast.expr):
                    yield child, role
                yield from _places(child)


def _changes(node: ast.stmt | ast.expr, role: str, empty: str) -> Iterator[ast.AST]:
    """What may stand in the place of a node."""
    if isinstance(node, ast.Compare):
        for at, op in enumerate(node.ops):
            ops = [*node.ops[:at], _TURNED[type(op)](), *node.ops[at + 1 :]]
            yield ast.Compare(node.left, ops, node.comparators)  # type: ignore[arg-type]
    elif isinstance(node, ast.BinOp | ast.AugAssign | ast.BoolOp) and type(node.op) in _TURNED:
        other = copy.copy(node)
        other.op = _TURNED[type(node.op)]()  # type: ignore[assignment]
        yield other
    elif isinstance(node, ast.UnaryOp):
        yield node.operand
    elif isinstance(node, ast.Constant) and isinstance(node.value, bool):
        yield ast.Constant(not node.value)
    elif isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        yield from (ast.Constant(node.value + 1), ast.Constant(node.value - 1))
    elif isinstance(node, ast.Break | ast.Continue):
        yield ast.Continue() if isinstance(node, ast.Break) else ast.Break()
    elif isinstance(node, ast.Return) and node.value is not None and ast.unparse(node.value) != empty:
        yield ast.Return(ast.parse(empty, mode="eval").body)
    if role in ("test", "ifs") and not isinstance(node, ast.Compare | ast.UnaryOp):
        yield ast.UnaryOp(ast.Not(), node)  # type: ignore[arg-type]
    call = isinstance(node, ast.Expr) and not isinstance(node.value, ast.Constant)
    stored = isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Subscript | ast.Attribute)
    if call or stored or isinstance(node, ast.AugAssign | ast.Raise):
        yield ast.Pass()


def sampled(found: Sequence[Mutant], size: int, seed: int) -> list[Mutant]:
    """So many mutants, equivalent ones left out; which ones does not hang on other lines of the code."""
    listed = tomllib.loads(EQUIVALENT.read_text(encoding="utf-8"))["lines"]
    equivalent = {(each["module"], each["line"], *change) for each in listed for change in each["changes"]}
    seen: Counter[tuple[str, str, str, str]] = Counter()
    drawn = []
    for each in found:
        seen[each.key] += 1
        digest = hashlib.sha256(repr((seed, each.key, seen[each.key])).encode()).hexdigest()
        if each.key not in equivalent:
            drawn.append((digest, each))
    return [each for _, each in sorted(drawn, key=lambda pair: pair[0])[:size]]


class Runner:
    """Runs tests in forks of this process, each fork in a copy of the tree of its own.

    Args:
        folder: Where the copies are made.
        tests: The folders of tests, relative to the tree.
        paths: The modules that will be changed.
        jobs: How many mutants run at once.
        all_tests: Whether every test sees what those that run the line leave alive.
    """

    def __init__(
        self, folder: Path, tests: Sequence[str], paths: Sequence[Path], jobs: int, *, all_tests: bool
    ) -> None:
        self._tests, self._all, self._record = list(tests), all_tests, folder / "lines.json"
        self._trees = [folder / str(job) for job in range(jobs)]
        for tree in self._trees:
            for name in COPIED:
                if (ROOT / name).is_dir():
                    shutil.copytree(ROOT / name, tree / name, ignore=shutil.ignore_patterns("__pycache__"))
                else:
                    shutil.copy(ROOT / name, tree / name)
            # The first run of a copy leaves the compiled modules that all further ones use.
            seen = [str(tree / path.relative_to(ROOT)) for path in paths] if tree == self._trees[0] else []
            _, status = os.waitpid(self._start(tree, 1800, LinesNoted(seen, self._record)), 0)
            if status:
                said = (tree / "said.txt").read_text(encoding="utf-8", errors="replace")
                raise SystemExit(f"mutants: the tests fail on the code as it is:\n{said[-3000:]}")
            if seen:
                self._by_line, self._spent = tests_by_line(self._record)
        os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
        sys.dont_write_bytecode = True

    def run(self, mutants: Sequence[Mutant]) -> Iterator[tuple[Mutant, str]]:
        """Every mutant with what became of it, in the order in which they end."""
        waiting, free = list(reversed(mutants)), list(self._trees)
        running: dict[int, tuple[Mutant, Path]] = {}
        while waiting or running:
            while waiting and free:
                mutant, tree = waiting.pop(), free.pop()
                _write(tree / mutant.path.relative_to(ROOT), mutant.source())
                names = self.tests_of(mutant)
                seconds = TIMES_AS_LONG * sum(self._spent[name] for name in names) + SECONDS_MORE
                running[self._start(tree, int(seconds), InOrder(names))] = mutant, tree
            pid, status = os.wait()
            mutant, tree = running.pop(pid)
            _write(tree / mutant.path.relative_to(ROOT), mutant.path.read_text(encoding="utf-8"))
            free.append(tree)
            late = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGXCPU
            yield mutant, "timed out" if late else "killed" if status else "alive"

    def tests_of(self, mutant: Mutant) -> list[str]:
        """The tests that a mutant is put to, in order; all of them where none was seen to run its lines."""
        file = str(self._trees[0] / mutant.path.relative_to(ROOT))
        lines = range(mutant.line, mutant.last_line + 1)
        direct = dict.fromkeys(name for line in lines for name in self._by_line.get((file, line), ()))
        files = {name.partition("::")[0] for name in direct}
        every = sorted(self._spent, key=lambda name: (self._spent[name], name))
        beside = [name for name in every if self._all or not files or name.partition("::")[0] in files]
        return list(dict.fromkeys([*sorted(direct, key=every.index), *beside]))

    def _start(self, tree: Path, seconds: int, plugin: InOrder | LinesNoted) -> int:
        """Run the tests in a fork; its end says whether one failed."""
        pid = os.fork()
        if pid:
            return pid
        try:
            os.chdir(tree)
            said = os.open("said.txt", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            os.dup2(said, 1)
            os.dup2(said, 2)
            resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
            os.environ |= {"CI": "1", "PYTHONPATH": str(tree)}
            sys.path.insert(0, str(tree))
            places = plugin.files if isinstance(plugin, InOrder) else self._tests
            arguments = ["-x", "-p", "no:randomly", "-p", "no:xdist", "-m", MARKS, *places]
            code = import_module("pytest").main(arguments, plugins=[plugin])
            os._exit(code not in (0, 5))  # 5: there are no such tests
        finally:
            os._exit(1)


def _write(path: Path, source: str) -> None:
    path.write_text(source, encoding="utf-8")
    Path(cache_from_source(str(path))).unlink(missing_ok=True)


def table_of(outcomes: Sequence[tuple[Mutant, str]]) -> Iterator[str]:
    """The lines of a table by module, in Markdown."""
    yield "| module | mutants | killed | timed out | alive | alive, % |"
    yield "|---|---:|---:|---:|---:|---:|"
    for module in [*sorted({mutant.module for mutant, _ in outcomes}), "all"]:
        ends = Counter(end for mutant, end in outcomes if module in (mutant.module, "all"))
        figures = (ends.total(), ends["killed"], ends["timed out"], ends["alive"])
        yield f"| {module} | {' | '.join(map(str, figures))} | {100 * ends['alive'] / ends.total():.0f} |"


def main() -> None:
    parser = argparse.ArgumentParser(description="see whether the tests notice changes of the code")
    parser.add_argument("module", help="a package or module below treatydiff/: score, diff/word_diff")
    parser.add_argument("--sample", type=int, default=150, help="how many mutants (default 150)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1, choices=(1, 2))
    parser.add_argument("--beside", nargs="*", default=(), help="further folders of tests/: studies cli")
    parser.add_argument("--all", action="store_true", help="let all these tests see what is left alive")
    asked = parser.parse_args()
    place = ROOT / "treatydiff" / asked.module
    paths = sorted(place.rglob("*.py")) if place.is_dir() else [place.with_suffix(".py")]
    mutants = sampled([each for path in paths for each in mutants_of(path)], asked.sample, asked.seed)
    tests = [f"tests/{name}" for name in (asked.module.partition("/")[0], *asked.beside)]
    for name in SHARED:
        import_module(name)
    outcomes: list[tuple[Mutant, str]] = []
    with tempfile.TemporaryDirectory(prefix="treatydiff-mutants-") as folder:
        runner = Runner(Path(folder), tests, paths, asked.jobs, all_tests=asked.all)
        for mutant, end in runner.run(mutants):
            outcomes.append((mutant, end))
            change = f"  {mutant.before}  ->  {mutant.after}" if end == "alive" else ""
            said = f"{end:9}  {mutant.module}:{mutant.line}{change}"
            print(f"{len(outcomes):4} of {len(mutants)}  {said}", file=sys.stderr, flush=True)
    print("\n".join(table_of(outcomes)))
    for each, _ in sorted((pair for pair in outcomes if pair[1] == "alive"), key=lambda pair: pair[0].key):
        print(f"\nalive: {each.module}:{each.line}  {each.text}\n  {each.before}\n  -> {each.after}")


if __name__ == "__main__":
    main()
