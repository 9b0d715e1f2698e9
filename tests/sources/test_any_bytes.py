"""Whatever the bytes, the answer is records or a refusal, never a fault."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trigpoint.sources import Refused, plan

SEEDS = {
    "ssd_contacts.csv": b"cont_contact_id,cont_contact_date,cont_contact_outcome_json\n"
    b'1,2024-01-01,"{""NFA_FLAG"": ""Y""}"\n',
    "ssd_professionals.csv": b"prof_professional_id,prof_full_time_equivalency,prof_professional_caseload\na,0.5,3\n",
    "episodes.csv": b"CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
    b"1,13/04/2019,S,C2,N1,U4,PR1,,,,,,\n",
    "reviews.csv": b"CHILD,DOB,REVIEW,REVIEW_CODE\n1,13/04/2010,20/05/2019,PN1\n",
    "return.xml": b'<?xml version="1.0" encoding="utf-8"?><EXPSSDA903><CHILD><HEADER><CHILDID>1</CHILDID>'
    b"<UASC>1</UASC><OC2><SDQ_SCORE>4</SDQ_SCORE></OC2></HEADER><EPISODE><DECOM>13/04/2019</DECOM></EPISODE>"
    b"<DOLO/></CHILD></EXPSSDA903>",
}


def take(name: str, content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        try:
            for part in plan([path], "Kent").parts():
                assert part.rows_in == part.data.num_rows + part.refused + part.repeated
                part.data.validate(full=True)
                part.data.to_pylist()
        except Refused:
            return


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(SEEDS)), st.binary(max_size=60), st.integers(0, 300), st.booleans())
def test_text_with_anything_in_it(name: str, noise: bytes, place: int, replace: bool) -> None:
    seed = SEEDS[name]
    place %= len(seed) + 1
    take(name, seed[:place] + noise + seed[place + (len(noise) if replace else 0) :])


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(sorted(SEEDS)), st.text(st.sampled_from('",\n\r ={}[]0123456789/-PX1\u00e9\x1c'), max_size=40))
def test_text_with_near_misses(name: str, tail: str) -> None:
    take(name, SEEDS[name] + tail.encode())


@settings(max_examples=100, deadline=None)
@given(
    st.integers(0, 300),
    st.sampled_from(["", "<", ">", "</", "/>", "&", "&amp;", "<CHILD>", "</CHILD>", "<OC2>", "<X/>"]),
)
def test_xml_with_near_misses(place: int, piece: str) -> None:
    seed = SEEDS["return.xml"]
    take("return.xml", seed[:place] + piece.encode() + seed[place:])


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=20), st.integers(0, 2_000))
def test_parquet_with_anything_in_it(noise: bytes, place: int) -> None:
    with tempfile.NamedTemporaryFile() as written:
        pq.write_table(pa.table({"fami_table_id": ["1", "2"], "fami_person_id": ["P", None]}), written.name)
        seed = Path(written.name).read_bytes()
    place %= len(seed)
    take("ssd_family.parquet", seed[:place] + noise + seed[place + len(noise) :])


@pytest.mark.parametrize("nested", ["[" * 100_000, '{"a":' * 50_000, "9" * 5_000])
def test_json_that_would_exhaust_a_parser(nested: str) -> None:
    cell = nested[:32_000].replace('"', '""')
    take("ssd_contacts.csv", f'cont_contact_id,cont_contact_outcome_json\n1,"{cell}"\n'.encode())
