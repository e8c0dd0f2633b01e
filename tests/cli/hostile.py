#!/usr/bin/env python3
"""Imports hostile files and watches what the program does meanwhile.

    hostile.py GAINSAYCTL [--quick | --big]

The files are made by badgen.py in the folder GAINSAY_HOSTILE; without it, the
test is skipped (77). --quick makes the bombs small. For every file, and for
all of them together:

- no crash, at most ten seconds, at most a gigabyte (not measured where a
  sanitizer is built in, which has its own needs);
- strace sees no file opened but the program's own, the input and the
  workspace, nothing written outside the workspace, no network, no program run;
- every refusal has its reason, on standard error and in a line of JSON;
- the workspace is sound, and what stood in files outside is not in it.

Reports and projects of other programs that are made to hurt are added here:
each is refused, and the workspace exports the same bytes as before.
"""

import json
import multiprocessing
import os
import re
import resource
import runpy
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
import zipfile
import zlib

MOST_SECONDS = 10
MOST_BYTES = 1 << 30
CANARY = b"CANARY-7f3a-LEAKED"

# What any program of this kind reads of the system: libraries, locales,
# tables of encodings, the clock's zone, the user's own name.
SYSTEM = re.compile(r"/(usr|lib|lib64|proc|sys|dev)/|/etc/(ld\.so|locale|localtime|passwd|nsswitch|group|"
                    r"gnutls|ssl|fonts|host\.conf|resolv\.conf|timezone)|/(etc/)?selinux(/|$)|/(usr|lib|proc|sys|dev|etc)?$")
WRITES = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC")
CHANGES = {"mkdir", "mkdirat", "unlink", "unlinkat", "rename", "renameat", "renameat2", "link", "linkat", "symlink",
           "symlinkat", "rmdir", "chmod", "fchmodat", "truncate", "mknod", "mknodat", "creat", "chown", "lchown"}

failures = []


def fail(what):
    failures.append(what)
    print("FAILED:", what)


def make_small_files(script, folder):
    """What the generator would blow up it gets a megabyte of."""
    import gzip
    whole_zlib, whole_gzip = zlib.compress, gzip.compress
    zlib.compress = lambda data, *rest, **more: whole_zlib(data[:1 << 20], *rest, **more)
    gzip.compress = lambda data, *rest, **more: whole_gzip(data[:1 << 20], *rest, **more)
    sys.argv = [script, folder]
    runpy.run_path(script)


def make_files(folder, mode):
    """Runs the generator; --quick keeps it from making its largest bombs. In a
    process of its own: what this one has used its children would be held to."""
    script = os.path.join(os.environ.get("GAINSAY_HOSTILE", ""), "badgen.py")
    if not os.path.exists(script):
        print("no hostile files here: skipped")
        sys.exit(77)
    if mode != "--quick":
        subprocess.run([sys.executable, script, folder, "--big"] if mode == "--big"
                       else [sys.executable, script, folder], check=True)
        return

    maker = multiprocessing.Process(target=make_small_files, args=(script, folder))
    maker.start()
    maker.join()
    if maker.exitcode != 0:
        sys.exit(f"{script}: {maker.exitcode}")


def inputs_of(folder):
    """Paths as bytes; not the canary, which is there to be stolen."""
    found = []
    for where, _, names in os.walk(os.fsencode(folder)):
        found += [os.path.join(where, name) for name in names if name != b"CANARY.secret"]
    return sorted(found)


def run(command, **options):
    """(status, seconds of processor time, peak bytes, standard output, standard error)"""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=err, **options)
        deadline = time.monotonic() + 120
        pid = 0
        while pid == 0 and time.monotonic() < deadline:
            pid, status, usage = os.wait4(child.pid, os.WNOHANG)
            if pid == 0:
                time.sleep(0.005)
        if pid == 0:
            child.kill()
            _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        return (child.returncode, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, out.read(), err.read())


