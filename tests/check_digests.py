#!/usr/bin/env python3
"""Check digests against the schema and against their own text.

usage: check_digests.py NEWSDIGEST PATH...

Digests every article of PATH... twice. Fails where two runs differ, where a
digest does not fit the schema, where a span's text is not what the source
says at its place, where an id names nothing, or where a line is wrong.
Needs python3-jsonschema.
"""
import json
import os
import subprocess
import sys

import jsonschema


def run(program, *arguments):
    return subprocess.run([program, *arguments], check=True,
                          capture_output=True).stdout


def spans(value, path=""):
    """Every object with start, end and text below `value`."""
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            yield path, value
        for key, child in value.items():
            yield from spans(child, f"{path}/{key}")
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from spans(child, f"{path}/{index}")


def named_ids(value):
    """Every id that `value` refers to."""
    if isinstance(value, dict):
        for key, child in value.items():
            if key in ("entity", "figure", "date", "section") and child:
                yield child
            elif key == "claims" and child and isinstance(child[0], str):
                yield from child
            else:
                yield from named_ids(child)
    elif isinstance(value, list):
        for child in value:
            yield from named_ids(child)


def check(digest, validator):
    problems = [error.message for error in validator.iter_errors(digest)]
    text = digest["text"]
    for path, span in spans({k: v for k, v in digest.items() if k != "text"}):
        if text[span["start"]:span["end"]] != span["text"]:
            problems.append(f"{path}: the text is not what stands there")
        # Lines end with LF, CR LF or CR, as the contract counts them.
        before = text[:span["start"]].replace("\r\n", "\n").replace("\r", "\n")
        if "line" in span and before.count("\n") + 1 != span["line"]:
            problems.append(f"{path}: line {span['line']} is wrong")
    known = {item["id"] for key in ("sections", "entities", "figures",
                                    "dates", "quotes", "claims")
             for item in digest[key]}
    problems += [f"no item has the id {name}"
                 for name in named_ids(digest) if name not in known]
    return problems


def main():
    program, *paths = sys.argv[1:]
    schema = json.loads(run(program, "--schema"))
    validator = jsonschema.Draft202012Validator(schema)
    failed = passed = 0
    for path in paths:
        if not os.path.exists(path):
            continue
        arguments = [path, "-f", "jsonl", "--with", "text,sentences,tokens"]
        first, second = run(program, *arguments), run(program, *arguments)
        if first != second:
            print(f"{path}: two runs differ")
            failed += 1
        for line in first.decode("utf-8").splitlines():
            digest = json.loads(line)
            problems = check(digest, validator)
            for problem in problems[:5]:
                print(f"{digest['source']['path']}: {problem[:300]}")
            failed += bool(problems)
            passed += not problems
    print(f"{passed} digests passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
