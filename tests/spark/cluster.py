"""A real Spark cluster on loopback: a master and two workers, processes of their own, all ended at the end."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

WORKERS = 2
SECONDS_TO_START = 120

# many small queries, each asked once: the compilers of Spark and of Java would work longer than their code runs
_JAVA = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
SETTINGS = {
    "spark.cores.max": WORKERS,  # of 2 x 2: a second program finds room beside the first
    "spark.executor.memory": "640m",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.ui.enabled": "false",
    "spark.sql.shuffle.partitions": WORKERS,
    "spark.default.parallelism": WORKERS,
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
    "spark.driver.extraJavaOptions": _JAVA,
    "spark.executor.extraJavaOptions": _JAVA,
}


def java() -> str | None:
    """Java as Spark finds it, or nothing."""
    home = os.environ.get("JAVA_HOME")
    return shutil.which(os.path.join(home, "bin", "java") if home else "java")


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
    return port


def settings(home: Path, **more: object) -> Path:
    """A folder with Spark's own file of settings, for SPARK_CONF_DIR."""
    home.mkdir(parents=True, exist_ok=True)
    lines = [f"{name} {value}\n" for name, value in (SETTINGS | more).items()]
    (home / "spark-defaults.conf").write_text("".join(lines), encoding="utf-8")
    quiet = ["rootLogger.level = error", "rootLogger.appenderRef.stderr.ref = stderr"]
    quiet += ["appender.stderr.type = Console", "appender.stderr.name = stderr", "appender.stderr.target = SYSTEM_ERR"]
    quiet += ["appender.stderr.layout.type = PatternLayout", "appender.stderr.layout.pattern = %d %p %c: %m%n"]
    (home / "log4j2.properties").write_text("\n".join(quiet) + "\n", encoding="utf-8")
    return home


@contextmanager
def cluster(home: Path) -> Iterator[str]:
    """A running cluster; gives its master's URL. Logs and work folders stand in `home`."""
    started: list[subprocess.Popen[bytes]] = []
    home.mkdir(parents=True, exist_ok=True)
    port, page = free_port(), free_port()
    master = f"spark://127.0.0.1:{port}"
    at = ["--host", "127.0.0.1"]
    try:
        started.append(_start(home, "master", [*at, "--port", str(port), "--webui-port", str(page)]))
        _wait(lambda: _registered(page) == 0, "the master", started, home)
        for number in range(WORKERS):
            own = ["--cores", "2", "--memory", "2g", "--webui-port", "0", "--work-dir", str(home / f"work{number}")]
            started.append(_start(home, f"worker{number}", [*at, *own, master]))
        _wait(lambda: _registered(page) == WORKERS, f"{WORKERS} workers", started, home)
        yield master
    finally:
        for process in reversed(started):
            _end(process)


def _start(home: Path, name: str, arguments: list[str]) -> subprocess.Popen[bytes]:
    """One of the cluster's processes, the first of a group of its own: what it starts is ended with it."""
    import pyspark  # noqa: PLC0415 - optional

    jars = Path(pyspark.__file__).parent / "jars" / "*"
    part = "master.Master" if name == "master" else "worker.Worker"
    command = [java() or "java", "-cp", str(jars), *_JAVA.split(), "-Xmx256m", *_OPENED]
    command += [f"org.apache.spark.deploy.{part}", *arguments]
    with (home / f"{name}.log").open("wb") as log:
        return subprocess.Popen(
            [*_dying_with_us(), *command],
            env=_environment(home),
            cwd=home,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )


def _dying_with_us() -> list[str]:
    """A test process that is killed cannot tidy up: where Linux can, it then ends what the process started."""
    found = shutil.which("setpriv")
    return [found, "--pdeathsig", "TERM", "--"] if found else []


_OPENED = ["--add-opens=java.base/sun.nio.ch=ALL-UNNAMED", "--add-opens=java.base/java.nio=ALL-UNNAMED"]


def _environment(home: Path) -> Mapping[str, str]:
    import pyspark  # noqa: PLC0415 - optional

    spark_home = str(Path(pyspark.__file__).parent)
    own = {"SPARK_LOCAL_IP": "127.0.0.1", "SPARK_LOCAL_DIRS": str(home / "scratch"), "SPARK_HOME": spark_home}
    return {**os.environ, **own, "SPARK_SCALA_VERSION": "2.13"}


def _registered(page: int) -> int:
    """How many workers the master knows, -1 when it does not answer."""
    try:
        with urlopen(f"http://127.0.0.1:{page}/json/", timeout=5) as answer:
            said: bytes = answer.read()
    except OSError:
        return -1
    return said.count(b'"ALIVE"') - 1  # the master itself is alive as well


def _wait(ready: Callable[[], bool], what: str, started: list[subprocess.Popen[bytes]], home: Path) -> None:
    end = time.monotonic() + SECONDS_TO_START
    while not ready():
        if time.monotonic() > end or any(process.poll() is not None for process in started):
            said = "\n".join(path.read_text(errors="replace")[-2000:] for path in sorted(home.glob("*.log")))
            raise RuntimeError(f"The Spark cluster did not start ({what}):\n{said}")
        time.sleep(0.2)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process and every process it started."""
    for how in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, how)
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            continue
        except ProcessLookupError:
            break
    process.wait()
    if _is_left(process.pid):
        raise RuntimeError(f"Processes of the Spark cluster (group {process.pid}) would not end.")


def _is_left(group: int) -> bool:
    """Whether anything of a group of processes still runs a moment later."""
    for _ in range(50):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return False
        time.sleep(0.1)
    return True