def check_extract(ctl, path, sanitized):
    """Seconds of processor time and bytes of memory that reading it took."""
    status, seconds, peak, out, err = run([ctl, "extract", path])
    name = os.fsdecode(os.path.basename(path))

    if status not in (0, 1):
        fail(f"{name!r}: exit status {status}: {err[-400:]!r}")
        return seconds, peak
    if seconds > MOST_SECONDS * (3 if sanitized else 1):
        fail(f"{name!r}: {seconds:.1f} s")
    if peak > MOST_BYTES and not sanitized:
        fail(f"{name!r}: {peak >> 20} MiB")
    lines = out.decode().split("\n")
    if len(lines) != 2 or lines[1] != "":
        fail(f"{name!r}: {len(lines)} lines of JSON")
        return seconds, peak
    found = json.loads(lines[0])
    if status == 1 and not (found["reason"] and len(err.strip()) > 0):
        fail(f"{name!r}: refused without a reason")
    if CANARY in out:
        fail(f"{name!r}: reads files outside")
    return seconds, peak


def check_trace(trace, allowed, writable):
    """Every line of strace's is a path that may be touched."""
    seen = 0
    with open(trace, encoding="utf-8", errors="replace") as lines:
        for line in lines:
            call = re.match(r"\d+\s+(\w+)\((.*)", line)
            if not call:
                continue
            seen += 1
            name, rest = call.groups()
            if name in ("socket", "connect", "sendto", "bind") and re.search(r"AF_INET|AF_INET6|AF_PACKET", rest):
                fail(f"network: {line.strip()[:300]}")
            if name == "execve" and seen > 1 and not re.match(r'"[^"]*/gainsay-\w+"', rest):
                fail(f"a program is run: {line.strip()[:300]}")
            paths = [bytes(path, "latin-1").decode("unicode_escape").encode("latin-1")
                     for path in re.findall(r'"((?:[^"\\]|\\.)*)"', rest)]
            writes = name in CHANGES or (name.startswith("open") and WRITES.search(rest))
            for path in paths if not name.startswith(("exec", "socket", "connect", "readlink")) else []:
                path = os.path.normpath(path)
                # What is open already was judged when it was opened.
                if not path.startswith(b"/") or path == b"/dev/null" or path.startswith(b"/proc/self/fd/"):
                    continue
                inside = [root for root in (writable if writes else allowed) if path == root
                          or path.startswith(root + b"/") or path.startswith(root + b"-")
                          or (not writes and root.startswith(path + b"/"))]
                if not inside and (writes or not SYSTEM.match(os.fsdecode(path))):
                    fail(f"touches {os.fsdecode(path)!r}: {line.strip()[:200]}")
    if seen == 0:
        fail("strace saw nothing")


def import_watched(ctl, work, folder, workspace, paths, sanitized):
    """Standard output of an import that touches nothing but what it may."""
    trace = os.path.join(work, "trace")
    empty = os.path.join(work, "empty")
    os.makedirs(empty, exist_ok=True)
    command = [ctl, "--json", "import", workspace] + paths
    if shutil.which("strace") and not sanitized:
        command = ["strace", "-f", "-qq", "-s", "4096", "-e", "trace=%file,%network,%process", "-o", trace] + command
    if subprocess.run(["unshare", "-rn", "true"], stderr=subprocess.DEVNULL, check=False).returncode == 0:
        command = ["unshare", "-rn"] + command
        print("without any network: unshare -rn")
    status, _, _, out, err = run(command, cwd=empty)

    if status not in (0, 1):
        fail(f"import: exit status {status}: {err[-600:]!r}")
    if os.path.exists(trace):
        home = [os.fsencode(os.path.expanduser("~")), os.fsencode(os.path.realpath(ctl))]
        roots = [os.fsencode(folder), os.fsencode(os.path.dirname(workspace)), os.fsencode(empty)]
        check_trace(trace, roots + home[1:] + [os.fsencode(os.path.dirname(os.path.dirname(os.path.realpath(ctl))))],
                    [os.fsencode(os.path.dirname(workspace))])
        with open(trace, "rb") as lines:
            print("watched by strace:", sum(1 for _ in lines), "calls")
    if os.listdir(empty) or [name for name in os.listdir(work) if "PWNED" in name or "SLIPPED" in name]:
        fail("something was written beside the workspace")
    for name in os.listdir(os.path.dirname(workspace)):
        with open(os.path.join(os.path.dirname(workspace), name), "rb") as part:
            if CANARY in part.read():
                fail(f"what stood in a file outside is in {name}")
    status, _, _, answer, _ = run([ctl, "--json", "check", workspace])
    if status != 0 or not json.loads(answer)["clean"]:
        fail(f"check: {answer[:1000]!r}")
    return out


