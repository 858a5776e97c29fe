#!/usr/bin/env python3
"""Run the command-line cases of tests/golden/cases.

usage: run.py NEWSDIGEST PROJECT [--update]

A case is a file NAME.case: a line of arguments (run in PROJECT), then lines
`stdin: TEXT`, `status: N`, `stderr: PART` as needed. What the program printed
must be NAME.out; --update writes it anew.
"""
import os
import shlex
import subprocess
import sys


def run_case(program, project, path, update):
    arguments, status, stdin, messages = "", 0, None, []
    with open(path, encoding="utf-8") as case:
        for line in case.read().splitlines():
            key, _, value = line.partition(": ")
            if key == "args":
                arguments = value
            elif key == "status":
                status = int(value)
            elif key == "stdin":
                stdin = (stdin or "") + value.encode().decode(
                    "unicode_escape") + "\n"
            elif key == "stderr":
                messages.append(value)
            elif line and not line.startswith("#"):
                return f"{path}: what is '{line}'?"
    result = subprocess.run([program, *shlex.split(arguments)], cwd=project,
                            input=(stdin or "").encode(),
                            capture_output=True)
    if result.returncode != status:
        return (f"{path}: exit status {result.returncode}, not {status}: "
                f"{result.stderr.decode()[:300]}")
    for message in messages:
        if message not in result.stderr.decode():
            return f"{path}: no '{message}' in {result.stderr.decode()!r}"
    expected = path[:-len(".case")] + ".out"
    if update:
        with open(expected, "wb") as out:
            out.write(result.stdout)
        return None
    with open(expected, "rb") as golden:
        if golden.read() != result.stdout:
            return f"{path}: the output is not {os.path.basename(expected)}"
    return None


def main():
    program, project = sys.argv[1:3]
    update = "--update" in sys.argv
    folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "cases")
    cases = sorted(name for name in os.listdir(folder)
                   if name.endswith(".case"))
    problems = [problem for name in cases
                if (problem := run_case(program, project,
                                        os.path.join(folder, name), update))]
    print(*problems, sep="\n")
    print(f"{len(cases) - len(problems)} passed, {len(problems)} failed")
    return 1 if problems or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
