"""Spark: the same expressions, run by a cluster over the same Parquet files."""

from __future__ import annotations

import os
import re
import shutil
import socket
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import ibis.expr.operations as ops
import ibis.expr.types as ir
import pyarrow as pa
import pyarrow.parquet as pq
from ibis.backends import BaseBackend

from trigpoint.engine.backends import EngineError, Keep
from trigpoint.engine.sql import mended

LOCAL = "local[2]"
_SAME_AS_DUCKDB = {
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.ansi.enabled": "true",  # what overflows or cannot be cast is an error, never a silent null
    "spark.sql.caseSensitive": "true",
    "spark.sql.parquet.datetimeRebaseModeInRead": "CORRECTED",
    "spark.sql.parquet.datetimeRebaseModeInWrite": "CORRECTED",
}
_ON_THIS_MACHINE = {
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.ui.enabled": "false",
    "spark.sql.shuffle.partitions": "2",
}
_QUIET = {"spark.ui.showConsoleProgress": "false", "spark.log.level": "ERROR"}


class Spark:
    """A Spark cluster, or Spark on this machine. `master` is its URL; empty takes the running session or `local[2]`.

    Raises EngineError when PySpark or Java is missing or the cluster does not answer.
    """

    form = "-spark.parquet"
    con: BaseBackend

    def __init__(self, master: str = "") -> None:
        self.master = master

    def start(self, scratch: Path) -> None:  # noqa: ARG002 - Spark has a scratch folder of its own
        session = _session(self.master).newSession()
        for name, value in _SAME_AS_DUCKDB.items():
            session.conf.set(name, value)
        self.con = _connection(session)

    @cached_property
    def _spark(self) -> Any:
        return self.con._session  # noqa: SLF001 - Ibis names it nowhere else

    def read(self, paths: Sequence[Path], name: str) -> ir.Table:
        from pyspark.sql.pandas.types import from_arrow_schema  # noqa: PLC0415 - optional

        schema = from_arrow_schema(pq.read_schema(_one_file(paths[0])))
        whole = [os.fspath(path.absolute()) for path in paths]
        self._spark.read.schema(schema).parquet(*whole).createOrReplaceTempView(name)
        return self.con.table(name)

    def hold(self, table: pa.Table, name: str) -> ir.Table:
        from pyspark.sql.functions import broadcast  # noqa: PLC0415 - optional

        broadcast(self._spark.createDataFrame(table)).createOrReplaceTempView(name)
        return self.con.table(name)

    def lasting(self, table: ir.Table, name: str, keep: Keep | None = None) -> ir.Table:
        if keep is None:
            return table.cache()
        return self.read([keep(lambda path: self.write(table, path))], name)

    def write(self, table: ir.Table, path: Path) -> None:
        self.con.to_parquet(table, path.absolute(), compression="zstd")

    def ahead(self) -> AbstractContextManager[None]:
        return nullcontext()  # the cluster is busy with one step at a time

    def putting_off(self) -> AbstractContextManager[None]:
        return nullcontext()

    def mark(self) -> Callable[[], None]:
        return lambda: None


def _one_file(path: Path) -> Path:
    """The file itself, or one of the files of a folder that Spark wrote."""
    return path if path.is_file() else next(iter(sorted(path.glob("*.parquet"))))


def _session(master: str) -> Any:
    try:
        from pyspark.errors import PySparkException  # noqa: PLC0415 - optional
        from pyspark.sql import SparkSession  # noqa: PLC0415 - optional
    except ImportError:
        raise EngineError(
            "The Spark engine needs PySpark, which is not installed: "
            "install it with `pip install 'trigpoint[spark]'`, or use --engine duckdb."
        ) from None
    running = SparkSession.getActiveSession()
    if running is not None:
        return running
    _check_java()
    _check_answers(master)
    settings = _QUIET | ({} if master and not master.startswith("local") else _ON_THIS_MACHINE)
    builder = SparkSession.builder.appName("trigpoint").master(master or LOCAL)
    try:
        return builder.config(map=dict(settings)).getOrCreate()
    except (PySparkException, RuntimeError, OSError) as error:
        said = str(error).strip().splitlines()
        raise EngineError(f"Spark did not start on {master or LOCAL}: {said[0] if said else error!r}.") from error


