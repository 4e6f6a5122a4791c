"""The coded values of R05, and what its states stand for."""

from __future__ import annotations

from antq_desktop.domain.fields import codes

KINDS = codes(
    ("wanted", "Truy nã", "Wanted"),
    ("special", "Truy nã đặc biệt", "Specially wanted"),
    ("international", "Truy nã quốc tế", "Internationally wanted"),
    ("traced", "Truy tìm", "Traced"),
)
#: Not counted in B5 (domain.md A.5; counting A29).
TRACED = "traced"
GROUPS = codes(
    (
        "accused",
        "Bị can, bị cáo bỏ trốn hoặc không biết đang ở đâu",
        "Accused who fled or cannot be found",
    ),
    ("expelled", "Người bị kết án trục xuất bỏ trốn", "Sentenced to expulsion, fled"),
    ("prison", "Người bị kết án phạt tù bỏ trốn", "Sentenced to prison, fled"),
    ("death", "Người bị kết án tử hình bỏ trốn", "Sentenced to death, fled"),
    (
        "serving",
        "Người đang chấp hành án, tạm đình chỉ, hoãn chấp hành án phạt tù bỏ trốn",
        "Fled while a prison sentence was served, suspended or postponed",
    ),
)
ARRESTED_HERE = "arrested_here"
TIES = codes(
    ("permanent_residence", "Nơi thường trú", "Permanent residence"),
    ("native_place", "Quê quán", "Native place"),
    ("temporary_residence", "Nơi tạm trú", "Temporary residence"),
    ("relatives", "Nơi có thân nhân", "Relatives live here"),
    (ARRESTED_HERE, "Chỉ bắt tại địa bàn", "Only arrested here"),
)
#: Where the person must have lived for a tie: one of these fields of him says so.
RESIDENCE_OF = {
    "permanent_residence": ("permanent_unit", "permanent_address"),
    "temporary_residence": ("temporary_unit", "temporary_address"),
}
ARRESTED = "arrested"
OUTCOMES = codes(
    (ARRESTED, "Bắt", "Arrested"),
    ("persuaded", "Vận động ra đầu thú", "Persuaded to surrender"),
    ("surrendered", "Tự ra đầu thú", "Surrendered"),
    ("cancelled", "Đình nã", "Decision cancelled"),
    ("removed", "Thanh loại", "Removed from the list"),
    ("died", "Chết", "Died"),
)
SURRENDER = ("persuaded", "surrendered")
FOUND = frozenset({ARRESTED, *SURRENDER})
FORCES = codes(
    ("commune_police", "Công an xã chủ trì", "Commune police in the lead"),
    ("joint", "Phối hợp với đơn vị nghiệp vụ", "With a specialised unit"),
    ("people", "Quần chúng bắt", "Arrested by the people"),
    ("security_team", "Tổ bảo vệ ANTT tham gia", "Security team took part"),
)
MINUTES = codes(
    ("form_24", "Mẫu 24", "Form 24"),
    ("form_100", "Mẫu 100", "Form 100"),
    ("form_101", "Mẫu 101", "Form 101"),
)
STATES = codes(
    ("wanted", "Đang truy nã", "Wanted"),
    ("persuading", "Đang xác minh, vận động", "Being verified, persuaded"),
    ("arrested", "Đã bắt", "Arrested"),
    ("surrendered", "Đã đầu thú", "Surrendered"),
    ("cancelled", "Đình nã/thanh loại", "Cancelled or removed"),
    ("handed_over", "Đã bàn giao", "Handed over"),
    ("closed", "Kết thúc", "Closed"),
)
ENDED = frozenset({"arrested", "surrendered", "cancelled", "handed_over", "closed"})
#: The outcomes that a state stands for.
OUTCOMES_OF = {
    "arrested": frozenset({ARRESTED}),
    "surrendered": frozenset(SURRENDER),
    "cancelled": frozenset({"cancelled", "removed", "died"}),
    "handed_over": FOUND,
}
