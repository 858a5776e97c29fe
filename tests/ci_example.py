#!/usr/bin/env python3
"""Run the workflow that the README shows, its gate holding and not holding.

usage: ci_example.py NEWSDIGEST PROJECT
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile


def main():
    program, project = sys.argv[1:3]
    with open(os.path.join(project, "README.md"), encoding="utf-8") as readme:
        workflow = re.search(r"```yaml\n(.*?)```", readme.read(), re.S).group(1)
    command = re.search(r"^ +run: (newsdigest .*)$", workflow, re.M).group(1)
    path = os.path.dirname(os.path.abspath(program))
    environment = {**os.environ, "PATH": path + ":" + os.environ["PATH"]}

    def run(folder):
        return subprocess.run(["bash", "-e", "-c", command], cwd=folder,
                              env=environment, capture_output=True, text=True)

    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(os.path.join(project, "data/articles"),
                        os.path.join(folder, "articles"))
        good = run(folder)
        assert good.returncode == 0, good.stderr
        assert "::notice file=articles/deal.txt,line=" in good.stdout
        silent = os.path.join(folder, "articles", "silent.txt")
        with open(silent, "w", encoding="utf-8") as article:
            article.write("It rained.\n")
        bad = run(folder)
        assert bad.returncode == 1, bad.returncode
        assert "::error file=articles/silent.txt,title=gate::" in bad.stdout
        assert "articles/silent.txt: --require: each claims>=1: is 0" in \
            bad.stderr, bad.stderr
    print("the workflow does as the README says")


if __name__ == "__main__":
    main()