def _check_java() -> None:
    home = os.environ.get("JAVA_HOME")
    if not shutil.which(os.path.join(home, "bin", "java") if home else "java"):
        where = f"JAVA_HOME is {home}, where there is none" if home else "there is no `java` on the path"
        raise EngineError(
            f"Spark needs Java 17 or 21, and {where}: "
            "on Debian `sudo apt-get install --no-install-recommends openjdk-17-jre-headless procps`, "
            "elsewhere install a Java runtime and name its folder in JAVA_HOME."
        )


def _check_answers(master: str) -> None:
    """A master that nobody reaches is told at once: Spark itself would try for minutes."""
    if not master.startswith("spark://"):
        return
    places = [urlsplit(f"spark://{place}") for place in master.removeprefix("spark://").split(",")]
    for place in places:
        try:
            socket.create_connection((place.hostname or "", place.port or 7077), timeout=5).close()
        except (OSError, ValueError):
            continue
        return
    raise EngineError(
        f"No Spark master answers at {master}: start the cluster, or name another with --spark-master spark://HOST:PORT."
    )


_TROUBLE = {
    "FAILED_READ_FILE": "a Spark worker cannot read it: every worker must see the store under the driver's own path",
    "All masters are unresponsive": "the Spark master no longer answers: start the cluster and ask again",
    "Master removed our application": "the Spark master ended the program: look into the workers' logs and ask again",
}


@contextmanager
def _told() -> Iterator[None]:
    """Trouble of the cluster, which a person can mend, as a sentence; a fault of ours stays as it is."""
    from py4j.protocol import Py4JError  # noqa: PLC0415 - optional
    from pyspark.errors import PySparkException  # noqa: PLC0415 - optional

    try:
        yield
    except (Py4JError, PySparkException) as error:
        for sign, sentence in _TROUBLE.items():
            if sign in (said := str(error)):
                file = re.search(r"reading file (\S+)\. ", said)
                raise EngineError(f"{file[1] if file else 'The cluster failed'}: {sentence}.") from error
        raise


def _declared(con: Any, expr: ir.Table) -> Any:
    """The rows with the types that Ibis says they have: Spark's own whole numbers may be narrower."""
    from ibis.backends.pyspark.datatypes import PySparkSchema  # noqa: PLC0415 - optional

    wanted = {field.name: field.dataType for field in PySparkSchema.from_ibis(expr.schema())}
    rows = con.raw_sql(con.compile(expr))
    # only those that differ: Spark plans a query anew for whatever is asked of it
    others = [field.name for field in rows.schema if field.dataType != wanted[field.name]]
    return rows.withColumns({name: rows[name].cast(wanted[name]) for name in others}) if others else rows


def _connection(session: Any) -> BaseBackend:
    """Ibis on a session, tables going in and out as Arrow: by way of pandas a missing number becomes a fraction."""
    from ibis.backends.pyspark import Backend  # noqa: PLC0415 - optional

    class Connection(Backend):  # type: ignore[misc] # Ibis has no types
        def to_pyarrow(
            self, expr: ir.Expr, /, *, params: Mapping[ir.Scalar, Any] | None = None, limit: Any = None, **kwargs: Any
        ) -> Any:
            self._run_pre_execute_hooks(expr)
            table = expr.as_table()
            with _told():
                found = self.raw_sql(self.compile(table, params=params, limit=limit, **kwargs)).toArrow()
            return expr.__pyarrow_result__(found.cast(table.schema().to_pyarrow()))

        def to_parquet(self, expr: ir.Table, /, path: Path, **options: Any) -> None:
            self._run_pre_execute_hooks(expr)
            with _told():
                _declared(self, expr).write.parquet(os.fspath(path), **options)

        def _register_in_memory_table(self, op: ops.InMemoryTable) -> None:
            self._session.createDataFrame(op.data.to_pyarrow(op.schema)).createOrReplaceTempView(op.name)

        def _create_cached_table(self, name: str, expr: ir.Table) -> ir.Table:
            # a checkpoint forgets how the table came about: Spark would plan all of it again wherever it is read
            with _told():
                _declared(self, expr).localCheckpoint().createOrReplaceTempView(name)
            return self.table(name)

        def _drop_cached_table(self, name: str) -> None:
            self._session.catalog.dropTempView(name)

    made = Connection()
    made.compiler = mended(made.compiler, spark=True)
    made.do_connect(session)
    return made
