"""Rule 633."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import PrevPerm

_CODES = """
    201 202 203 204 205 206 207 208 209 210 211 212 213 301 302 303 304 305 306 307 308 309 310 311 312 313 314
    315 316 317 318 319 320 330 331 332 333 334 335 336 340 341 342 343 344 350 351 352 353 354 355 356 357 358
    359 370 371 372 373 380 381 382 383 384 390 391 392 393 394 420 800 801 802 803 805 806 807 808 810 811 812
    813 815 816 821 822 823 825 826 830 831 835 836 837 840 841 845 846 850 851 852 855 856 857 860 861 865 866
    867 868 869 870 871 872 873 874 876 877 878 879 880 881 882 883 884 885 886 887 888 889 890 891 892 893 894
    895 896 908 909 916 919 921 925 926 928 929 931 933 935 936 937 938 999 NIR NUK SCO WAL
"""
AUTHORITIES = frozenset(_CODES.split())


rule_633 = ReturnRule(
    code="633",
    title="The authority of an earlier permanence order is not one of the codes",
    mend="choose the authority that arranged it, or the code of the country outside England",
    source=SOURCE,
    lists=PrevPerm,
    fields=("LA_PERM",),
    fails=lambda row: row.LA_PERM and row.LA_PERM.upper() not in AUTHORITIES,
    doubt="The list lacks authorities made since 2019 (838, 839, 940 to 943); ask DfE before changing such a code",
    examples="""
        fails: PrevPerm LA_PERM=100
        fails: PrevPerm LA_PERM=Bolton
        passes: PrevPerm LA_PERM=800
        passes: PrevPerm LA_PERM=wal
        passes: PrevPerm
    """,
)
