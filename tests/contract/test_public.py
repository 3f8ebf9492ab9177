"""The public API: what it holds, and that nothing else comes with it."""

import subprocess
import sys

import pytest

import variorum


def test_every_public_name_is_there() -> None:
    """All that is promised can be used."""
    for name in variorum.__all__:
        assert getattr(variorum, name) is not None
    assert set(dir(variorum)) == set(variorum.__all__)


def test_nobody_else() -> None:
    """A name that is not promised is an AttributeError that says so."""
    with pytest.raises(AttributeError, match="nothing_of_the_kind"):
        _ = variorum.nothing_of_the_kind


def test_functions_stay_functions_whatever_is_imported() -> None:
    """`variorum.read` is the function also after modules of the package `variorum.read` were imported."""
    code = "import variorum.read.text, variorum.annotate.context, variorum; print(callable(variorum.read), callable(variorum.annotate))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "True True\n"


def test_importing_loads_nothing_heavy() -> None:
    """No parser, no numbers, no JSON before something is used."""
    code = "import sys, variorum; print(sorted({'spacy', 'numpy', 'onnxruntime', 'trafilatura', 'msgspec', 'typer'} & set(sys.modules)))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"
