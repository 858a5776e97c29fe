#!/usr/bin/env python3
"""Check, or with --update rewrite, the outputs that README.md shows.

usage: readme.py NEWSDIGEST PROJECT [--update]

An output is the code block after a line `<!-- output: ARGUMENTS -->`; at its
end ` | first N` keeps N lines, ` | claim N` the N-th claim of a JSON digest.
"""
import json
import os
import re
import shlex
import subprocess
import sys

BLOCK = re.compile(r"(<!-- output: (.*?) -->\n```\w*\n)(.*?)(```\n)", re.S)


def produce(program, project, command):
    arguments, _, keep = command.partition(" | first ")
    arguments, _, claim = arguments.partition(" | claim ")
    text = subprocess.run([program, *shlex.split(arguments)], cwd=project,
                          check=True, capture_output=True).stdout.decode()
    if claim:
        text = json.dumps(json.loads(text)["claims"][int(claim) - 1],
                          indent=2, ensure_ascii=False) + "\n"
    if keep:
        text = "".join(text.splitlines(keepends=True)[:int(keep)])
    return text


def main():
    program, project = sys.argv[1:3]
    path = os.path.join(project, "README.md")
    with open(path, encoding="utf-8") as file:
        readme = file.read()
    made = BLOCK.sub(lambda m: m[1] + produce(program, project, m[2]) + m[4],
                     readme)
    blocks = len(BLOCK.findall(readme))
    if "--update" in sys.argv:
        with open(path, "w", encoding="utf-8") as file:
            file.write(made)
        return 0
    bad = made != readme or blocks == 0
    if bad:
        print("README.md does not show what the program prints; run "
              "tests/golden/readme.py NEWSDIGEST PROJECT --update")
    print(f"{0 if bad else blocks} passed, {blocks if bad else 0} failed")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
