"""The books of U5 as NĐ 30/2020/NĐ-CP, Phụ lục IV, has them; read in a transcription."""

from __future__ import annotations

from antq_desktop.domain.books import Book, BookColumn
from antq_desktop.domain.fields import Label
from antq_desktop.domain.registers.documents.codes import INCOMING, OUTGOING

_BASIS = "NĐ 30/2020/NĐ-CP, Phụ lục IV"
_NOTE = BookColumn("Ghi chú", ("note",), 9)

BOOKS = (
    Book(
        code="outgoing",
        label=Label("Sổ đăng ký văn bản đi", "Book of outgoing documents"),
        basis=_BASIS,
        only=("direction", OUTGOING),
        columns=(
            BookColumn("Số, ký hiệu văn bản", ("symbol",), 12),
            BookColumn("Ngày tháng văn bản", ("document_on",), 10),
            BookColumn("Tên loại và trích yếu nội dung văn bản", ("kind", "summary"), 30),
            BookColumn("Người ký", ("signer",), 12),
            BookColumn("Nơi nhận văn bản", ("recipients",), 16),
            BookColumn("Đơn vị, người nhận bản lưu", ("copy_kept_by",), 12),
            BookColumn("Số lượng bản", ("copies",), 7, summed=True),
            BookColumn("Ngày chuyển", ("passed_on",), 10),
            BookColumn("Ký nhận", ("received_by",), 10),
            _NOTE,
        ),
    ),
    Book(
        code="incoming",
        label=Label("Sổ đăng ký văn bản đến", "Book of incoming documents"),
        basis=_BASIS,
        only=("direction", INCOMING),
        columns=(
            BookColumn("Ngày đến", ("registered_on",), 10),
            BookColumn("Số đến", ("number",), 6),
            BookColumn("Tác giả", ("author",), 15),
            BookColumn("Số, ký hiệu", ("symbol",), 11),
            BookColumn("Ngày tháng", ("document_on",), 10),
            BookColumn("Tên loại và trích yếu nội dung văn bản", ("kind", "summary"), 29),
            BookColumn("Đơn vị hoặc người nhận", ("assignee",), 14),
            BookColumn("Ngày chuyển", ("passed_on",), 10),
            BookColumn("Ký nhận", ("received_by",), 10),
            _NOTE,
        ),
    ),
    Book(
        code="handling",
        label=Label("Sổ theo dõi giải quyết văn bản đến", "Book of the handling of documents"),
        basis=_BASIS,
        only=("direction", INCOMING),
        columns=(
            BookColumn("Số đến", ("number",), 7),
            BookColumn(
                "Tên loại, số, ký hiệu, ngày tháng, cơ quan ban hành",
                ("kind", "symbol", "document_on", "author"),
                34,
            ),
            BookColumn("Đơn vị hoặc người nhận", ("assignee",), 18),
            BookColumn("Thời hạn giải quyết", ("due",), 11),
            BookColumn("Tiến độ giải quyết", ("progress", "resolved_on"), 20),
            BookColumn("Số, ký hiệu văn bản trả lời", ("reply_symbol",), 15),
            BookColumn("Ghi chú", ("note",), 13),
        ),
    ),
    Book(
        code="posted",
        label=Label("Sổ gửi văn bản đi bưu điện", "Book of posted documents"),
        basis=_BASIS,
        only=("direction", OUTGOING),
        columns=(
            BookColumn("Ngày chuyển", ("passed_on",), 11),
            BookColumn("Số, ký hiệu văn bản", ("symbol",), 18),
            BookColumn("Nơi nhận", ("recipients",), 34),
            BookColumn("Số lượng bì", ("envelopes",), 9, summed=True),
            BookColumn("Ký nhận và dấu bưu điện", (), 22),
            BookColumn("Ghi chú", ("note",), 14),
        ),
    ),
)
