"""No test touches the network: an audit hook refuses every socket, here and in the processes that tests start."""

import importlib.util
import os
from pathlib import Path

import pytest

OFFLINE = Path(__file__).parent / "offline"


def pytest_configure(config: pytest.Config) -> None:
    """Install the refusal before any test module is imported."""
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (str(OFFLINE), os.environ.get("PYTHONPATH"))))
    spec = importlib.util.spec_from_file_location("variorum_offline", OFFLINE / "sitecustomize.py")
    assert spec is not None
    assert spec.loader is not None
    spec.loader.exec_module(importlib.util.module_from_spec(spec))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of data beside the repository; a test that needs it is skipped where it is not there."""
    given = os.environ.get("VARIORUM_SHARED")
    folder = Path(given) if given else Path(__file__).parents[2] / "shared"
    if not (folder / "data").is_dir():
        pytest.skip("the data beside the repository (VARIORUM_SHARED or ../shared) is not here")
    return folder
