import re
import subprocess
from pathlib import Path

import PySide6
import pytest

ROOT = Path(__file__).parents[2]
FORMS = sorted((ROOT / "ui").glob("*.ui"))
CODE = ROOT / "src/faceattend/ui/forms"
UIC = [
    Path(PySide6.__file__).parent / where / name
    for where, name in (("Qt/libexec", "uic"), ("", "uic.exe"), ("Qt/libexec", "uic.exe"))
]
# scripts/forms takes these lines out: they differ between machines.
OF_A_MACHINE = re.compile(r"^(## Created by: |# -\*- coding)")


def code_of(form: Path) -> str:
    """Return the code Qt's generator makes of a form now."""
    generator = next(path for path in UIC if path.exists())
    run = subprocess.run([generator, "-g", "python", form], capture_output=True, check=True)
    lines = run.stdout.decode("utf-8").splitlines()
    return "\n".join(line for line in lines if not OF_A_MACHINE.match(line))


@pytest.mark.parametrize("form", FORMS, ids=[form.stem for form in FORMS])
def test_the_code_of_a_form_is_as_new_as_the_form(form: Path):
    kept = (CODE / f"ui_{form.stem}.py").read_text(encoding="utf-8").splitlines()
    assert "\n".join(kept) == code_of(form), "run scripts/forms"


def test_no_code_outlives_its_form():
    left = {path.stem.removeprefix("ui_") for path in CODE.glob("ui_*.py")} - {form.stem for form in FORMS}
    assert not left


def test_a_changed_form_would_be_noticed(tmp_path: Path):
    changed = tmp_path / "live.ui"
    text = (ROOT / "ui/live.ui").read_text(encoding="utf-8")
    changed.write_text(text.replace("Seen today", "Seen tomorrow"), encoding="utf-8")
    assert code_of(changed) != code_of(ROOT / "ui/live.ui")
