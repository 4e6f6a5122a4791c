"""An invented reform of 01/07/2024: renamed, merged, split, moved, of another kind, a code reused.

No resolution was read for Hà Nam, so the reform that the tests know is one that never happened.
"""

from __future__ import annotations

from datetime import date

from antq_desktop.domain.police import POLICE_COLUMNS, parse_police_csv
from antq_desktop.domain.succession import LINK_COLUMNS, parse_succession_csv
from antq_desktop.domain.units import COLUMNS, UnitKey, UnitTree, parse_units_csv

REFORM = date(2024, 7, 1)
BEFORE = date(2024, 6, 30)
POLICE_END = date(2024, 3, 1)
"""The first day without the police of districts, four months before the reform."""

UNITS = """\
01,Tỉnh Mẫu,tinh,1,,,,0
101,Huyện Đông,huyen,2,01,,,0
102,Huyện Tây,huyen,2,01,,,0
10001,Xã An Bình,xa,3,101,,2024-07-01,0
10002,Xã Bình Minh,xa,3,101,,2024-07-01,0
10003,Xã Bình Hòa,xa,3,101,,2024-07-01,0
10004,Xã Cao Sơn,xa,3,101,,2024-07-01,0
10005,Xã Đại Đồng,xa,3,101,,2024-07-01,0
10007,Thị trấn Phú Xuân,thi-tran,3,102,,2024-07-01,0
10008,Xã Giữ Nguyên,xa,3,102,,,0
10001,Xã An Thịnh,xa,3,101,2024-07-01,,0
10002,Xã Minh Hòa,xa,3,101,2024-07-01,,0
10004,Xã Cao Thượng,xa,3,101,2024-07-01,,0
10006,Xã Cao Hạ,xa,3,101,2024-07-01,,0
10005,Xã Đại Đồng,xa,3,102,2024-07-01,,0
10003,Xã Phú Xuân,xa,3,102,2024-07-01,,0
"""
LINKS = """\
10001,10001@2024-07-01,renamed,2024-07-01,1,NQ mẫu,
10002,10002@2024-07-01,merged,2024-07-01,1,NQ mẫu,
10003,10002@2024-07-01,merged,2024-07-01,1,NQ mẫu,
10004,10004@2024-07-01,split,2024-07-01,1,NQ mẫu,
10004,10006@2024-07-01,split,2024-07-01,1,NQ mẫu,
10005,10005@2024-07-01,moved,2024-07-01,1,NQ mẫu,
10007,10003@2024-07-01,kind_changed,2024-07-01,1,NQ mẫu,
"""
POLICE = """\
101,,2024-03-01,,1,TT mẫu
102,,2024-03-01,,1,TT mẫu
"""


def old(code: str) -> UnitKey:
    """Return the key of a unit of before the reform."""
    return UnitKey(code)


def new(code: str) -> UnitKey:
    """Return the key of a unit that began with the reform."""
    return UnitKey(code, REFORM)


def lines(columns: tuple[str, ...], rows: str) -> str:
    """Return rows as the text of a file, with its header."""
    return f"{','.join(columns)}\n{rows}"


def reformed(units: str = UNITS, links: str = LINKS, police: str = POLICE) -> UnitTree:
    """Return the tree of these rows, read as from files."""
    known = parse_units_csv(lines(COLUMNS, units))
    return UnitTree(
        known,
        "reform",
        "written here",
        succession=parse_succession_csv(lines(LINK_COLUMNS, links), known),
        police=parse_police_csv(lines(POLICE_COLUMNS, police), known),
    )