def import_all(ctl, work, folder, paths, sanitized):
    workspace = os.path.join(work, "workspace", "w.gainsay")
    os.mkdir(os.path.dirname(workspace))
    subprocess.run([ctl, "new", workspace], check=True, stdout=subprocess.DEVNULL)
    check_lines(import_watched(ctl, work, folder, workspace, paths, sanitized), paths)


REPORT = "<gainsay-report xmlns='https://gainsay.org/report/1' version='1'>"
PROJECT = '<Project xmlns="urn:QDA-XML:project:1.0">'
LAUGHS = ("<!DOCTYPE r [<!ENTITY a 'haha'>" +
          "".join(f"<!ENTITY {b} '{f'&{a};' * 30}'>" for a, b in zip("abcde", "bcdef")) + "]>")


def make_archive(path, project, **parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("project.qde", project)
        for name, data in parts.items():
            archive.writestr(name, data)


def make_database(path, script):
    database = sqlite3.connect(path)
    database.executescript(script)
    database.close()


def make_projects(folder, canary):
    """(what must be refused, what may be read as far as it is right)"""
    outside = f"<!DOCTYPE r [<!ENTITY f SYSTEM 'file://{canary}'>]>"
    texts = {
        "laughs.xml": LAUGHS + REPORT + "<title>&f;</title></gainsay-report>",
        "outside.xml": outside + REPORT + "<title>&f;</title></gainsay-report>",
        "deep.xml": REPORT + "<tags>" * 100000,
        "newer.xml": "<gainsay-report xmlns='https://gainsay.org/report/2' version='2'/>",
        "deep.json": '{"format":"gainsay-report","version":1,"tags":' + "[" * 1000000,
        "newer.json": '{"format":"gainsay-report","version":2}',
        "half.json": '{"format":"gainsay-report","version":1,"annotators":'
                     '[{"uuid":"5a11c0de-0000-4000-8000-0000000000aa","name":"x"}]',
        "laughs.qdc": LAUGHS + '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Description>&f;</Description></CodeBook>',
        "outside.qdc": outside + '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Description>&f;</Description></CodeBook>',
        "deep.qdc": '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>' + '<Code guid="a">' * 100000,
    }
    refused = []
    for name, text in texts.items():
        refused.append(os.path.join(folder, name))
        with open(refused[-1], "w", encoding="utf-8") as file:
            file.write(text)
    archives = {"laughs.qdpx": LAUGHS + PROJECT + "<Description>&f;</Description></Project>",
                "outside.qdpx": outside + PROJECT + "<Description>&f;</Description></Project>",
                "bomb.qdpx": PROJECT + "<Description>" + " " * (40 << 20) + "</Description></Project>",
                "empty.qdpx": "", "newer.qdpx": '<Project xmlns="urn:QDA-XML:project:2.0"/>'}
    for name, text in archives.items():
        refused.append(os.path.join(folder, name))
        make_archive(refused[-1], text)
    databases = {"views.qda": "CREATE VIEW code_text AS SELECT 1 AS ctid, 2 AS pos0;"
                              "CREATE VIEW source AS SELECT 1 AS id, load_extension('x') AS fulltext;",
                 "other.sqlite3": "CREATE TABLE a (b);"}
    for name, script in databases.items():
        refused.append(os.path.join(folder, name))
        make_database(refused[-1], script)

    read = [os.path.join(folder, name) for name in ("paths.qdpx", "endless.qda")]
    sources = "".join(f'<TextSource guid="{i}" name="{i}" plainTextPath="{path}"/>' for i, path in enumerate(
        [f"internal://../{os.path.basename(canary)}", f"relative://{canary}", f"absolute://{canary}", f"file://{canary}"]))
    make_archive(read[0], PROJECT + f"<Sources>{sources}</Sources></Project>", **{"../PWNED.txt": "x", "/tmp/PWNED": "x"})
    make_database(read[1], "CREATE TABLE source (id, fulltext, n AS (abs(id)));"
                           "CREATE TABLE code_text (ctid, cid, fid, pos0, pos1);"
                           "CREATE TRIGGER t AFTER INSERT ON source BEGIN DELETE FROM source; END;"
                           "INSERT INTO code_text VALUES (1, 1, 1, -9e99, 9223372036854775807);")
    return refused, read


def import_projects(ctl, work, sanitized):
    folder = os.path.join(work, "projects")
    canary = os.path.join(work, "CANARY.secret")
    os.mkdir(folder)
    with open(canary, "wb") as file:
        file.write(CANARY)
    refused, read = make_projects(folder, canary)
    first = os.path.join(folder, "first.txt")
    with open(first, "w", encoding="utf-8") as file:
        file.write("The quay was empty, the harbour master said.\n")
    workspace = os.path.join(work, "theirs", "w.gainsay")
    os.mkdir(os.path.dirname(workspace))
    subprocess.run([ctl, "new", workspace], check=True, stdout=subprocess.DEVNULL)
    run([ctl, "import", workspace, first])

    before = run([ctl, "export", workspace, "--format=json"])[3]
    told = [json.loads(line) for line in
            import_watched(ctl, work, folder, workspace, refused, sanitized).decode().splitlines()]
    for line in told:
        if line["status"] != "refused" or not line["reason"]:
            fail(f"{line['path']!r}: {line['status']}")
    if len(told) != len(refused):
        fail(f"{len(refused)} projects, {len(told)} told of")
    after = run([ctl, "export", workspace, "--format=json"])[3]
    if b"harbour master" not in before or before != after:
        fail("refused projects changed the workspace")
    import_watched(ctl, work, folder, workspace, read, sanitized)
    print(f"{len(refused)} reports and projects refused, {len(before)} bytes exported before and after")


def check_lines(out, paths):
    told = [json.loads(line) for line in out.decode().splitlines()]
    whole = {re.sub(r"#\d+$", "", line["path"]) for line in told}
    for line in told:
        if line["status"] == "refused" and not line["reason"]:
            fail(f"{line['path']!r}: refused without a reason")
        if line["status"] != "refused" and not line["article"]:
            fail(f"{line['path']!r}: {line['status']}, but no article")
    if len(whole) < len(paths):
        fail(f"{len(paths)} inputs, {len(whole)} told of")
    for status in ("imported", "duplicate", "refused"):
        print(f"{status}: {sum(line['status'] == status for line in told)}")


def main():
    ctl = os.path.realpath(sys.argv[1])
    mode = sys.argv[2] if len(sys.argv) > 2 else ""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with open(ctl, "rb") as program:
        sanitized = b"__asan_init" in program.read()

    with tempfile.TemporaryDirectory() as work:
        work = os.path.realpath(work)
        folder = os.path.join(work, "in")
        make_files(folder, mode)
        paths = inputs_of(folder)
        slowest = largest = (0, "")
        for path in paths:
            name = os.fsdecode(os.path.basename(path))
            seconds, peak = check_extract(ctl, path, sanitized)
            slowest = max(slowest, (seconds, name))
            largest = max(largest, (peak, name))
        print(f"{len(paths)} files, the slowest {slowest[0]:.1f} s: {slowest[1]!r}, "
              f"the most memory {largest[0] >> 20} MiB: {largest[1]!r}")
        import_all(ctl, work, folder, paths, sanitized)
        import_projects(ctl, work, sanitized)

    print("nothing wrong" if not failures else f"{len(failures)} things wrong")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
