"""A matrix as a heat map: one self-contained SVG, drafts in order of date, figures in the cells."""

from __future__ import annotations

from collections.abc import Iterator

from treatydiff.archive.model import Matrix
from treatydiff.archive.report.matrix_words import cell_figure, cell_title, completeness, draft_names
from treatydiff.report.kit.svg import svg_opening
from treatydiff.report.kit.xml_text import xml_content

LARGEST_CELL, SMALLEST_CELL = 30.0, 2.0
MAP_WIDTH = 760.0
FIGURED_CELL = 20.0
"""Points from which on a cell has room for its figure."""
DARK_CELL = 0.6
"""Share from which on a cell is so dark that its figure is light."""
MOST_TITLED = 150
"""Drafts up to which every cell says what it shows; a larger map would weigh tens of megabytes."""
_LABEL_WIDTH = 250.0
_LONGEST_LABEL = 40
_STYLE = (
    ".m text{font:9px system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif;fill:#1d1c1a}"
    ".m .p{fill:#fdfcf9}.m .quiet{fill:#68645c}.m .s{fill:#00695a}.m .b{fill:#b4668e}.m .d{fill:#b9b4a8}"
    ".m .f{fill:#f4f1ea}.m .o{fill:#ffffff}"
    "@media (prefers-color-scheme:dark){.m text{fill:#e7e3da}.m .p{fill:#17181a}.m .o{fill:#10211d}"
    ".m .quiet{fill:#a29d92}.m .s{fill:#6fc9b5}.m .b{fill:#c77fa4}.m .d{fill:#57554f}.m .f{fill:#202124}}"
)


def matrix_svg(matrix: Matrix) -> str:
    """Rows carried in columns; the darker, the more. A small square is a bound, no measured share.

    Args:
        matrix: all pairs.
    """
    count = max(1, len(matrix.drafts))
    cell = max(SMALLEST_CELL, min(LARGEST_CELL, MAP_WIDTH / count))
    width, height = _LABEL_WIDTH + cell * count + 24.0, cell * count + 64.0
    opening = svg_opening(
        round(width), round(height), "Share of each row’s draft carried in each column’s", "m"
    )
    return f"{opening}<style>{_STYLE}</style>\n{''.join(_parts(matrix, cell, height))}</svg>\n"


def _parts(matrix: Matrix, cell: float, height: float) -> Iterator[str]:
    titled = len(matrix.drafts) <= MOST_TITLED
    legible = cell >= 7.0
    size = cell * len(matrix.drafts)
    yield '<rect class="p" width="100%" height="100%"/>\n'
    yield f'<rect class="f" x="{_LABEL_WIDTH:g}" y="18" width="{size:.1f}" height="{size:.1f}"/>\n'
    for y, row in enumerate(matrix.order):
        top = 18 + y * cell
        if legible:
            label = _label(matrix, row)
            yield (f'<text x="{_LABEL_WIDTH - 6:g}" y="{top + cell / 2 + 3:.1f}" text-anchor="end">{label} '
                   f'<tspan class="quiet">{y + 1}</tspan></text>\n')  # fmt: skip
            yield (f'<text class="quiet" x="{_LABEL_WIDTH + (y + 0.5) * cell:.1f}" y="13" '
                   f'text-anchor="middle" font-size="8">{y + 1}</text>\n')  # fmt: skip
        for x, column in enumerate(matrix.order):
            yield _cell(matrix, row, column, (_LABEL_WIDTH + x * cell, top, cell), titled=titled)
    for line, words in enumerate(completeness(matrix)):
        yield f'<text class="quiet" x="4" y="{height - 34 + 12 * line:.0f}">{xml_content(words)}</text>\n'


def _cell(matrix: Matrix, row: int, column: int, square: tuple[float, float, float], *, titled: bool) -> str:
    x, y, side = square
    if row == column:
        return f'<rect class="d" x="{x:.1f}" y="{y:.1f}" width="{side:.1f}" height="{side:.1f}"/>\n'
    cell = matrix.cells.get((row, column))
    if cell is None:
        return ""
    # A bound is a smaller square of another colour, so that nobody takes it for a share.
    inset = 0.0 if cell.measured else side * 0.3
    kind = "s" if cell.measured else "b"
    head = (
        f'<rect class="{kind}" x="{x + inset:.1f}" y="{y + inset:.1f}" width="{side - 2 * inset:.1f}" '
        f'height="{side - 2 * inset:.1f}" fill-opacity="{max(0.04, cell.value):.2f}"'
    )
    drawn = (
        f"{head}><title>{xml_content(cell_title(matrix, row, column))}</title></rect>\n"
        if titled
        else f"{head}/>\n"
    )
    if side < FIGURED_CELL:
        return drawn
    light = ' class="o"' if cell.measured and cell.value >= DARK_CELL else ""
    figure = xml_content(cell_figure(cell))
    at = f'x="{x + side / 2:.1f}" y="{y + side / 2 + 3:.1f}"'
    return f'{drawn}<text{light} {at} text-anchor="middle" pointer-events="none">{figure}</text>\n'


def _label(matrix: Matrix, place: int) -> str:
    name = draft_names(matrix)[place]
    return xml_content(name if len(name) <= _LONGEST_LABEL else f"{name[: _LONGEST_LABEL - 1]}…")
