"""scipy's compiled loops over sparse matrices, without the package around them.

`scipy.sparse` takes a tenth of a second to load, most of it for array libraries that are not used
here, and a small matrix takes a hundred times as long to be checked as to be computed. The one module
of it that computes is loaded by itself; where that fails, it is loaded with its package.
"""

from __future__ import annotations

import importlib
import sys
from importlib.machinery import EXTENSION_SUFFIXES, ExtensionFileLoader
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

_NAME = "scipy.sparse._sparsetools"


def load() -> Any:
    """The module of compiled loops; it comes without types."""
    if _NAME in sys.modules:
        return sys.modules[_NAME]
    package = find_spec("scipy")
    for folder in package.submodule_search_locations or () if package else ():
        for suffix in EXTENSION_SUFFIXES:
            path = Path(folder, "sparse", f"_sparsetools{suffix}")
            if path.is_file() and (module := _loaded_alone(path)) is not None:
                return module
    return importlib.import_module(_NAME)


def _loaded_alone(path: Path) -> Any:
    spec = spec_from_file_location(_NAME, path, loader=ExtensionFileLoader(_NAME, str(path)))
    if spec is None or spec.loader is None:
        return None
    try:
        module = module_from_spec(spec)
        spec.loader.exec_module(module)
    except ImportError:  # it needs what its package prepares
        return None
    # scipy.sparse, should it be loaded later, takes the same.
    sys.modules[_NAME] = module
    return module
