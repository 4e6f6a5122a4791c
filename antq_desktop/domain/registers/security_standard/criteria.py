"""The criteria of "An toàn về an ninh, trật tự" as dated data: to whom each applies, and where.

TT 124/2021/TT-BCA Đ4-7, texts condensed. It was amended by TT 48/2025/TT-BCA, which could not be
read: nothing here is verified for what lies on `UNVERIFIED_FROM` or later. A province may add
criteria (Đ8.1): they are entered under `LOCAL` with their number in the table of the province
(``tables.py``), or named in the note where there is no table.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from antq_desktop.domain.fields import Code, Label, codes
from antq_desktop.domain.registers.organizations import KINDS as ORGANIZATION_KINDS

UNVERIFIED_FROM = date(2025, 3, 1)
"""No text from this day on could be read; the day of TT 48/2025/TT-BCA is not known."""

AREA, COMMUNE = "residential_area", "commune"
AGENCY, ENTERPRISE, SCHOOL = (code.code for code in ORGANIZATION_KINDS)

SUBJECT_KINDS = (
    *codes(
        (AREA, "Khu dân cư", "Residential area"),
        (COMMUNE, "Xã, phường, thị trấn, đặc khu", "Commune, ward, township, special zone"),
    ),
    *ORGANIZATION_KINDS,
)
ORGANIZATIONS = frozenset({AGENCY, ENTERPRISE, SCHOOL})

LOCAL = "LOCAL"
_ALL = frozenset(kind.code for kind in SUBJECT_KINDS)
_AREAS, _COMMUNES = frozenset({AREA}), frozenset({COMMUNE})
_BOTH = _AREAS | _COMMUNES
_WORK, _SCHOOLS = frozenset({AGENCY, ENTERPRISE}), frozenset({SCHOOL})


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion: whom it is asked of, its article of TT 124/2021, its words.

    ``excusable`` says that an event by force majeure does not count against it. ``valid_from`` and
    ``valid_to`` (first day on which it is no longer asked) bound the last day of the windows for
    which it is asked; None leaves that end open.
    """

    code: str
    subjects: frozenset[str]
    article: str
    label: Label
    excusable: bool = False
    valid_from: date | None = None
    valid_to: date | None = None

    def valid_on(self, day: date) -> bool:
        """Say whether it is asked of a window that ends on a day."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day < self.valid_to
        )

    @property
    def basis(self) -> str:
        """Where it is written."""
        return f"TT 124/2021/TT-BCA {self.article}"

    @property
    def shown(self) -> str:
        """Return the code as people write it, with the letter đ."""
        return self.label.vi.partition(".")[0]


def _criteria(
    subjects: frozenset[str], *rows: tuple[str, str, str, str], excusable: str = ""
) -> tuple[Criterion, ...]:
    """Make criteria of one kind of subject from (code, article, Vietnamese, English) rows."""
    return tuple(
        Criterion(code, subjects, article, Label(vi, en), code in excusable.split())
        for code, article, vi, en in rows
    )


CRITERIA = (
    *_criteria(
        _AREAS,
        (
            "KDC1",
            "Đ4.1",
            "KDC1. Quý I: chi bộ có nghị quyết; KDC và 100% hộ gia đình đăng ký",
            "KDC1. First quarter: resolution; the area and all households register",
        ),
        (
            "KDC2",
            "Đ4.2",
            "KDC2. Thực hiện đầy đủ chủ trương, pháp luật, quy định về ANTT",
            "KDC2. Policies, laws and local rules on security are carried out",
        ),
    ),
    *_criteria(
        _BOTH,
        (
            "KDC3a",
            "Đ4.3a",
            "KDC3a. Không hoạt động chống Đảng, chống chính quyền, phá hoại đoàn kết",
            "KDC3a. No activity against Party, government or national unity",
        ),
        (
            "KDC3b",
            "Đ4.3b",
            "KDC3b. Không phá hoại mục tiêu, công trình trọng điểm",
            "KDC3b. No sabotage of key targets and works",
        ),
        (
            "KDC3c",
            "Đ4.3c",
            "KDC3c. Không tuyên truyền, phát triển tín ngưỡng, tôn giáo trái pháp luật",
            "KDC3c. No unlawful spreading of beliefs or religions",
        ),
        (
            "KDC3d",
            "Đ4.3d",
            "KDC3d. Không lợi dụng tôn giáo, dân tộc, tranh chấp gây phức tạp ANTT",
            "KDC3d. Religion, ethnicity or disputes not abused against security",
        ),
        (
            "KDC3dd",
            "Đ4.3đ",
            "KDC3đ. Không hoạt động ly khai, đòi tự trị",
            "KDC3đ. No separatist activity",
        ),
        (
            "KDC3e",
            "Đ4.3e",
            "KDC3e. Không có mâu thuẫn, tranh chấp phức tạp, kéo dài trong Nhân dân",
            "KDC3e. No complex, prolonged dispute among the people",
        ),
        (
            "KDC3g",
            "Đ4.3g",
            "KDC3g. Không kích động, lôi kéo tập trung đông người; không vu khống, đe dọa",
            "KDC3g. No incitement to mass gatherings, no slander or threats",
        ),
        (
            "KDC4a",
            "Đ4.4a",
            "KDC4a. Kiềm chế, kéo giảm tội phạm, tệ nạn, vi phạm so với năm trước",
            "KDC4a. Crime, social evils and violations held down or reduced",
        ),
        (
            "KDC4b",
            "Đ4.4b",
            "KDC4b. Không để xảy ra tội phạm nghiêm trọng trở lên hoặc kịp thời xử lý, báo cáo",
            "KDC4b. No serious crime, or found and reported at once",
        ),
        (
            "KDC4c",
            "Đ4.4c",
            "KDC4c. Không phát sinh tụ điểm, người mắc tệ nạn; quản lý, giáo dục đối tượng",
            "KDC4c. No new hot spots or social evils; offenders managed and helped",
        ),
        (
            "KDC4d",
            "Đ4.4d",
            "KDC4d. Không cháy, nổ nghiêm trọng, tai nạn lao động chết người, sự cố nghiêm trọng",
            "KDC4d. No grave fire, deadly accident at work or grave incident",
        ),
        excusable="KDC4b KDC4d",
    ),
    *_criteria(
        _AREAS,
        (
            "KDC5",
            "Đ4.5",
            (
                "KDC5. Lực lượng tham gia bảo đảm ANTT hoàn thành nhiệm vụ trở lên, không ai bị"
                " kỷ luật"
            ),
            "KDC5. Security forces did their task, nobody was disciplined",
        ),
    ),
    *_criteria(
        _COMMUNES,
        (
            "XA1",
            "Đ5.1",
            "XA1. Quý I: nghị quyết Đảng ủy; kế hoạch, đăng ký của UBND; từ 01 mô hình hiệu quả",
            "XA1. First quarter: resolution, plan, registration; one effective model",
        ),
        ("XA2", "Đ5.2", "XA2. Đạt khoản 2, 3, 4 Điều 4", "XA2. Clauses 2, 3 and 4 of Article 4"),
        (
            "XA3",
            "Đ5.3",
            "XA3. Công an xã chủ động nắm tình hình, tham mưu; không cá nhân bị kỷ luật",
            "XA3. Commune police know and advise; nobody was disciplined",
        ),
        (
            "XA4",
            "Đ5.4",
            "XA4. 100% KDC, cơ quan, doanh nghiệp, CSGD đăng ký; từ 70% được công nhận",
            "XA4. All subjects registered, 70% or more recognised",
        ),
    ),
    *_criteria(
        _WORK,
        (
            "CQ1",
            "Đ6.1",
            "CQ1. Quý I: nghị quyết, kế hoạch, đăng ký, nội quy; phổ biến 100%; từ 01 mô hình",
            "CQ1. First quarter: resolution, plan, registration, rules; all told; one model",
        ),
        (
            "CQ2",
            "Đ6.2",
            "CQ2. Thực hiện đầy đủ chủ trương, pháp luật, quy chế phối hợp với Công an",
            "CQ2. Policies, laws and the agreement with the police are carried out",
        ),
        (
            "CQ3a",
            "Đ6.3a",
            "CQ3a. Không tuyên truyền, phát triển tín ngưỡng, tôn giáo trái pháp luật",
            "CQ3a. No unlawful spreading of beliefs or religions",
        ),
        (
            "CQ3b",
            "Đ6.3b",
            "CQ3b. Không lợi dụng tôn giáo, dân tộc, tranh chấp gây phức tạp ANTT",
            "CQ3b. Religion, ethnicity or disputes not abused against security",
        ),
        (
            "CQ3c",
            "Đ6.3c",
            "CQ3c. Không kích động, lôi kéo tập trung đông người",
            "CQ3c. No incitement to mass gatherings",
        ),
        (
            "CQ3d",
            "Đ6.3d",
            "CQ3d. Không đình công, lãn công trái pháp luật",
            "CQ3d. No unlawful strike",
        ),
        (
            "CQ3dd",
            "Đ6.3đ",
            "CQ3đ. Không có tội phạm nghiêm trọng trở lên",
            "CQ3đ. No serious crime",
        ),
        (
            "CQ3e",
            "Đ6.3e",
            "CQ3e. Không vi phạm bảo vệ bí mật nhà nước",
            "CQ3e. No breach of State secrets",
        ),
        (
            "CQ3g",
            "Đ6.3g",
            (
                "CQ3g. Không cháy nổ, tai nạn lao động chết người, vi phạm môi trường, an toàn"
                " thực phẩm nghiêm trọng"
            ),
            "CQ3g. No fire, deadly accident, grave breach of environment or food safety",
        ),
        (
            "CQ3h",
            "Đ6.3h",
            "CQ3h. Không cán bộ bị xử phạt về ANTT, mắc tệ nạn, kỷ luật từ cảnh cáo",
            "CQ3h. No staff fined, in social evils, or disciplined by a warning or more",
        ),
        (
            "CQ4",
            "Đ6.4",
            (
                "CQ4. Lực lượng bảo vệ đạt Tập thể LĐTT hoặc hoàn thành tốt nhiệm vụ; không kỷ"
                " luật từ cảnh cáo"
            ),
            "CQ4. Guards did their task well; none disciplined by a warning or more",
        ),
        (
            "CQ5",
            "Đ6.5",
            (
                "CQ5. Từ 70% đầu mối trực thuộc đạt Tập thể LĐTT hoặc hoàn thành tốt nhiệm vụ;"
                " không kỷ luật từ cảnh cáo"
            ),
            "CQ5. 70% of the parts did well; none disciplined by a warning or more",
        ),
        excusable="CQ3dd CQ3g",
    ),
    *_criteria(
        _SCHOOLS,
        (
            "GD1",
            "Đ7.1",
            "GD1. Như CQ1, cả với người học",
            "GD1. As CQ1, learners included",
        ),
        (
            "GD2",
            "Đ7.2",
            "GD2. Như CQ2; phối hợp với Ban Đại diện cha mẹ học sinh",
            "GD2. As CQ2; together with the parents' board",
        ),
        (
            "GD3",
            "Đ7.3",
            "GD3. Không vi phạm CQ3 điểm a, b, c, đ, e, g",
            "GD3. Nothing of CQ3 a, b, c, đ, e, g",
        ),
        (
            "GD4",
            "Đ7.4",
            "GD4. Không bạo lực học đường; không phạm tội, tệ nạn, kỷ luật từ cảnh cáo",
            "GD4. No violence at school; no crime, social evil, or warning or more",
        ),
        ("GD5", "Đ7.5", "GD5. Như CQ4", "GD5. As CQ4"),
        (
            "GD6",
            "Đ7.6",
            "GD6. Như CQ5 (khoa, phòng, ban, tổ chuyên môn)",
            "GD6. As CQ5 (faculties, offices, teams)",
        ),
    ),
    *_criteria(
        _ALL,
        (
            LOCAL,
            "Đ8.1",
            "Tiêu chí bổ sung của tỉnh (ghi số, hoặc tên ở ghi chú)",
            "Added by the province (its number, or its name in the note)",
        ),
    ),
)
BY_CODE = {criterion.code: criterion for criterion in CRITERIA}
CRITERION_CODES = tuple(Code(one.code, one.label) for one in CRITERIA)
_LOCAL_LABEL = Label("Của tỉnh", "Of the province")
#: The same codes where a list of them must be short.
SHORT_CODES = tuple(
    Code(one.code, _LOCAL_LABEL if one.code == LOCAL else Label(one.shown, one.shown))
    for one in CRITERIA
)


def criteria_of(kind: str, day: date | None = None) -> tuple[str, ...]:
    """Return the codes of the circular that are asked of a kind of subject, in its order.

    ``day`` is the last of the window that is assessed; None takes those of all days.
    """
    return tuple(
        one.code
        for one in CRITERIA
        if kind in one.subjects and one.code != LOCAL and (day is None or one.valid_on(day))
    )


#: Đ5.2: a commune does not meet the standard if one of these was not met in it.
COMMUNE_WIDE = frozenset(
    one.code
    for one in CRITERIA
    if AREA in one.subjects and one.article[:4] in {"Đ4.2", "Đ4.3", "Đ4.4"}
)
