#!/usr/bin/env python3
"""Folders, pipes and faults: what a run does to files and streams.

usage: streams.py NEWSDIGEST
"""
import json
import os
import subprocess
import sys
import tempfile

PROGRAM = os.path.abspath(sys.argv[1])
TEXT = "Quill Robotics Inc. bought Whisk Corp. for $3 million on Monday.\n"


def run(*arguments, **options):
    return subprocess.run([PROGRAM, *arguments], capture_output=True, **options)


def write(path, text=TEXT):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def names(folder):
    return sorted(os.path.relpath(os.path.join(at, name), folder)
                  for at, _, files in os.walk(folder) for name in files)


def test_folder_to_folder(top):
    articles = os.path.join(top, "in")
    for name in ("b.txt", "a/one.txt", "a/one.md", "a/.hidden.txt", "no.png"):
        write(os.path.join(articles, name))
    write(os.path.join(articles, "lines.jsonl"),
          "".join(json.dumps({"id": i, "text": TEXT}) + "\n" for i in "xy"))
    os.symlink(os.path.join(articles, "b.txt"),
               os.path.join(articles, "link.txt"))
    os.mkfifo(os.path.join(articles, "pipe.txt"))  # would wait for ever
    out = os.path.join(top, "out/")
    result = run("-o", out, articles, timeout=20)
    assert result.returncode == 0, result.stderr
    assert names(out) == ["a/one.json", "a/one.txt.json", "b.json",
                          "lines.jsonl"], names(out)
    with open(os.path.join(out, "b.json"), encoding="utf-8") as file:
        assert json.load(file)["claims"][0]["type"] == "acquisition"
    with open(os.path.join(out, "lines.jsonl"), encoding="utf-8") as file:
        assert [json.loads(line)["source"]["id"] for line in file] == [
            "x", "y"]


def test_order_is_the_same_for_any_number_of_threads(top):
    articles = os.path.join(top, "many")
    for i in range(60):
        write(os.path.join(articles, f"{i:02}.txt"), TEXT * (1 + i * 7 % 13))
    outputs = {run("-f", "jsonl", "-j", str(jobs), articles).stdout
               for jobs in (1, 2, 7)}
    assert len(outputs) == 1
    paths = [json.loads(line)["source"]["path"]
             for line in outputs.pop().splitlines()]
    assert paths == sorted(paths) and len(paths) == 60


def test_a_line_in_is_a_line_out_at_once():
    process = subprocess.Popen(
        [PROGRAM, "--from", "jsonl", "-f", "jsonl", "-j", "2", "-"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    for number in range(3):
        record = json.dumps({"id": number, "text": TEXT}) + "\n"
        process.stdin.write(record.encode())
        process.stdin.flush()
        # Waits for ever where the digest is held back.
        digest = json.loads(process.stdout.readline())
        assert digest["source"]["id"] == number
    process.stdin.close()
    assert process.wait(10) == 0


def test_a_bad_line_costs_no_other():
    lines = [json.dumps({"id": 1, "text": TEXT}), "{", "[]", "{}",
             json.dumps({"id": 2, "text": TEXT})]
    result = run("--from", "jsonl", "-f", "jsonl", "-",
                 input="\n".join(lines).encode())
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.returncode == 3 and len(records) == 5
    assert ["error" in record for record in records] == [
        False, True, True, True, False]


def test_faults_of_the_output(top):
    article = os.path.join(top, "fault", "a.txt")
    write(article)
    with open("/dev/full", "wb") as full:
        result = subprocess.run([PROGRAM, article], stdout=full,
                                stderr=subprocess.PIPE, check=False)
    assert result.returncode == 4 and b"cannot be written" in result.stderr
    result = run("-o", "/dev/full/x.json", article)
    assert result.returncode == 4, result.returncode
    kept = os.path.join(top, "fault", "kept.json")
    write(kept, "old")
    assert run("-o", kept, os.path.join(top, "missing")).returncode == 3
    assert names(os.path.join(top, "fault")) == ["a.txt", "kept.json"]


def test_a_closed_pipe_is_quiet():
    feed = (json.dumps({"text": TEXT}) + "\n").encode() * 5000
    process = subprocess.Popen(
        [PROGRAM, "--from", "jsonl", "-f", "jsonl", "-"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        process.stdin.write(feed[:60000])
        process.stdin.flush()
        process.stdout.readline()
        process.stdout.close()
        process.stdin.write(feed)
        process.stdin.close()
    except BrokenPipeError:
        pass
    assert process.wait(20) == 0
    assert process.stderr.read() == b""


def main():
    with tempfile.TemporaryDirectory() as top:
        tests = [(name, test) for name, test in sorted(globals().items())
                 if name.startswith("test_")]
        for name, test in tests:
            test(top) if test.__code__.co_argcount else test()
            print("passed:", name[5:].replace("_", " "))


if __name__ == "__main__":
    main()
