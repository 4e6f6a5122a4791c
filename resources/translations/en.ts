<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="vi">
<context>
    <name>Acts</name>
    <message>
        <source>Bỏ bản nháp này?</source>
        <translation>Discard this draft?</translation>
    </message>
    <message>
        <source>Bỏ nháp</source>
        <translation>Discard draft</translation>
    </message>
    <message>
        <source>Bản nháp mất hẳn; lý do được ghi vào nhật ký.</source>
        <translation>The draft is gone for good; the reason is written into the journal.</translation>
    </message>
    <message>
        <source>Hủy hồ sơ số {book}?</source>
        <translation>Void record {book}?</translation>
    </message>
    <message>
        <source>Hồ sơ giữ số, bị gạch ngang và không vào số liệu nào.</source>
        <translation>The record keeps its number, is struck through and counts in no figure.</translation>
    </message>
    <message>
        <source>Hủy hồ sơ</source>
        <translation>Void the record</translation>
    </message>
    <message>
        <source>Đã bỏ bản nháp.</source>
        <translation>Draft discarded.</translation>
    </message>
    <message>
        <source>Đã hủy hồ sơ.</source>
        <translation>Record voided.</translation>
    </message>
</context>
<context>
    <name>AddAnchorDialog</name>
    <message>
        <source>Thêm gốc tin cậy</source>
        <translation>Add a trusted root</translation>
    </message>
    <message>
        <source>Lấy vân tay SHA-256 ở nguồn khác với tệp này: văn bản của trung tâm, hoặc gọi điện cho họ. Gõ đủ 64 ký tự, máy so với tệp; khác một ký tự cũng không thêm.</source>
        <translation>Get the SHA-256 fingerprint from another source than this file: a letter of the authority, or a call to it. Type all 64 characters; they are compared with the file, and one that differs is enough not to add it.</translation>
    </message>
    <message>
        <source>So và &amp;thêm</source>
        <translation>&amp;Compare and add</translation>
    </message>
    <message>
        <source>Vân tay lấy ở nguồn khác</source>
        <translation>Fingerprint from another source</translation>
    </message>
    <message>
        <source>&amp;Vân tay lấy ở nguồn khác</source>
        <translation>&amp;Fingerprint from another source</translation>
    </message>
    <message>
        <source>Đã gõ {count} trên 64 ký tự.</source>
        <translation>{count} of 64 characters typed.</translation>
    </message>
    <message>
        <source>Vân tay chỉ có số 0–9 và chữ A–F.</source>
        <translation>A fingerprint has only the digits 0–9 and the letters A–F.</translation>
    </message>
</context>
<context>
    <name>AddDialog</name>
    <message>
        <source>Thêm người dùng</source>
        <translation>Add a user</translation>
    </message>
    <message>
        <source>Để người mới tự gõ mật khẩu: ít nhất 12 ký tự, không ai khác biết.</source>
        <translation>Let the new user type the passphrase: at least 12 characters, known to nobody else.</translation>
    </message>
    <message>
        <source>&amp;Thêm người dùng</source>
        <translation>&amp;Add the user</translation>
    </message>
    <message>
        <source>Họ và &amp;tên</source>
        <translation>Full &amp;name</translation>
    </message>
    <message>
        <source>&amp;Vai trò</source>
        <translation>&amp;Role</translation>
    </message>
    <message>
        <source>&amp;Hiện mật khẩu</source>
        <translation>&amp;Show the passphrase</translation>
    </message>
    <message>
        <source>&amp;Mật khẩu của người mới</source>
        <translation>&amp;Passphrase of the new user</translation>
    </message>
    <message>
        <source>&amp;Gõ lại mật khẩu</source>
        <translation>Passphrase a&amp;gain</translation>
    </message>
</context>
<context>
    <name>AnchorsPresenter</name>
    <message>
        <source>Gốc tin cậy khác</source>
        <translation>Other trusted roots</translation>
    </message>
    <message>
        <source>Gốc</source>
        <translation>Root</translation>
    </message>
    <message>
        <source>Dưới gốc</source>
        <translation>Below a root</translation>
    </message>
    <message>
        <source>Gói ký dưới gốc này được giữ lại chờ quyết định. Nạp danh sách thu hồi.</source>
        <translation>Bundles signed under it are held for a decision. Load its revocation list.</translation>
    </message>
    <message>
        <source>Gói đến sau ngày quá hạn được giữ lại chờ quyết định. Nạp danh sách mới.</source>
        <translation>Bundles that come after the list was due are held for a decision. Load the new list.</translation>
    </message>
    <message>
        <source>Gốc ở trên đã bỏ: gói ký dưới cơ quan này bị từ chối.</source>
        <translation>The root above was removed: bundles signed under this authority are refused.</translation>
    </message>
    <message>
        <source>Chưa có</source>
        <translation>None yet</translation>
    </message>
    <message>
        <source>Lập hôm nay, hạn {due}</source>
        <translation>Made today, due {due}</translation>
    </message>
    <message>
        <source>Lập cách đây {days} ngày, hạn {due}</source>
        <translation>Made {days} days ago, due {due}</translation>
    </message>
    <message>
        <source>Chỉ huy</source>
        <translation>Head</translation>
    </message>
    <message>
        <source>Cán bộ, ký lần 1</source>
        <translation>Officer, signs first</translation>
    </message>
    <message>
        <source>Gói ký bằng chứng thư này bị từ chối. Người ký xin chứng thư mới.</source>
        <translation>Bundles signed with it are refused. The signer asks for a new certificate.</translation>
    </message>
    <message>
        <source>Gói ký bằng chứng thư này bị từ chối. Xin chứng thư mới rồi gắn.</source>
        <translation>Bundles signed with it are refused. Get a new certificate, then assign it.</translation>
    </message>
    <message>
        <source>Gốc ở trên đã bỏ: gói ký bằng chứng thư này bị từ chối.</source>
        <translation>The root above was removed: bundles signed with it are refused.</translation>
    </message>
    <message>
        <source>Dùng được</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>Chưa có danh sách</source>
        <translation>No list yet</translation>
    </message>
    <message>
        <source>Danh sách quá hạn</source>
        <translation>List overdue</translation>
    </message>
    <message>
        <source>Chưa có hiệu lực</source>
        <translation>Not valid yet</translation>
    </message>
    <message>
        <source>Hết hạn</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>Đã thu hồi</source>
        <translation>Revoked</translation>
    </message>
    <message>
        <source>Không còn gốc</source>
        <translation>No root left</translation>
    </message>
    <message>
        <source>Chủ thể: {subject}
Nơi cấp: {issuer}
Số: {serial}
Hết hạn: {day}</source>
        <translation>Subject: {subject}
Issuer: {issuer}
Serial: {serial}
Expires: {day}</translation>
    </message>
    <message>
        <source>Đã thêm {name}. Nạp danh sách thu hồi, rồi gắn chứng thư với đơn vị.</source>
        <translation>Added {name}. Load its revocation list, then assign certificates to units.</translation>
    </message>
    <message>
        <source>Đã nạp danh sách thu hồi của {name}, hạn {day}.</source>
        <translation>Loaded the revocation list of {name}, due {day}.</translation>
    </message>
    <message>
        <source>Đã nạp danh sách thu hồi của {name}, nhưng đã quá hạn {day}.</source>
        <translation>Loaded the revocation list of {name}, but it was due {day}.</translation>
    </message>
    <message>
        <source>{text} Có gói đến trong lúc khóa đã mất: quyết ở Đơn vị và chứng thư.</source>
        <translation>{text} Bundles came while a key was lost: decide on them under Units and certificates.</translation>
    </message>
    <message>
        <source>Đã gắn chứng thư của {person}. Gói bị từ chối trước đó thì nhập lại.</source>
        <translation>Assigned the certificate of {person}. Import bundles again that were refused before.</translation>
    </message>
    <message>
        <source>Bỏ {name}</source>
        <translation>Remove {name}</translation>
    </message>
    <message>
        <source>&amp;Bỏ</source>
        <translation>&amp;Remove</translation>
    </message>
    <message>
        <source>– Cơ quan chứng thực {name} không còn được tin.</source>
        <translation>– The authority {name} is trusted no more.</translation>
    </message>
    <message>
        <source>– Gói mới do {person}, {unit}, ký bị từ chối.</source>
        <translation>– New bundles signed by {person}, {unit}, are refused.</translation>
    </message>
    <message>
        <source>– Không chứng thư nào đã gắn phải đổi.</source>
        <translation>– No assigned certificate is affected.</translation>
    </message>
    <message>
        <source>Từ lúc bỏ:</source>
        <translation>From then on:</translation>
    </message>
    <message>
        <source>Gói nhận trước đó vẫn đúng.</source>
        <translation>Bundles taken before stay right.</translation>
    </message>
    <message>
        <source>Đã bỏ. Gói nhận trước đó vẫn đúng.</source>
        <translation>Removed. Bundles taken before stay right.</translation>
    </message>
</context>
<context>
    <name>AnchorsView</name>
    <message>
        <source>&amp;Thêm gốc từ tệp…</source>
        <translation>&amp;Add a root from a file…</translation>
    </message>
    <message>
        <source>&amp;Nạp danh sách thu hồi…</source>
        <translation>&amp;Load a revocation list…</translation>
    </message>
    <message>
        <source>&amp;Bỏ gốc…</source>
        <translation>&amp;Remove the root…</translation>
    </message>
    <message>
        <source>&amp;Gắn chứng thư…</source>
        <translation>Assi&amp;gn a certificate…</translation>
    </message>
    <message>
        <source>Bỏ &amp;chứng thư…</source>
        <translation>Remove the &amp;certificate…</translation>
    </message>
    <message>
        <source>Gốc tin cậy</source>
        <translation>Trusted roots</translation>
    </message>
    <message>
        <source>Chưa có gốc nào. Chỉ cần khi có chỉ huy ký bằng chứng thư của một trung tâm chứng thực khác.</source>
        <translation>None yet. Needed only where a head signs with a certificate of another authority.</translation>
    </message>
    <message>
        <source>Cơ quan chứng thực</source>
        <translation>Authority</translation>
    </message>
    <message>
        <source>Trạng thái</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Loại</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Hết hạn</source>
        <translation>Expires</translation>
    </message>
    <message>
        <source>Danh sách thu hồi</source>
        <translation>Revocation list</translation>
    </message>
    <message>
        <source>Chứng thư đã gắn với đơn vị</source>
        <translation>Certificates assigned to units</translation>
    </message>
    <message>
        <source>Chưa gắn chứng thư nào. Chứng thư chưa gắn thì gói bị từ chối.</source>
        <translation>None is assigned yet. Bundles signed with one that is not assigned are refused.</translation>
    </message>
    <message>
        <source>Người ký</source>
        <translation>Signer</translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Vai trò</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Việc thêm, gắn, bỏ do chỉ huy cơ quan thực hiện.</source>
        <translation>Adding, assigning and removing is done by the head of the office.</translation>
    </message>
    <message>
        <source>Gốc tin cậy khác</source>
        <translation>Other trusted roots</translation>
    </message>
    <message>
        <source>Trung tâm chứng thực mà cơ quan này tin, ngoài chứng thư do mình cấp.</source>
        <translation>Authorities that this office trusts besides the certificates that it issues itself.</translation>
    </message>
    <message>
        <source>Chọn chứng thư gốc</source>
        <translation>Choose a root certificate</translation>
    </message>
    <message>
        <source>Chọn danh sách thu hồi</source>
        <translation>Choose a revocation list</translation>
    </message>
    <message>
        <source>Chọn chứng thư của người ký</source>
        <translation>Choose the signer&apos;s certificate</translation>
    </message>
</context>
<context>
    <name>Asked</name>
    <message>
        <source>Biên nhận từ chối: {rule}</source>
        <translation>The receipt refused: {rule}</translation>
    </message>
    <message>
        <source>Cơ quan nhận viết: {text}</source>
        <translation>The office writes: {text}</translation>
    </message>
    <message>
        <source>Cần sửa</source>
        <translation>To correct</translation>
    </message>
    <message>
        <source>Đã sửa, chờ gửi và trả lời</source>
        <translation>Corrected, to be sent and answered</translation>
    </message>
    <message>
        <source>Trả &amp;lại đơn vị…</source>
        <translation>&amp;Return to the unit…</translation>
    </message>
</context>
<context>
    <name>AssignDialog</name>
    <message>
        <source>Gắn chứng thư với đơn vị</source>
        <translation>Assign a certificate to a unit</translation>
    </message>
    <message>
        <source>Chứng thư này không ghi đơn vị. Gọi cho người ký, nghe đọc số chứng thư, đúng như trên mới gắn. Máy chỉ tin điều được gắn.</source>
        <translation>This certificate names no unit. Call the signer and let him read its serial number; assign it only if it is the one above. Only what is assigned counts.</translation>
    </message>
    <message>
        <source>&amp;Gắn chứng thư</source>
        <translation>&amp;Assign the certificate</translation>
    </message>
    <message>
        <source>Đơn vị của người ký</source>
        <translation>Unit of the signer</translation>
    </message>
    <message>
        <source>Vai trò của người ký</source>
        <translation>Role of the signer</translation>
    </message>
    <message>
        <source>Chọn, hoặc gõ vài chữ của tên</source>
        <translation>Choose, or type some letters of the name</translation>
    </message>
    <message>
        <source>Chỉ huy: ký một mình, hoặc ký lần 2</source>
        <translation>Head: signs alone, or second</translation>
    </message>
    <message>
        <source>Cán bộ: chỉ ký lần 1</source>
        <translation>Officer: signs first only</translation>
    </message>
    <message>
        <source>Đơn &amp;vị</source>
        <translation>&amp;Unit</translation>
    </message>
    <message>
        <source>V&amp;ai trò</source>
        <translation>R&amp;ole</translation>
    </message>
    <message>
        <source>&amp;Người ký</source>
        <translation>&amp;Signer</translation>
    </message>
</context>
<context>
    <name>AttachDialog</name>
    <message>
        <source>Đính kèm tệp</source>
        <translation>Attach files</translation>
    </message>
    <message>
        <source>Bổ sung tệp đính kèm</source>
        <translation>Attachments added</translation>
    </message>
    <message>
        <source>Lý do</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Đính kèm {count} tệp: gửi đi thế nào?</source>
        <translation>Attach {count} files: how do they travel?</translation>
    </message>
    <message>
        <source>&amp;Lý do</source>
        <translation>&amp;Reason</translation>
    </message>
    <message>
        <source>Đính kèm</source>
        <translation>Attach</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Ở lại đơn vị</source>
        <translation>Stays in the unit</translation>
    </message>
    <message>
        <source>Mọi người dùng của máy này xem được. Không vào gói nộp.</source>
        <translation>Every user of this PC can open them. They are in no submission.</translation>
    </message>
    <message>
        <source>Gửi lên cấp trên</source>
        <translation>Sent to the office</translation>
    </message>
    <message>
        <source>Đi một lần cùng gói nộp sau. Tên tệp không gửi, nội dung thì có.</source>
        <translation>They go once with the next submission: the content, not the names.</translation>
    </message>
    <message>
        <source>Niêm phong</source>
        <translation>Sealed</translation>
    </message>
    <message>
        <source>Chỉ chỉ huy mở được, có lý do và ghi nhật ký. Không bao giờ gửi.</source>
        <translation>Only the head opens them, for a reason that is logged. They never travel.</translation>
    </message>
</context>
<context>
    <name>AttachmentDialog</name>
    <message>
        <source>Trang trước</source>
        <translation>Page before</translation>
    </message>
    <message>
        <source>Trang sau</source>
        <translation>Page after</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Không vẽ được tệp này. Lưu bản sao rồi mở bằng phần mềm khác.</source>
        <translation>This file cannot be drawn. Save a copy and open it with another program.</translation>
    </message>
    <message>
        <source>Trang {page}/{count}</source>
        <translation>Page {page}/{count}</translation>
    </message>
</context>
<context>
    <name>Attachments</name>
    <message>
        <source>Tệp đính kèm</source>
        <translation>Attachments</translation>
    </message>
    <message>
        <source>Lưu hồ sơ trước (bản nháp cũng được), rồi đính kèm ảnh hoặc PDF.</source>
        <translation>Save the record first (a draft will do), then attach pictures or PDFs.</translation>
    </message>
    <message>
        <source>Kéo thả ảnh hoặc PDF vào đây, dán ảnh (Ctrl+V), hoặc chọn tệp.</source>
        <translation>Drop pictures or PDFs here, paste a picture (Ctrl+V), or choose files.</translation>
    </message>
    <message>
        <source>Tệp niêm phong {number}</source>
        <translation>Sealed file {number}</translation>
    </message>
    <message>
        <source>Tệp {number}</source>
        <translation>File {number}</translation>
    </message>
    <message>
        <source>Gửi lên cấp trên</source>
        <translation>Sent to the office</translation>
    </message>
    <message>
        <source>Ở lại đơn vị</source>
        <translation>Stays in the unit</translation>
    </message>
    <message>
        <source>Niêm phong, không gửi</source>
        <translation>Sealed, not sent</translation>
    </message>
    <message>
        <source>Đủ</source>
        <translation>Complete</translation>
    </message>
    <message>
        <source>Chưa có hoặc đã mất</source>
        <translation>Not here</translation>
    </message>
    <message>
        <source>Hỏng: khôi phục từ sao lưu</source>
        <translation>Damaged: restore a backup</translation>
    </message>
    <message>
        <source>Ảnh dán</source>
        <translation>Pasted picture</translation>
    </message>
    <message>
        <source>Đã đính kèm {count} tệp.</source>
        <translation>{count} files attached.</translation>
    </message>
    <message>
        <source>{told} Không xóa được bản gốc {names}: hãy tự xóa.</source>
        <translation>{told} The original {names} could not be removed: delete it yourself.</translation>
    </message>
    <message>
        <source>{told} Đã xóa bản gốc trong thư mục.</source>
        <translation>{told} The originals were removed from the folder.</translation>
    </message>
    <message>
        <source>{told} Bản gốc vẫn còn trong thư mục.</source>
        <translation>{told} The originals are still in the folder.</translation>
    </message>
    <message>
        <source>Tệp vẫn còn trong các bản trước của hồ sơ. Lý do chỉ lưu ở đơn vị.</source>
        <translation>Earlier revisions of the record keep the file. The reason stays in the unit.</translation>
    </message>
    <message>
        <source>Hồ sơ còn là bản nháp: tệp bị xóa hẳn khỏi máy.</source>
        <translation>The record is still a draft: the file is deleted for good.</translation>
    </message>
    <message>
        <source>Gỡ tệp đính kèm</source>
        <translation>Take the attachment off</translation>
    </message>
    <message>
        <source>Gỡ tệp</source>
        <translation>Take off</translation>
    </message>
    <message>
        <source>Đã gỡ tệp đính kèm.</source>
        <translation>The attachment was taken off.</translation>
    </message>
    <message>
        <source>Lưu bản sao vào</source>
        <translation>Save a copy in</translation>
    </message>
    <message>
        <source>Đã lưu bản sao {name}; việc này có trong nhật ký.</source>
        <translation>The copy {name} was saved; the journal says so.</translation>
    </message>
</context>
<context>
    <name>AttachmentsPanel</name>
    <message>
        <source>Thêm tệp…</source>
        <translation>Add files…</translation>
    </message>
    <message>
        <source>Dán ảnh</source>
        <translation>Paste picture</translation>
    </message>
    <message>
        <source>Lấy từ máy quét…</source>
        <translation>From the scanner…</translation>
    </message>
    <message>
        <source>Xem</source>
        <translation>Look</translation>
    </message>
    <message>
        <source>Lưu bản sao…</source>
        <translation>Save a copy…</translation>
    </message>
    <message>
        <source>Gỡ tệp…</source>
        <translation>Take off…</translation>
    </message>
    <message>
        <source>Tên tệp</source>
        <translation>File name</translation>
    </message>
    <message>
        <source>Dung lượng</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>Gửi đi</source>
        <translation>Travels</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Tệp đính kèm</source>
        <translation>Attachments</translation>
    </message>
    <message>
        <source>Ảnh và PDF (*.pdf *.jpg *.jpeg *.png *.bmp *.tif *.tiff)</source>
        <translation>Pictures and PDFs (*.pdf *.jpg *.jpeg *.png *.bmp *.tif *.tiff)</translation>
    </message>
    <message>
        <source>Chọn tệp đính kèm</source>
        <translation>Choose attachments</translation>
    </message>
</context>
<context>
    <name>AuthorityDialog</name>
    <message>
        <source>&amp;Bỏ qua</source>
        <translation>&amp;Cancel</translation>
    </message>
    <message>
        <source>&amp;Mật khẩu khóa cấp chứng thư</source>
        <translation>&amp;Passphrase of the authority&apos;s key</translation>
    </message>
</context>
<context>
    <name>AuthorityPresenter</name>
    <message>
        <source>Đơn vị và chứng thư</source>
        <translation>Units and certificates</translation>
    </message>
    <message>
        <source>Chờ đối chiếu</source>
        <translation>To be compared</translation>
    </message>
    <message>
        <source>Có người ký xác nhận</source>
        <translation>Vouched for</translation>
    </message>
    <message>
        <source>Xác nhận không tin được</source>
        <translation>Voucher not believed</translation>
    </message>
    <message>
        <source>Gói số {number}</source>
        <translation>Bundle {number}</translation>
    </message>
    <message>
        <source>Hồ sơ chuyển</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>Không rút lại được: {reason}</source>
        <translation>Cannot be undone: {reason}</translation>
    </message>
    <message>
        <source>Gói đang giữ: nhận hoặc loại ở màn hình gói đến.</source>
        <translation>The bundle is held: take it or put it aside on the screen of what came in.</translation>
    </message>
    <message>
        <source>Hồ sơ chưa trả lời: nhận hoặc từ chối ở Hồ sơ nhận chuyển.</source>
        <translation>The case is not answered yet: take it over or refuse it among the cases received.</translation>
    </message>
    <message>
        <source>Chờ quyết định</source>
        <translation>To be decided</translation>
    </message>
    <message>
        <source>Đang giữ</source>
        <translation>Held</translation>
    </message>
    <message>
        <source>Giữ nguyên</source>
        <translation>Left standing</translation>
    </message>
    <message>
        <source>Đã rút lại</source>
        <translation>Undone</translation>
    </message>
    <message>
        <source>Không nhận</source>
        <translation>Not taken</translation>
    </message>
    <message>
        <source>Thu hồi từ {day}: {reason}</source>
        <translation>Revoked since {day}: {reason}</translation>
    </message>
    <message>
        <source>Đã thu hồi</source>
        <translation>Revoked</translation>
    </message>
    <message>
        <source>Hết hạn</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>Của cơ quan</source>
        <translation>The office&apos;s own</translation>
    </message>
    <message>
        <source>Có hiệu lực</source>
        <translation>In force</translation>
    </message>
    <message>
        <source>{person} (cán bộ, chỉ ký lần 1)</source>
        <translation>{person} (officer, signs first only)</translation>
    </message>
    <message>
        <source>{unit} – {person}</source>
        <translation>{unit} – {person}</translation>
    </message>
    <message>
        <source>Đã bỏ yêu cầu khỏi danh sách.</source>
        <translation>The request was taken from the list.</translation>
    </message>
    <message>
        <source>Nghe đơn vị đọc vân tay; chỉ cấp khi từng nhóm đều khớp.</source>
        <translation>Listen to the unit reading the fingerprint; issue only if every group is the same.</translation>
    </message>
    <message>
        <source>Chữ ký xác nhận trong tệp không tin được: {text}</source>
        <translation>The signature that stands for it cannot be believed: {text}</translation>
    </message>
    <message>
        <source>Ký bằng chứng thư của {person}, còn hiệu lực đến {until}: khỏi đối chiếu.</source>
        <translation>Signed with the certificate of {person} that is valid until {until}: nothing to compare.</translation>
    </message>
    <message>
        <source>{person} ký bàn giao từ {on} bằng chứng thư còn hiệu lực đến {until}: không phải đối chiếu. Cấp xong, chứng thư đó bị thu hồi từ {on}.</source>
        <translation>{person} hands over from {on} by a certificate that is valid until {until}: nothing to compare. Once it is issued, that certificate is revoked from {on}.</translation>
    </message>
    <message>
        <source>Đã cấp chứng thư. Chuyển tệp danh bạ {name} cho đơn vị.</source>
        <translation>Certificate issued. Take the directory file {name} to the unit.</translation>
    </message>
    <message>
        <source>Đã cấp danh bạ mới. Chuyển tệp {name} cho các đơn vị.</source>
        <translation>A new directory was signed. Pass the file {name} on to the units.</translation>
    </message>
    <message>
        <source>Đã thu hồi chứng thư; danh bạ cấp lần sau sẽ báo cho các đơn vị.</source>
        <translation>Certificate revoked; the next directory tells the units.</translation>
    </message>
    <message>
        <source>Đã thu hồi. {count} gói đến từ ngày đó chờ đồng chí quyết định ở trên.</source>
        <translation>Revoked. {count} bundles that came since wait for your decision above.</translation>
    </message>
    <message>
        <source>Đã làm mới danh sách thu hồi; cấp danh bạ mới để các đơn vị có.</source>
        <translation>The revocation list is renewed; sign a new directory so that the units have it.</translation>
    </message>
    <message>
        <source>Đã cấp chứng thư mới cho đồng chí; danh bạ mới báo cho các đơn vị.</source>
        <translation>You have a new certificate; the new directory tells the units.</translation>
    </message>
    <message>
        <source>Đã giữ nguyên gói.</source>
        <translation>The bundle is left standing.</translation>
    </message>
    <message>
        <source>Đã rút lại gói; biên nhận lần sau báo cho đơn vị.</source>
        <translation>The bundle is undone; the next receipt tells the unit.</translation>
    </message>
    <message>
        <source>Cơ quan cấp dưới</source>
        <translation>Lower office</translation>
    </message>
</context>
<context>
    <name>AuthorityView</name>
    <message>
        <source>&amp;Mở tệp yêu cầu…</source>
        <translation>&amp;Open a request…</translation>
    </message>
    <message>
        <source>&amp;In phiếu vân tay…</source>
        <translation>&amp;Print the fingerprint sheet…</translation>
    </message>
    <message>
        <source>&amp;Khớp – cấp chứng thư…</source>
        <translation>&amp;Matches – issue certificate…</translation>
    </message>
    <message>
        <source>&amp;Thu hồi…</source>
        <translation>&amp;Revoke…</translation>
    </message>
    <message>
        <source>Cấp &amp;danh bạ mới…</source>
        <translation>New &amp;directory…</translation>
    </message>
    <message>
        <source>&amp;Làm mới danh sách thu hồi…</source>
        <translation>Rene&amp;w the revocation list…</translation>
    </message>
    <message>
        <source>&amp;Cấp chứng thư cho tôi…</source>
        <translation>&amp;Certify me…</translation>
    </message>
    <message>
        <source>Chứng thư đã cấp</source>
        <translation>Certificates issued</translation>
    </message>
    <message>
        <source>Đơn vị và chứng thư</source>
        <translation>Units and certificates</translation>
    </message>
    <message>
        <source>Cấp chứng thư cho đơn vị nộp, sau khi đối chiếu vân tay qua điện thoại.</source>
        <translation>Issue a certificate to a unit once the fingerprints were compared by telephone.</translation>
    </message>
    <message>
        <source>Mật khẩu khóa cấp &amp;chứng thư</source>
        <translation>Passphrase of the &amp;certificate key</translation>
    </message>
    <message>
        <source>Vân tay của cơ quan</source>
        <translation>Fingerprint of the office</translation>
    </message>
    <message>
        <source>Đọc cho đơn vị nộp qua điện thoại khi họ cài danh bạ.</source>
        <translation>Read it out to the unit by telephone when it installs the directory.</translation>
    </message>
    <message>
        <source>Danh sách thu hồi lập hôm nay.</source>
        <translation>The revocation list was made today.</translation>
    </message>
    <message>
        <source>Danh sách thu hồi ghi ngày sau ngày máy: xem lại ngày giờ của máy.</source>
        <translation>The revocation list is of a later day than the PC shows: check the date and time of the PC.</translation>
    </message>
    <message>
        <source>Danh sách thu hồi lập cách đây {days} ngày.</source>
        <translation>The revocation list was made {days} days ago.</translation>
    </message>
    <message>
        <source>{text} Làm mới rồi cấp danh bạ cho các đơn vị.</source>
        <translation>{text} Renew it, then sign a directory for the units.</translation>
    </message>
    <message>
        <source>Cấ&amp;p chứng thư…</source>
        <translation>&amp;Issue the certificate…</translation>
    </message>
    <message>
        <source>Mở tệp yêu cầu</source>
        <translation>Open a request</translation>
    </message>
    <message>
        <source>Ghi danh bạ ra USB cho đơn vị</source>
        <translation>Write the directory to a stick for the unit</translation>
    </message>
    <message>
        <source>Ghi danh bạ ra USB cho các đơn vị</source>
        <translation>Write the directory to a stick for the units</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Kiểm tra bản sao lưu</source>
        <translation>Check backups</translation>
    </message>
    <message>
        <source>Lúc sao lưu</source>
        <translation>Made at</translation>
    </message>
    <message>
        <source>Tệp</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Bản sao lưu trên máy này</source>
        <translation>Backups on this PC</translation>
    </message>
    <message>
        <source>&amp;Kiểm tra</source>
        <translation>&amp;Check</translation>
    </message>
    <message>
        <source>&amp;Chép ra USB…</source>
        <translation>Copy to a &amp;stick…</translation>
    </message>
    <message>
        <source>Chọn &amp;tệp khác…</source>
        <translation>&amp;Another file…</translation>
    </message>
    <message>
        <source>Đó&amp;ng</source>
        <translation>C&amp;lose</translation>
    </message>
    <message>
        <source>Không cần mật khẩu: chỉ so mã băm, không mở nội dung. Việc này được ghi vào nhật ký ở lần mở sổ sau.</source>
        <translation>No passphrase is needed: digests are compared, nothing is opened. The journal is told at the next unlock.</translation>
    </message>
    <message>
        <source>Đang kiểm tra…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>Bản sao lưu (*.antq-backup)</source>
        <translation>Backups (*.antq-backup)</translation>
    </message>
    <message>
        <source>Chọn bản sao lưu</source>
        <translation>Choose a backup</translation>
    </message>
</context>
<context>
    <name>BarChart</name>
    <message>
        <source>Biểu đồ theo đơn vị</source>
        <translation>Chart by unit</translation>
    </message>
    <message>
        <source>{name}: {now} (trước {before})</source>
        <translation>{name}: {now} (before {before})</translation>
    </message>
</context>
<context>
    <name>Beside</name>
    <message>
        <source>Kỳ này không có số liệu {codes}: câu bỏ phần đó.</source>
        <translation>This period has no figures {codes}: the sentences leave that out.</translation>
    </message>
    <message>
        <source>{code}: chuyển sang {carried} + mới {new} {sign} đã xong {closed} + còn lại {remaining}</source>
        <translation>{code}: carried over {carried} + new {new} {sign} closed {closed} + remaining {remaining}</translation>
    </message>
    <message>
        <source>Lập báo cáo điều chỉnh {period}?</source>
        <translation>Make a corrected report of {period}?</translation>
    </message>
    <message>
        <source>Bản mới tính lại số liệu từ hồ sơ hiện có; bản cũ giữ nguyên. Lý do chỉ ghi vào nhật ký ở máy này. Lập gói mới có kỳ này để gửi.</source>
        <translation>The new version counts again from the records as they are; the old one stays. The reason is only in the journal of this computer. Make a new bundle with this period to send it.</translation>
    </message>
    <message>
        <source>Lập bản mới</source>
        <translation>Make the version</translation>
    </message>
    <message>
        <source>Đã lập báo cáo điều chỉnh, bản {version}.</source>
        <translation>A corrected report was made, version {version}.</translation>
    </message>
</context>
<context>
    <name>BesideDialog</name>
    <message>
        <source>So sánh hai hồ sơ</source>
        <translation>Compare two records</translation>
    </message>
    <message>
        <source>Kết quả</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Mục</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>Có thể trùng: {why}.</source>
        <translation>Possible duplicate: {why}.</translation>
    </message>
    <message>
        <source>&amp;Lý do (có thể để trống)</source>
        <translation>&amp;Reason (may be left empty)</translation>
    </message>
    <message>
        <source>Lý do (có thể để trống)</source>
        <translation>Reason (may be left empty)</translation>
    </message>
    <message>
        <source>&amp;Xét lại</source>
        <translation>&amp;Reopen</translation>
    </message>
    <message>
        <source>Hai &amp;người khác nhau</source>
        <translation>T&amp;wo persons</translation>
    </message>
    <message>
        <source>&amp;Cùng người, đều đúng</source>
        <translation>&amp;One person, both right</translation>
    </message>
    <message>
        <source>&amp;Một hồ sơ ghi trùng</source>
        <translation>One record is a &amp;double</translation>
    </message>
    <message>
        <source>Để &amp;sau</source>
        <translation>&amp;Later</translation>
    </message>
    <message>
        <source>Đón&amp;g</source>
        <translation>&amp;Close</translation>
    </message>
</context>
<context>
    <name>BetweenCard</name>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Gói</source>
        <translation>Bundle</translation>
    </message>
    <message>
        <source>Đến lúc</source>
        <translation>Came at</translation>
    </message>
    <message>
        <source>Trạng thái</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Gói đến trong lúc khóa đã mất</source>
        <translation>What came while a key was lost</translation>
    </message>
    <message>
        <source>&amp;Giữ nguyên…</source>
        <translation>Let &amp;stand…</translation>
    </message>
    <message>
        <source>&amp;Rút lại gói…</source>
        <translation>&amp;Undo the import…</translation>
    </message>
    <message>
        <source>Hỏi đơn vị từng gói có phải của họ không. Máy không tự rút gói nào.</source>
        <translation>Ask the unit of each bundle whether it is theirs. Nothing is undone by itself.</translation>
    </message>
    <message>
        <source>Giữ nguyên gói</source>
        <translation>Let the bundle stand</translation>
    </message>
    <message>
        <source>Số liệu của gói vẫn được tính. Ghi ai ở đơn vị đã xác nhận.</source>
        <translation>Its figures go on counting. Write who at the unit has confirmed it.</translation>
    </message>
    <message>
        <source>&amp;Giữ nguyên</source>
        <translation>Let &amp;stand</translation>
    </message>
    <message>
        <source>Rút lại gói</source>
        <translation>Undo the import</translation>
    </message>
    <message>
        <source>Số liệu của gói không còn được tính; đơn vị được báo trong biên nhận.</source>
        <translation>Its figures count no more; the unit is told in the receipt.</translation>
    </message>
    <message>
        <source>&amp;Rút lại</source>
        <translation>&amp;Undo</translation>
    </message>
</context>
<context>
    <name>Cases</name>
    <message>
        <source>Danh bạ chưa có nơi nhận nào. Cài danh bạ mới của cơ quan nhận.</source>
        <translation>The directory names no receiver yet. Install a newer one of the office.</translation>
    </message>
    <message>
        <source>{register}, số {book}</source>
        <translation>{register}, no. {book}</translation>
    </message>
    <message>
        <source>Hồ sơ chưa ghi ngày giờ và nơi chuyển nguồn tin: ghi vào sổ trước khi chuyển.</source>
        <translation>The record does not say when and where the report was forwarded: enter it before you hand it over.</translation>
    </message>
    <message>
        <source>Chuyển hồ sơ cho cơ quan khác</source>
        <translation>Hand a record over to another body</translation>
    </message>
    <message>
        <source>Chuyển {count} hồ sơ cho cơ quan khác</source>
        <translation>Hand {count} records over to another body</translation>
    </message>
    <message>
        <source>Bản nháp</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>Tệp niêm phong</source>
        <translation>Sealed file</translation>
    </message>
    <message>
        <source>Ghi gói chuyển hồ sơ vào thư mục</source>
        <translation>Write the case into a folder</translation>
    </message>
    <message>
        <source>Đã ghi {name} và đọc lại khớp. An toàn để rút USB.</source>
        <translation>{name} is written and reads back equal. The stick can be pulled out.</translation>
    </message>
</context>
<context>
    <name>CasesPresenter</name>
    <message>
        <source>Hồ sơ nhận chuyển</source>
        <translation>Received cases</translation>
    </message>
    <message>
        <source>Khóa ký đã mất</source>
        <translation>Key lost</translation>
    </message>
    <message>
        <source>Đã tiếp nhận</source>
        <translation>Taken over</translation>
    </message>
    <message>
        <source>Đã từ chối</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>Chờ trả lời</source>
        <translation>Waiting for an answer</translation>
    </message>
    <message>
        <source>Phiếu chuyển số {number}, ngày {day}</source>
        <translation>Transfer form no. {number} of {day}</translation>
    </message>
    <message>
        <source>Người ký: {name}</source>
        <translation>Signed by {name}</translation>
    </message>
    <message>
        <source>Khóa của người ký mất từ {time}: hỏi lại nơi chuyển trước khi dùng.</source>
        <translation>The signer&apos;s key was lost since {time}: ask the sender before you use it.</translation>
    </message>
    <message>
        <source>Nhận lúc {time}</source>
        <translation>Came at {time}</translation>
    </message>
    <message>
        <source>Trả lời lúc {time}</source>
        <translation>Answered at {time}</translation>
    </message>
    <message>
        <source>Lời trả lời: {text}</source>
        <translation>The answer: {text}</translation>
    </message>
    <message>
        <source>{count} tệp</source>
        <translation>{count} files</translation>
    </message>
    <message>
        <source>có phần mật</source>
        <translation>with a confidential part</translation>
    </message>
    <message>
        <source>nơi chuyển giữ lại {count} phần</source>
        <translation>{count} parts stayed with the sender</translation>
    </message>
    <message>
        <source>Gói dữ liệu (*.antq)</source>
        <translation>Bundles (*.antq)</translation>
    </message>
    <message>
        <source>Nhận gói chuyển hồ sơ</source>
        <translation>Take a case in</translation>
    </message>
    <message>
        <source>Xem cả phần mật</source>
        <translation>See the confidential part too</translation>
    </message>
    <message>
        <source>Lần xem này và lý do được ghi vào nhật ký trước khi hiện nội dung.</source>
        <translation>This look and its reason are written into the journal before anything is shown.</translation>
    </message>
    <message>
        <source>Xem hồ sơ</source>
        <translation>See the record</translation>
    </message>
    <message>
        <source>Lưu tệp kèm theo vào thư mục</source>
        <translation>Save attachments into a folder</translation>
    </message>
    <message>
        <source>Lưu cả tệp niêm phong</source>
        <translation>Save sealed files too</translation>
    </message>
    <message>
        <source>Lần mở này và lý do được ghi vào nhật ký trước khi lưu tệp.</source>
        <translation>This opening and its reason are written into the journal before the files are saved.</translation>
    </message>
    <message>
        <source>Chọn thư mục</source>
        <translation>Choose a folder</translation>
    </message>
    <message>
        <source>Đã lưu {count} tệp.</source>
        <translation>{count} files saved.</translation>
    </message>
    <message>
        <source>Tiếp nhận hồ sơ</source>
        <translation>Take the case over</translation>
    </message>
    <message>
        <source>&amp;Ký, tiếp nhận</source>
        <translation>&amp;Sign and take over</translation>
    </message>
    <message>
        <source>Nơi chuyển đọc nguyên văn lời này trong biên nhận.</source>
        <translation>The sender reads these very words in the receipt.</translation>
    </message>
    <message>
        <source>Từ chối tiếp nhận</source>
        <translation>Refuse the case</translation>
    </message>
    <message>
        <source>&amp;Ký, từ chối</source>
        <translation>&amp;Sign and refuse</translation>
    </message>
    <message>
        <source>Ghi rõ vì sao; nơi chuyển đọc nguyên văn trong biên nhận.</source>
        <translation>Say why; the sender reads these very words in the receipt.</translation>
    </message>
    <message>
        <source>Ghi biên nhận vào thư mục</source>
        <translation>Write the receipt into a folder</translation>
    </message>
</context>
<context>
    <name>CasesView</name>
    <message>
        <source>Hồ sơ nhận chuyển</source>
        <translation>Received cases</translation>
    </message>
    <message>
        <source>Hồ sơ đơn vị khác chuyển trọn cho đơn vị mình; không cộng vào số liệu.</source>
        <translation>Full records that other units handed over; they are in no figure.</translation>
    </message>
    <message>
        <source>Nơi chuyển</source>
        <translation>Sender</translation>
    </message>
    <message>
        <source>Nhận lúc</source>
        <translation>Received at</translation>
    </message>
    <message>
        <source>Số hồ sơ</source>
        <translation>Records</translation>
    </message>
    <message>
        <source>Trạng thái</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Hồ sơ trong lần chuyển này</source>
        <translation>Records of this case</translation>
    </message>
    <message>
        <source>&amp;Xem hồ sơ</source>
        <translation>S&amp;ee the record</translation>
    </message>
    <message>
        <source>Xem cả phần &amp;mật…</source>
        <translation>See the &amp;confidential part too…</translation>
    </message>
    <message>
        <source>&amp;Phiếu chuyển</source>
        <translation>&amp;Transfer form</translation>
    </message>
    <message>
        <source>&amp;Lưu tệp kèm theo…</source>
        <translation>&amp;Save attachments…</translation>
    </message>
    <message>
        <source>Lưu cả tệp &amp;niêm phong…</source>
        <translation>Save sealed &amp;files too…</translation>
    </message>
    <message>
        <source>&amp;Tiếp nhận…</source>
        <translation>Take &amp;over…</translation>
    </message>
    <message>
        <source>Từ &amp;chối…</source>
        <translation>&amp;Refuse…</translation>
    </message>
    <message>
        <source>Ghi lại &amp;biên nhận…</source>
        <translation>&amp;Write the receipt again…</translation>
    </message>
    <message>
        <source>Nhận &amp;gói chuyển hồ sơ…</source>
        <translation>Take a case &amp;in…</translation>
    </message>
    <message>
        <source>Chưa nhận hồ sơ nào</source>
        <translation>No case came yet</translation>
    </message>
    <message>
        <source>Cắm USB có gói chuyển hồ sơ, rồi bấm Nhận gói chuyển hồ sơ.</source>
        <translation>Plug in the stick with the case and press Take a case in.</translation>
    </message>
</context>
<context>
    <name>Cell</name>
    <message>
        <source>Xem…</source>
        <translation>Look…</translation>
    </message>
    <message>
        <source>Nhập lại</source>
        <translation>Type anew</translation>
    </message>
    <message>
        <source>Nội dung mới thay toàn bộ phần đã niêm phong.</source>
        <translation>The new text replaces all that was sealed.</translation>
    </message>
    <message>
        <source>•••••••• đã niêm phong</source>
        <translation>•••••••• sealed</translation>
    </message>
</context>
<context>
    <name>CertificateModel</name>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Người giữ</source>
        <translation>Holder</translation>
    </message>
    <message>
        <source>Cấp ngày</source>
        <translation>Issued on</translation>
    </message>
    <message>
        <source>Hết hạn</source>
        <translation>Valid until</translation>
    </message>
    <message>
        <source>Trạng thái</source>
        <translation>State</translation>
    </message>
</context>
<context>
    <name>CertifyOwnDialog</name>
    <message>
        <source>Cấp chứng thư cho chỉ huy cơ quan</source>
        <translation>Certify the head of the office</translation>
    </message>
    <message>
        <source>Gia hạn, hoặc cấp lần đầu cho chỉ huy mới. Khóa mới thay khóa đang dùng.</source>
        <translation>Renews it, or certifies a new head. A new key takes the place of the present one.</translation>
    </message>
    <message>
        <source>&amp;Cấp chứng thư</source>
        <translation>&amp;Issue the certificate</translation>
    </message>
</context>
<context>
    <name>Consolidated</name>
    <message>
        <source>Kỳ trước</source>
        <translation>Period before</translation>
    </message>
    <message>
        <source>Cùng kỳ năm trước</source>
        <translation>Same period last year</translation>
    </message>
    <message>
        <source>{share} điểm %</source>
        <translation>{share} points</translation>
    </message>
    <message>
        <source>Không so được: địa bàn thay đổi từ {day}, chưa rõ phần nào của ai.</source>
        <translation>Cannot be compared: the territory changed on {day}, and nobody knows which part belongs to whom.</translation>
    </message>
    <message>
        <source>Địa bàn thay đổi từ {day}: so sánh chỉ để tham khảo.</source>
        <translation>The territory changed on {day}: the comparison is for reference only.</translation>
    </message>
    <message>
        <source>{when}: chưa báo cáo, chưa có số liệu.</source>
        <translation>{when}: not reported, no figures yet.</translation>
    </message>
    <message>
        <source>{when}: chưa báo cáo, đếm từ hồ sơ đã đến đây.</source>
        <translation>{when}: not reported, counted from records that came.</translation>
    </message>
    <message>
        <source>Kỳ này</source>
        <translation>This period</translation>
    </message>
    <message>
        <source>Tăng, giảm so với {earlier}</source>
        <translation>Change against: {earlier}</translation>
    </message>
    <message>
        <source>Tỷ lệ so với {earlier}</source>
        <translation>Share against: {earlier}</translation>
    </message>
    <message>
        <source>Tổng cộng</source>
        <translation>Total</translation>
    </message>
</context>
<context>
    <name>ConsolidatedPresenter</name>
    <message>
        <source>Tổng hợp</source>
        <translation>Consolidated</translation>
    </message>
    <message>
        <source>{told} trên {all} đơn vị đã báo cáo kỳ này. Enter trên số để xem hồ sơ.</source>
        <translation>{told} of {all} units have reported this period. Enter on a number shows its records.</translation>
    </message>
    <message>
        <source>{when}: {told} trên {all} đơn vị đã báo cáo; tổng chỉ gồm các đơn vị đó.</source>
        <translation>{when}: {told} of {all} units have reported; the total is of those alone.</translation>
    </message>
    <message>
        <source>Kỳ này chưa bắt đầu.</source>
        <translation>This period has not begun.</translation>
    </message>
    <message>
        <source>Kỳ này chưa kết thúc: số liệu mới tính đến {day}, còn thay đổi.</source>
        <translation>This period is not over: the figures are as at {day} and will change.</translation>
    </message>
    <message>
        <source>{indicator}: kỳ này theo đơn vị, vạch mảnh là kỳ trước</source>
        <translation>{indicator}: this period by unit, the thin bar is the period before</translation>
    </message>
    <message>
        <source>{total} hồ sơ</source>
        <translation>{total} records</translation>
    </message>
    <message>
        <source>{shown} trên {total} hồ sơ được đếm</source>
        <translation>{shown} of {total} records counted</translation>
    </message>
    <message>
        <source>{total} hồ sơ được đếm</source>
        <translation>{total} records counted</translation>
    </message>
</context>
<context>
    <name>ConsolidatedView</name>
    <message>
        <source>Số</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Tên</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Đối chiếu số đã &amp;ký…</source>
        <translation>&amp;Check against signed…</translation>
    </message>
    <message>
        <source>T&amp;rùng giữa các đơn vị…</source>
        <translation>&amp;Doubles between units…</translation>
    </message>
    <message>
        <source>&amp;In phụ lục…</source>
        <translation>&amp;Print annex…</translation>
    </message>
    <message>
        <source>Tổng hợp</source>
        <translation>Consolidated</translation>
    </message>
    <message>
        <source>Mọi chỉ tiêu</source>
        <translation>All indicators</translation>
    </message>
    <message>
        <source>Số liệu theo đơn vị</source>
        <translation>Figures by unit</translation>
    </message>
    <message>
        <source>Chỉ tiêu</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>Số hiện trong bảng</source>
        <translation>What the table shows</translation>
    </message>
    <message>
        <source>Dòng của bảng</source>
        <translation>Rows of the table</translation>
    </message>
    <message>
        <source>Số liệu kỳ này</source>
        <translation>Figures of this period</translation>
    </message>
    <message>
        <source>Tăng, giảm so với kỳ trước</source>
        <translation>Change against the period before</translation>
    </message>
    <message>
        <source>Tăng, giảm so với cùng kỳ năm trước</source>
        <translation>Change against the same period last year</translation>
    </message>
    <message>
        <source>Từng đơn vị</source>
        <translation>Each unit</translation>
    </message>
    <message>
        <source>Gộp theo cấp dưới trực tiếp</source>
        <translation>Together by the level straight below</translation>
    </message>
    <message>
        <source>Số trong báo cáo đã ký và số đếm lại từ hồ sơ</source>
        <translation>The numbers of the signed reports, and those counted again from the records</translation>
    </message>
    <message>
        <source>Hồ sơ của nhiều đơn vị có thể là một việc, một người</source>
        <translation>Records of several units that may be one case or one person</translation>
    </message>
    <message>
        <source>Xem và in phụ lục số liệu của kỳ (Ctrl+P)</source>
        <translation>See and print the annex of figures of the period (Ctrl+P)</translation>
    </message>
    <message>
        <source>Theo tháng</source>
        <translation>By month</translation>
    </message>
    <message>
        <source>Hồ sơ được đếm</source>
        <translation>Records counted</translation>
    </message>
    <message>
        <source>Hồ sơ</source>
        <translation>Records</translation>
    </message>
    <message>
        <source>Biểu đồ</source>
        <translation>Chart</translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Chỉ tiêu</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>Đã ký</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>Tính lại lúc ký</source>
        <translation>Recounted as signed</translation>
    </message>
    <message>
        <source>Tính lại nay</source>
        <translation>Recounted now</translation>
    </message>
    <message>
        <source>Nhận xét</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>Số đã ký và số tính lại: {period}</source>
        <translation>Signed and recounted numbers: {period}</translation>
    </message>
    <message>
        <source>Số</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Có thể trùng giữa các đơn vị</source>
        <translation>Possible doubles between units</translation>
    </message>
    <message>
        <source>Chưa có báo cáo đã ký nào của kỳ này.</source>
        <translation>There is no signed report of this period.</translation>
    </message>
    <message>
        <source>{signed} trên {all} đơn vị có báo cáo đã ký của kỳ này.</source>
        <translation>{signed} of {all} units have a signed report of this period.</translation>
    </message>
    <message>
        <source>Chưa có của: {names}</source>
        <translation>None of: {names}</translation>
    </message>
    <message>
        <source>Cộng số đã ký của các đơn vị cơ sở: {equal} trên {all} chỉ tiêu bằng số tính lại.</source>
        <translation>Sums of the signed numbers of the lowest units: {equal} of {all} indicators equal the recount.</translation>
    </message>
    <message>
        <source>Mọi số đã ký đều khớp.</source>
        <translation>All signed figures agree.</translation>
    </message>
    <message>
        <source>Báo cáo sai số</source>
        <translation>Report is wrong</translation>
    </message>
    <message>
        <source>Đổi sau khi ký</source>
        <translation>Changed since signing</translation>
    </message>
    <message>
        <source>Không thấy hồ sơ nào trùng.</source>
        <translation>No doubles were found.</translation>
    </message>
    <message>
        <source>Số liệu của nhiều đơn vị là tổng từng đơn vị, không trừ trùng: {count} chỗ dưới đây để đối chiếu. Enter để mở hồ sơ.</source>
        <translation>Figures of several units are the sum of each, doubles are not taken out: the {count} cases below are to be checked. Enter opens a record.</translation>
    </message>
    <message>
        <source>Số định danh chỉ so được trong các đơn vị cùng một máy ghi: mã của mỗi máy dùng khóa riêng.</source>
        <translation>Personal numbers can be compared only among units kept on one machine: the codes of each machine are made with its own key.</translation>
    </message>
    <message>
        <source>{register}: quyết định truy nã số {number}</source>
        <translation>{register}: wanted decision no. {number}</translation>
    </message>
    <message>
        <source>{register}: cùng một số định danh</source>
        <translation>{register}: the same personal number</translation>
    </message>
    <message>
        <source>đang tính trong {codes}</source>
        <translation>counted in {codes}</translation>
    </message>
    <message>
        <source>không nằm trong số nào của kỳ</source>
        <translation>in no figure of the period</translation>
    </message>
</context>
<context>
    <name>ControlsDialog</name>
    <message>
        <source>Điểm sai phải sửa mới chốt được số liệu; điểm cần xem thì không cản.</source>
        <translation>What is wrong must be corrected before the figures can be frozen; what is to be looked at hinders nothing.</translation>
    </message>
    <message>
        <source>Không có điểm nào phải xem.</source>
        <translation>There is nothing to look at.</translation>
    </message>
    <message>
        <source>Kiểm tra số liệu</source>
        <translation>Controls of the figures</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>{name} – {role}</source>
        <translation>{name} – {role}</translation>
    </message>
    <message>
        <source>Chưa lưu hồ sơ nào</source>
        <translation>No record saved yet</translation>
    </message>
    <message>
        <source>Lưu gần nhất: {at}, {name}</source>
        <translation>Last saved: {at}, {name}</translation>
    </message>
    <message>
        <source>Chưa có bản sao lưu; sẽ tạo khi khóa sổ</source>
        <translation>No backup yet; one is made when you lock</translation>
    </message>
    <message>
        <source>Bản sao lưu: {time} hôm nay</source>
        <translation>Backup: {time} today</translation>
    </message>
    <message>
        <source>Bản sao lưu: {days} ngày trước</source>
        <translation>Backup: {days} d ago</translation>
    </message>
    <message>
        <source>Không tìm thấy hồ sơ nào.</source>
        <translation>No record found.</translation>
    </message>
    <message>
        <source>Tới: {name}</source>
        <translation>Go to: {name}</translation>
    </message>
    <message>
        <source>Thêm hồ sơ: {name}</source>
        <translation>Add a record: {name}</translation>
    </message>
    <message>
        <source>Nhập bảng: {name}</source>
        <translation>Type a table: {name}</translation>
    </message>
    <message>
        <source>Danh sách hồ sơ</source>
        <translation>List of records</translation>
    </message>
    <message>
        <source>Biểu nhập hồ sơ</source>
        <translation>Entry form</translation>
    </message>
    <message>
        <source>Nhập bảng</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>Số {book}</source>
        <translation>No. {book}</translation>
    </message>
    <message>
        <source>Nháp</source>
        <translation>Draft</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>&amp;Xem lại gói này</source>
        <translation>&amp;Look at this bundle again</translation>
    </message>
    <message>
        <source>Nhận hay không: quyết định ở Đã xét.</source>
        <translation>Take it or not: decide under Judged.</translation>
    </message>
    <message>
        <source>Lưu ý</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>Lý do</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Yêu cầu cấp chứng thư, đang chờ ở màn hình Đơn vị và chứng thư.</source>
        <translation>A request for a certificate; it waits on the screen Units and certificates.</translation>
    </message>
    <message>
        <source>Yêu cầu này đã được trả lời hoặc đã bỏ khỏi danh sách.</source>
        <translation>This request was answered or put away.</translation>
    </message>
    <message>
        <source>&amp;Mở yêu cầu</source>
        <translation>&amp;Open the request</translation>
    </message>
    <message>
        <source>{count} mới</source>
        <translation>{count} new</translation>
    </message>
    <message>
        <source>{count} sửa</source>
        <translation>{count} changed</translation>
    </message>
    <message>
        <source>{count} đã có</source>
        <translation>{count} same</translation>
    </message>
    <message>
        <source>{count} lỗi</source>
        <translation>{count} refused</translation>
    </message>
    <message>
        <source>Có thể nhận: {new} hồ sơ mới, {changed} lần sửa, {same} dòng đã có. Chưa nhập gì.</source>
        <translation>Can be accepted: {new} new records, {changed} changes, {same} lines known. Nothing is imported yet.</translation>
    </message>
    <message>
        <source>Số liệu {period} không thay đổi</source>
        <translation>The figures {period} do not change</translation>
    </message>
    <message>
        <source>Số liệu {period} đã thay đổi</source>
        <translation>The figures {period} have changed</translation>
    </message>
    <message>
        <source>Số liệu {period} sẽ thay đổi</source>
        <translation>The figures {period} will change</translation>
    </message>
    <message>
        <source>&amp;Nhận gói này</source>
        <translation>&amp;Accept this bundle</translation>
    </message>
    <message>
        <source>&amp;Giữ lại để chờ</source>
        <translation>&amp;Hold it</translation>
    </message>
    <message>
        <source>&amp;Ghi nhận từ chối để trả lời</source>
        <translation>&amp;Record the refusal and answer it</translation>
    </message>
</context>
<context>
    <name>DuesDialog</name>
    <message>
        <source>Hạn nộp báo cáo</source>
        <translation>Due dates of reports</translation>
    </message>
    <message>
        <source>5, hoặc 20/02/2024</source>
        <translation>5, or 20/02/2024</translation>
    </message>
    <message>
        <source>Đặ&amp;t hạn</source>
        <translation>&amp;Set the date</translation>
    </message>
    <message>
        <source>&amp;Bỏ hạn đang chọn</source>
        <translation>&amp;Remove the chosen date</translation>
    </message>
    <message>
        <source>Kỳ</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Hạn nộp</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Hạn đã đặt</source>
        <translation>Due dates that are set</translation>
    </message>
    <message>
        <source>Chương trình không đặt sẵn hạn nào (chưa xác minh văn bản quy định). Với một loại kỳ, nhập số ngày sau khi hết kỳ; với một kỳ, nhập ngày.</source>
        <translation>The program comes without due dates (the rules that set them are not verified). For a series, give the days after the end of the period; for one period, a day.</translation>
    </message>
    <message>
        <source>&amp;Kỳ</source>
        <translation>&amp;Period</translation>
    </message>
    <message>
        <source>&amp;Hạn nộp</source>
        <translation>&amp;Due</translation>
    </message>
    <message>
        <source>Đón&amp;g</source>
        <translation>&amp;Close</translation>
    </message>
</context>
<context>
    <name>Duplicates</name>
    <message>
        <source>Nội dung đang nhập chưa lưu: cứ lưu, quyết định sau.</source>
        <translation>What is typed is not saved yet: save it, decide later.</translation>
    </message>
    <message>
        <source>Đang nhập</source>
        <translation>Being typed</translation>
    </message>
    <message>
        <source>Đã bỏ quyết định; cặp hồ sơ chờ xét lại.</source>
        <translation>The decision was taken back; the pair waits again.</translation>
    </message>
    <message>
        <source>Đã ghi quyết định.</source>
        <translation>The decision was kept.</translation>
    </message>
    <message>
        <source>Đã ghi quyết định. Chọn {other} ở ô “{field}” rồi lưu.</source>
        <translation>The decision was kept. Choose {other} in “{field}”, then save.</translation>
    </message>
    <message>
        <source>Hủy {record}?</source>
        <translation>Void {record}?</translation>
    </message>
    <message>
        <source>Bị gạch ngang, giữ số, không vào số liệu nào.</source>
        <translation>It is struck through, keeps its number and is in no figure.</translation>
    </message>
    <message>
        <source>Bản nháp mất hẳn; lý do được ghi vào nhật ký.</source>
        <translation>The draft is gone for good; the reason is written into the journal.</translation>
    </message>
    <message>
        <source>Đã hủy hồ sơ ghi trùng.</source>
        <translation>The double was voided.</translation>
    </message>
    <message>
        <source>Hủy hồ sơ</source>
        <translation>Void the record</translation>
    </message>
    <message>
        <source>Trùng với {other}</source>
        <translation>Double of {other}</translation>
    </message>
    <message>
        <source>không còn dấu hiệu trùng</source>
        <translation>nothing in common any more</translation>
    </message>
    <message>
        <source>Nháp</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>đã hủy</source>
        <translation>voided</translation>
    </message>
    <message>
        <source>Bản nháp</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>Hồ sơ số {book}</source>
        <translation>Record {book}</translation>
    </message>
    <message>
        <source>Đang chờ</source>
        <translation>Waits</translation>
    </message>
    <message>
        <source>≠ khác</source>
        <translation>≠ differs</translation>
    </message>
</context>
<context>
    <name>DuplicatesPresenter</name>
    <message>
        <source>Có thể trùng</source>
        <translation>Possible duplicates</translation>
    </message>
</context>
<context>
    <name>DuplicatesView</name>
    <message>
        <source>Sổ</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Hồ sơ trước</source>
        <translation>Earlier record</translation>
    </message>
    <message>
        <source>Hồ sơ sau</source>
        <translation>Later record</translation>
    </message>
    <message>
        <source>Vì sao</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Trạng thái</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Hồ sơ có thể trùng</source>
        <translation>Records that may be duplicates</translation>
    </message>
    <message>
        <source>&amp;So sánh…</source>
        <translation>&amp;Compare…</translation>
    </message>
    <message>
        <source>&amp;Xét lại</source>
        <translation>&amp;Reopen</translation>
    </message>
    <message>
        <source>Xem &amp;thêm</source>
        <translation>Show &amp;more</translation>
    </message>
    <message>
        <source>Hiện cả cặp đã &amp;quyết định</source>
        <translation>Show &amp;decided pairs, too</translation>
    </message>
    <message>
        <source>Có thể trùng</source>
        <translation>Possible duplicates</translation>
    </message>
    <message>
        <source>Hai hồ sơ cùng sổ có thể là của một người. Để sau cũng được.</source>
        <translation>Two records of one register may be about one person. This can wait.</translation>
    </message>
    <message>
        <source>Không có cặp hồ sơ nào chờ</source>
        <translation>No pair waits</translation>
    </message>
    <message>
        <source>Máy so số giấy tờ, họ tên và năm sinh trong từng sổ.</source>
        <translation>Numbers of papers, names and years of birth are compared within each register.</translation>
    </message>
</context>
<context>
    <name>DutiesPresenter</name>
    <message>
        <source>&amp;Mở tệp yêu cầu…</source>
        <translation>&amp;Open a query file…</translation>
    </message>
    <message>
        <source>Việc cần làm</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>Hồ sơ mà cơ quan nhận trả lại hoặc từ chối. Sửa xong, lập gói mới để gửi.</source>
        <translation>Records that the office returned or refused. Once corrected, make a new bundle and send it.</translation>
    </message>
    <message>
        <source>Hồ sơ</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>Trạng thái</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Hạn</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Cần xem</source>
        <translation>To look at</translation>
    </message>
    <message>
        <source>Không có việc nào chờ</source>
        <translation>Nothing is waiting</translation>
    </message>
    <message>
        <source>Khi cơ quan nhận trả lại hồ sơ, bấm Mở tệp yêu cầu và chọn tệp trên USB.</source>
        <translation>When the office returns records, press Open a query file and choose the file on the stick.</translation>
    </message>
    <message>
        <source>&amp;Mở hồ sơ</source>
        <translation>&amp;Open the record</translation>
    </message>
    <message>
        <source>&amp;Trả lời bằng lời…</source>
        <translation>&amp;Answer in words…</translation>
    </message>
    <message>
        <source>Cần xem: {field}</source>
        <translation>To look at: {field}</translation>
    </message>
    <message>
        <source>Hạn trả lời: {day}</source>
        <translation>Answer by: {day}</translation>
    </message>
    <message>
        <source>Nhận lúc {time}</source>
        <translation>Came at {time}</translation>
    </message>
    <message>
        <source>Hồ sơ đã được sửa trước khi yêu cầu đến; nếu đã đúng, trả lời bằng lời.</source>
        <translation>The record was changed before the query came; if it is right now, answer in words.</translation>
    </message>
    <message>
        <source>Việc tiếp theo: lập gói mới ở Nộp báo cáo.</source>
        <translation>Next: make a new bundle under Submit.</translation>
    </message>
    <message>
        <source>Việc tiếp theo: mở biên nhận khi cơ quan nhận trả lời.</source>
        <translation>Next: open the receipt when the office has answered.</translation>
    </message>
    <message>
        <source>Cơ quan nhận viết:</source>
        <translation>The office writes:</translation>
    </message>
    <message>
        <source>Biên nhận từ chối vì:</source>
        <translation>The receipt refused it because:</translation>
    </message>
    <message>
        <source>Đơn vị trả lời:</source>
        <translation>The unit answers:</translation>
    </message>
    <message>
        <source>Mở tệp yêu cầu</source>
        <translation>Open a query file</translation>
    </message>
    <message>
        <source>Trả lời cơ quan nhận bằng lời</source>
        <translation>Answer the office in words</translation>
    </message>
    <message>
        <source>Dùng khi hồ sơ đã đúng hoặc đã hủy. Nội dung đi cùng gói lên cơ quan nhận và cấp trên: không ghi tên, nơi ở của người cung cấp tin.</source>
        <translation>For a record that is right or was voided. The text goes with the bundle to the office and to those above: do not write the name or home of anyone who gave information.</translation>
    </message>
    <message>
        <source>&amp;Trả lời</source>
        <translation>&amp;Answer</translation>
    </message>
    <message>
        <source>Đã ghi trả lời; gói nộp lần sau mang đi.</source>
        <translation>The answer is kept; the next bundle takes it along.</translation>
    </message>
</context>
<context>
    <name>EnrolmentPresenter</name>
    <message>
        <source>Kết nối với cơ quan nhận</source>
        <translation>Connect with the receiving office</translation>
    </message>
    <message>
        <source>Chưa nộp được: gửi yêu cầu, rồi cài danh bạ do cơ quan nhận gửi về.</source>
        <translation>You cannot submit yet: send a request, then install the directory that the office sends back.</translation>
    </message>
    <message>
        <source>Chưa có chứng thư</source>
        <translation>No certificate yet</translation>
    </message>
    <message>
        <source>Đã ký và nộp được. Khi cơ quan nhận gửi danh bạ mới, cài ở bước 2.</source>
        <translation>You can sign and submit. When the office sends a new directory, install it in step 2.</translation>
    </message>
    <message>
        <source>Chứng thư sắp hết hạn: bấm Gia hạn, không phải đọc vân tay lại.</source>
        <translation>The certificate ends soon: press Renew, no fingerprint need be read again.</translation>
    </message>
    <message>
        <source>Chứng thư đã hết hạn: tạo tệp yêu cầu như lần đầu ở bước 1.</source>
        <translation>The certificate has ended: write a request as for the first time in step 1.</translation>
    </message>
    <message>
        <source>Có chứng thư đến {day}</source>
        <translation>Certificate until {day}</translation>
    </message>
    <message>
        <source>Đã ghi tệp yêu cầu {name}.</source>
        <translation>Request written to {name}.</translation>
    </message>
    <message>
        <source>Từ nay ký bằng khóa trên token.</source>
        <translation>From now on the key on the token signs.</translation>
    </message>
    <message>
        <source>Đã ghi {name}. Chuyển cho cơ quan nhận; không phải đọc vân tay.</source>
        <translation>{name} is written. Bring it to the office; no fingerprint need be read.</translation>
    </message>
    <message>
        <source>Đã ghi {name}, hai người đã ký. {person} cài danh bạ gửi về là ký được.</source>
        <translation>{name} is written and signed by both. {person} signs once the directory is installed.</translation>
    </message>
    <message>
        <source>Đã tạo khóa mới và ghi {name}. Gọi cơ quan nhận, đọc vân tay.</source>
        <translation>A new key is made and {name} is written. Call the office and read the fingerprint.</translation>
    </message>
    <message>
        <source>Tệp này không phải danh bạ; chọn tệp khác.</source>
        <translation>This file is no directory; choose another one.</translation>
    </message>
    <message>
        <source>Đã cài danh bạ số {version}, trong đó chưa có chứng thư của đồng chí.</source>
        <translation>Directory {version} installed; it has no certificate for you yet.</translation>
    </message>
    <message>
        <source>Danh bạ này hoặc bản mới hơn đã được cài.</source>
        <translation>This directory or a newer one is installed already.</translation>
    </message>
    <message>
        <source>Đã cài danh bạ số {version}.</source>
        <translation>Directory {version} installed.</translation>
    </message>
    <message>
        <source>Chưa được cấp trên chứng nhận</source>
        <translation>Not certified by an office above</translation>
    </message>
    <message>
        <source>Đã cài danh bạ số {version}; cơ quan chưa được chứng nhận.</source>
        <translation>Directory no. {version} is installed; it does not certify this office yet.</translation>
    </message>
</context>
<context>
    <name>EnrolmentView</name>
    <message>
        <source>&amp;Gia hạn chứng thư…</source>
        <translation>Rene&amp;w the certificate…</translation>
    </message>
    <message>
        <source>&amp;Bàn giao quyền ký…</source>
        <translation>Hand o&amp;ver the right to sign…</translation>
    </message>
    <message>
        <source>Tôi mất khó&amp;a…</source>
        <translation>My key is &amp;lost…</translation>
    </message>
    <message>
        <source>&amp;Tạo tệp yêu cầu…</source>
        <translation>&amp;Make a request…</translation>
    </message>
    <message>
        <source>Khóa nằm trên &amp;USB token</source>
        <translation>The key is on a &amp;USB token</translation>
    </message>
    <message>
        <source>Chọn khóa trên t&amp;oken…</source>
        <translation>Choose a key on a t&amp;oken…</translation>
    </message>
    <message>
        <source>&amp;In phiếu vân tay…</source>
        <translation>&amp;Print the fingerprint sheet…</translation>
    </message>
    <message>
        <source>&amp;Mở tệp danh bạ…</source>
        <translation>&amp;Open a directory…</translation>
    </message>
    <message>
        <source>&amp;Khớp – cài danh bạ</source>
        <translation>&amp;Matches – install directory</translation>
    </message>
    <message>
        <source>Vân tay yêu cầu</source>
        <translation>Fingerprint of the request</translation>
    </message>
    <message>
        <source>Vân tay cơ quan nhận</source>
        <translation>Fingerprint of the receiving office</translation>
    </message>
    <message>
        <source>Kết nối với cơ quan nhận</source>
        <translation>Connect with the receiving office</translation>
    </message>
    <message>
        <source>Làm một lần: gửi yêu cầu, đối chiếu vân tay qua điện thoại, cài danh bạ.</source>
        <translation>Done once: send a request, compare fingerprints by telephone, install the directory.</translation>
    </message>
    <message>
        <source>1. Gửi yêu cầu cấp chứng thư</source>
        <translation>1. Ask for a certificate</translation>
    </message>
    <message>
        <source>Ghi tệp yêu cầu vào USB và chuyển cho cơ quan nhận.</source>
        <translation>Write the request to a USB stick and take it to the receiving office.</translation>
    </message>
    <message>
        <source>2. Cài danh bạ do cơ quan nhận gửi về</source>
        <translation>2. Install the directory that the office sent back</translation>
    </message>
    <message>
        <source>Danh bạ mang theo chứng thư của đơn vị và danh mục đơn vị.</source>
        <translation>The directory brings the unit&apos;s certificate and the list of units.</translation>
    </message>
    <message>
        <source>3. Ký bằng USB token</source>
        <translation>3. Sign with a USB token</translation>
    </message>
    <message>
        <source>Cơ quan tự cấp chứng thư cho khóa trên token của người đứng đầu.</source>
        <translation>The office itself certifies a key on the token of its head.</translation>
    </message>
    <message>
        <source>Danh sách thu hồi của cơ quan nhận: hôm nay.</source>
        <translation>Revocation list of the receiving office: of today.</translation>
    </message>
    <message>
        <source>Danh sách thu hồi của cơ quan nhận: {days} ngày trước.</source>
        <translation>Revocation list of the office: {days} days ago.</translation>
    </message>
    <message>
        <source>Danh sách thu hồi đã {days} ngày: xin cơ quan nhận danh bạ mới.</source>
        <translation>The revocation list is {days} days old: ask the office for a new directory.</translation>
    </message>
    <message>
        <source>Danh sách thu hồi ghi ngày sau ngày máy: xem lại ngày giờ của máy.</source>
        <translation>The revocation list is of a later day than the PC shows: check the date and time of the PC.</translation>
    </message>
    <message>
        <source>Đọc vân tay này cho cơ quan nhận qua điện thoại để họ đối chiếu.</source>
        <translation>Read this fingerprint out to the receiving office by telephone, so that they can compare it.</translation>
    </message>
    <message>
        <source>Gọi cơ quan nhận, nghe họ đọc vân tay; chỉ cài khi từng nhóm đều khớp.</source>
        <translation>Call the receiving office and let them read out theirs; install only if every group matches.</translation>
    </message>
    <message>
        <source>Lưu tệp yêu cầu</source>
        <translation>Save the request</translation>
    </message>
    <message>
        <source>Mở tệp danh bạ</source>
        <translation>Open a directory</translation>
    </message>
    <message>
        <source>Lưu tệp gia hạn</source>
        <translation>Save the renewal</translation>
    </message>
    <message>
        <source>Mở tệp bàn giao đã ký</source>
        <translation>Open the signed handover file</translation>
    </message>
    <message>
        <source>Lưu tệp bàn giao</source>
        <translation>Save the handover</translation>
    </message>
    <message>
        <source>Mật khẩu khóa cấp &amp;chứng thư</source>
        <translation>Passphrase of the &amp;certificate key</translation>
    </message>
</context>
<context>
    <name>Entry</name>
    <message>
        <source>Hồ sơ mới, chưa lưu</source>
        <translation>New record, not saved yet</translation>
    </message>
    <message>
        <source>Mới</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Chưa vào sổ: bổ sung đủ nội dung rồi lưu.</source>
        <translation>Not in the book yet: complete it and save.</translation>
    </message>
    <message>
        <source>So sán&amp;h…</source>
        <translation>Comp&amp;are…</translation>
    </message>
    <message>
        <source>Nháp</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>Có thể trùng: {record} ({why})</source>
        <translation>Possible duplicate: {record} ({why})</translation>
    </message>
    <message>
        <source>và {count} hồ sơ nữa</source>
        <translation>and {count} more</translation>
    </message>
    <message>
        <source>Số {book} · bản thứ {number}</source>
        <translation>No. {book} · revision {number}</translation>
    </message>
    <message>
        <source>Số {book} · chỉ xem: đã bàn giao cho {name}</source>
        <translation>No. {book} · read-only: handed over to {name}</translation>
    </message>
    <message>
        <source>Số {book} · chỉ xem</source>
        <translation>No. {book} · read only</translation>
    </message>
    <message>
        <source>Đã hủy</source>
        <translation>Voided</translation>
    </message>
    <message>
        <source>Hồ sơ đã được sửa sau khi nhập dở; hãy xem lại.</source>
        <translation>The record was changed after this was typed; please look at it again.</translation>
    </message>
    <message>
        <source>Đã lưu bản nháp: chưa đủ nội dung để vào sổ.</source>
        <translation>Draft saved: not complete enough for the book.</translation>
    </message>
    <message>
        <source>Đã lưu hồ sơ số {number}.</source>
        <translation>Record {number} saved.</translation>
    </message>
    <message>
        <source>Đã vào sổ, số {number}.</source>
        <translation>In the book now, number {number}.</translation>
    </message>
    <message>
        <source>bảng {count} dòng</source>
        <translation>table of {count} rows</translation>
    </message>
    <message>
        <source>giữ lúc {at}</source>
        <translation>kept at {at}</translation>
    </message>
    <message>
        <source>Chưa lưu</source>
        <translation>Not saved</translation>
    </message>
    <message>
        <source>Biểu này có nội dung chưa lưu.</source>
        <translation>This form has text that is not saved.</translation>
    </message>
    <message>
        <source>Giữ lại thì lần sau mở ra nhập tiếp được.</source>
        <translation>If you keep it, you can go on with it next time.</translation>
    </message>
    <message>
        <source>Giữ lại</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Bỏ</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Nhập tiếp</source>
        <translation>Go on typing</translation>
    </message>
    <message>
        <source>Sửa hồ sơ đã vào sổ</source>
        <translation>Change a record of the book</translation>
    </message>
    <message>
        <source>Bản cũ vẫn còn trong lịch sử. Lý do chỉ lưu ở đơn vị.</source>
        <translation>The old revision stays in the history. The reason stays in the unit.</translation>
    </message>
    <message>
        <source>Xem phần niêm phong</source>
        <translation>Look at the sealed part</translation>
    </message>
    <message>
        <source>Xem</source>
        <translation>Look</translation>
    </message>
    <message>
        <source>Trợ giúp</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Giải thích và căn cứ của ô đang nhập (F1)</source>
        <translation>Explanation and legal basis of the field (F1)</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Xem và in biểu mẫu của hồ sơ này (Ctrl+P)</source>
        <translation>See and print the forms of this record (Ctrl+P)</translation>
    </message>
    <message>
        <source>Nhân bản</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Chép các giá trị này sang một biểu mới (Ctrl+D)</source>
        <translation>Copy these values into a new form (Ctrl+D)</translation>
    </message>
    <message>
        <source>Lưu và nhập tiếp</source>
        <translation>Save and next</translation>
    </message>
    <message>
        <source>Lưu rồi mở biểu mới cùng sổ (Ctrl+Enter)</source>
        <translation>Save, then open a new form of the same register (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Lưu</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Lưu; đủ nội dung thì vào sổ, chưa đủ thì là bản nháp (Ctrl+S)</source>
        <translation>Save; complete it goes into the book, otherwise it is a draft (Ctrl+S)</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Đóng biểu (Esc)</source>
        <translation>Close the form (Esc)</translation>
    </message>
    <message>
        <source>Những điểm cần xem lại; Enter để tới ô</source>
        <translation>What to look at again; Enter goes to the field</translation>
    </message>
    <message>
        <source>Phần mềm đã giữ nguyên những gì đang nhập. Mở từng biểu để nhập tiếp, hoặc bỏ.</source>
        <translation>What was being typed has been kept. Open each form to go on, or discard it.</translation>
    </message>
    <message>
        <source>Biểu đang nhập dở</source>
        <translation>Forms that were being typed</translation>
    </message>
    <message>
        <source>Mở biểu đã đánh dấu (Enter)</source>
        <translation>Open the marked form (Enter)</translation>
    </message>
    <message>
        <source>Bỏ nội dung đang nhập dở (Del)</source>
        <translation>Discard what was being typed (Del)</translation>
    </message>
    <message>
        <source>Để sau</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Giữ lại và đóng (Esc)</source>
        <translation>Keep and close (Esc)</translation>
    </message>
    <message>
        <source>Có {count} biểu đang nhập dở</source>
        <translation>Forms that were being typed: {count}</translation>
    </message>
    <message>
        <source>{title}, cả phần niêm phong</source>
        <translation>{title}, with the sealed part</translation>
    </message>
    <message>
        <source>Chuyển hồ sơ cho cơ quan khác…</source>
        <translation>Hand over to another body…</translation>
    </message>
    <message>
        <source>In cả phần niêm phong</source>
        <translation>Print the sealed part too</translation>
    </message>
    <message>
        <source>Lần xem này và lý do được ghi vào nhật ký trước khi hiện nội dung.</source>
        <translation>This look and its reason are written into the journal before anything is shown.</translation>
    </message>
    <message>
        <source>Xem bản in</source>
        <translation>See it</translation>
    </message>
    <message>
        <source>Đã nhập bảng có {count} dòng.</source>
        <translation>A table of {count} lines was imported.</translation>
    </message>
    <message>
        <source>Bổ sung {number}</source>
        <translation>Added {number}</translation>
    </message>
    <message>
        <source>Kỳ xét {first} – {last}. Chủ trì họp: {chair}. Nơi nhận hồ sơ: {sent_to}. Công nhận: {decides}, chậm nhất {day}.</source>
        <translation>Window {first} – {last}. Presides: {chair}. File goes to: {sent_to}. Recognised by: {decides}, by {day}.</translation>
    </message>
    <message>
        <source>Kết quả theo tiêu chí: {result}. {why}</source>
        <translation>Result by the criteria: {result}. {why}</translation>
    </message>
    <message>
        <source>Phân loại phong trào (QĐ 510): {grade}. {why}</source>
        <translation>Grade of the movement (Decision 510): {grade}. {why}</translation>
    </message>
</context>
<context>
    <name>EntryScreen</name>
    <message>
        <source>Nhập hồ sơ</source>
        <translation>Enter a record</translation>
    </message>
    <message>
        <source>Đã giữ bản đang nhập lúc {at}</source>
        <translation>Kept as typed at {at}</translation>
    </message>
    <message>
        <source>Có ô chưa đọc được: sửa rồi lưu lại.</source>
        <translation>Some fields cannot be read: correct them and save again.</translation>
    </message>
    <message>
        <source>Chưa có gì thay đổi để lưu.</source>
        <translation>Nothing has changed.</translation>
    </message>
    <message>
        <source>Lưu trước khi in: bản in lấy nội dung đã lưu.</source>
        <translation>Save before printing: paper shows what is saved.</translation>
    </message>
</context>
<context>
    <name>EntryView</name>
    <message>
        <source>Diễn biến</source>
        <translation>States</translation>
    </message>
    <message>
        <source>Cần xem lại ({count})</source>
        <translation>To look at again ({count})</translation>
    </message>
    <message>
        <source>{field}, dòng {row}</source>
        <translation>{field}, row {row}</translation>
    </message>
    <message>
        <source>Lặp lại giá trị lưu lần trước của ô</source>
        <translation>Repeat the value that was saved last in the field</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Bảng Excel (*.xlsx)</source>
        <translation>Excel workbook (*.xlsx)</translation>
    </message>
    <message>
        <source>Bảng CSV (*.csv)</source>
        <translation>CSV tables (*.csv)</translation>
    </message>
    <message>
        <source>Xuất danh sách</source>
        <translation>Export the list</translation>
    </message>
    <message>
        <source>Đã xuất {count} hồ sơ.</source>
        <translation>{count} records were exported.</translation>
    </message>
    <message>
        <source>Đã xuất {count} trên {total} hồ sơ…</source>
        <translation>{count} of {total} records exported…</translation>
    </message>
    <message>
        <source>Đã xuất {count} hồ sơ, đang ghép tệp…</source>
        <translation>{count} records exported, the file is being put together…</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>Chỉ tiêu</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>Kỳ này</source>
        <translation>This period</translation>
    </message>
    <message>
        <source>Kỳ trước</source>
        <translation>Period before</translation>
    </message>
    <message>
        <source>Cùng kỳ năm trước</source>
        <translation>Same period last year</translation>
    </message>
    <message>
        <source>Bổ sung kỳ trước</source>
        <translation>Late entries of earlier periods</translation>
    </message>
    <message>
        <source>Số liệu</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>Báo cáo điều &amp;chỉnh…</source>
        <translation>&amp;Corrected report…</translation>
    </message>
    <message>
        <source>Lập bản mới của báo cáo đã chốt; bản cũ giữ nguyên</source>
        <translation>Make a new version of the frozen report; the old one stays</translation>
    </message>
    <message>
        <source>&amp;Kiểm tra số liệu…</source>
        <translation>Chec&amp;k the figures…</translation>
    </message>
    <message>
        <source>Những điểm không thể đúng hoặc cần xem trong số liệu của kỳ</source>
        <translation>What cannot be right or is to be looked at in the figures of the period</translation>
    </message>
    <message>
        <source>Câ&amp;u cho bài viết…</source>
        <translation>Se&amp;ntences…</translation>
    </message>
    <message>
        <source>Các câu số liệu của kỳ, để sao chép vào bài viết</source>
        <translation>The figures of the period as sentences, to be copied into an article</translation>
    </message>
    <message>
        <source>Báo cá&amp;o của kỳ…</source>
        <translation>Period rep&amp;ort…</translation>
    </message>
    <message>
        <source>Viết, xem và in báo cáo của kỳ; ở cơ quan, chọn một đơn vị để xem bản in đơn vị đã gửi</source>
        <translation>Write, see and print the report of the period; at an office, choose a unit to see the printed report that it sent</translation>
    </message>
    <message>
        <source>&amp;In phụ lục…</source>
        <translation>&amp;Print the annex…</translation>
    </message>
    <message>
        <source>Xem và in phụ lục số liệu của kỳ (Ctrl+P)</source>
        <translation>See and print the annex of the period&apos;s figures (Ctrl+P)</translation>
    </message>
    <message>
        <source>Đơn &amp;vị</source>
        <translation>&amp;Unit</translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Bảng số liệu</source>
        <translation>Table of figures</translation>
    </message>
    <message>
        <source>Theo đơn vị</source>
        <translation>By unit</translation>
    </message>
    <message>
        <source>Số liệu theo đơn vị</source>
        <translation>Figures by unit</translation>
    </message>
    <message>
        <source>Hồ sơ được đếm</source>
        <translation>Records counted</translation>
    </message>
</context>
<context>
    <name>FiguresPresenter</name>
    <message>
        <source>Số liệu</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>Tổng cộng số liệu của các đơn vị đã nộp; bấm một dòng để xem chi tiết.</source>
        <translation>The sum over the units that have reported; choose a row for its details.</translation>
    </message>
    <message>
        <source>Đếm từ hồ sơ hiện có, không kể bản nháp và hồ sơ đã hủy.</source>
        <translation>Counted from the records that are there, without drafts and voided ones.</translation>
    </message>
    <message>
        <source>Kỳ này chưa bắt đầu.</source>
        <translation>This period has not begun.</translation>
    </message>
    <message>
        <source>Kỳ này chưa kết thúc: số liệu mới tính đến {day}, còn thay đổi.</source>
        <translation>This period is not over: the figures run to {day} and will change.</translation>
    </message>
    <message>
        <source>Số liệu kỳ này đã chốt, bản {version}.</source>
        <translation>The figures of this period are frozen, version {version}.</translation>
    </message>
    <message>
        <source>Khác bản trước: {changes}.</source>
        <translation>Other than in the version before: {changes}.</translation>
    </message>
    <message>
        <source>Đã thay đổi sau khi chốt: {changes}.</source>
        <translation>Changed since the freeze: {changes}.</translation>
    </message>
    <message>
        <source>Kỳ trước {previous} · cùng kỳ năm trước {year}</source>
        <translation>Period before {previous} · same period last year {year}</translation>
    </message>
    <message>
        <source>Bổ sung kỳ trước {late}: việc của kỳ đã chốt, vào sổ sau khi chốt, không nằm trong số của kỳ này.</source>
        <translation>Late entries {late}: they happened in a frozen period, were entered after it, and are not in the figure of this period.</translation>
    </message>
    <message>
        <source>Đếm việc xảy ra trong kỳ</source>
        <translation>Counts what happened in the period</translation>
    </message>
    <message>
        <source>Đếm số đang có vào ngày cuối kỳ</source>
        <translation>Counts what there was on the last day of the period</translation>
    </message>
    <message>
        <source>{kind}, theo quy tắc đếm {rule} (mã chỉ tiêu {code}).</source>
        <translation>{kind}, by counting rule {rule} (indicator {code}).</translation>
    </message>
    <message>
        <source>Không có hồ sơ nào được đếm.</source>
        <translation>No record is counted.</translation>
    </message>
    <message>
        <source>{shown} trên {total} hồ sơ được đếm</source>
        <translation>{shown} of {total} records counted</translation>
    </message>
    <message>
        <source>{total} hồ sơ được đếm (Enter để mở)</source>
        <translation>{total} records counted (Enter opens one)</translation>
    </message>
</context>
<context>
    <name>FiguresView</name>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Kỳ này</source>
        <translation>This period</translation>
    </message>
    <message>
        <source>Số</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Tên</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Enter để mở hồ sơ</source>
        <translation>Enter opens the record</translation>
    </message>
    <message>
        <source>Tất cả (tổng cộng)</source>
        <translation>All (sum)</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Mức độ</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Điểm phải xem và việc cần làm</source>
        <translation>What was found and what to do</translation>
    </message>
    <message>
        <source>Sai, phải sửa</source>
        <translation>Wrong</translation>
    </message>
    <message>
        <source>Cần xem</source>
        <translation>To look at</translation>
    </message>
    <message>
        <source>và {count} chỉ tiêu nữa</source>
        <translation>and {count} more</translation>
    </message>
</context>
<context>
    <name>FirstStart</name>
    <message>
        <source>Bắt đầu</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>1. Vai trò</source>
        <translation>1. Role</translation>
    </message>
    <message>
        <source>2. Đơn vị</source>
        <translation>2. Unit</translation>
    </message>
    <message>
        <source>3. Mật khẩu</source>
        <translation>3. Passphrase</translation>
    </message>
    <message>
        <source>4. Phiếu khôi phục</source>
        <translation>4. Recovery sheet</translation>
    </message>
    <message>
        <source>Máy này dùng ở đâu?</source>
        <translation>Where is this PC used?</translation>
    </message>
    <message>
        <source>Công an &amp;xã, phường, thị trấn – ghi sổ và nộp báo cáo</source>
        <translation>Police post of a &amp;commune or ward – keeps registers and submits</translation>
    </message>
    <message>
        <source>&amp;Cơ quan nhận – nhận gói nộp, tổng hợp số liệu</source>
        <translation>&amp;Receiving office – takes in bundles and adds up figures</translation>
    </message>
    <message>
        <source>Dùng để làm gì?</source>
        <translation>What is it for?</translation>
    </message>
    <message>
        <source>Dùng &amp;thật</source>
        <translation>&amp;Real work</translation>
    </message>
    <message>
        <source>Thực &amp;hành – sổ trống, cơ quan nhận thật không nhận gói nộp</source>
        <translation>&amp;Practice – empty registers; real offices refuse its bundles</translation>
    </message>
    <message>
        <source>Thực hành với dữ liệu &amp;mẫu – có sẵn hồ sơ hư cấu để thử</source>
        <translation>Practice with &amp;sample data – with invented records to try</translation>
    </message>
    <message>
        <source>Tôi cam đoan máy này không chứa &amp;bí mật nhà nước</source>
        <translation>I declare that this PC holds no &amp;State secrets</translation>
    </message>
    <message>
        <source>Thông tin thuộc bí mật nhà nước phải ghi vào sổ mật, không nhập vào phần mềm này.</source>
        <translation>State secrets belong into the secret register and must not be entered here.</translation>
    </message>
    <message>
        <source>Đơn vị nào?</source>
        <translation>Which unit?</translation>
    </message>
    <message>
        <source>&amp;Tên hoặc mã đơn vị, không cần gõ dấu</source>
        <translation>&amp;Name or code of the unit, marks may be missing</translation>
    </message>
    <message>
        <source>Ví dụ: nguyen ly</source>
        <translation>For example: nguyen ly</translation>
    </message>
    <message>
        <source>Đơn vị tìm thấy</source>
        <translation>Units found</translation>
    </message>
    <message>
        <source>Đồng chí là ai?</source>
        <translation>Who are you?</translation>
    </message>
    <message>
        <source>Người tạo sổ là chỉ huy: ký gói nộp và quản lý người dùng.</source>
        <translation>Who makes the workspace is the head: signs bundles and manages users.</translation>
    </message>
    <message>
        <source>&amp;Họ và tên</source>
        <translation>&amp;Full name</translation>
    </message>
    <message>
        <source>&amp;Mật khẩu mở sổ</source>
        <translation>&amp;Passphrase to unlock</translation>
    </message>
    <message>
        <source>&amp;Nhập lại mật khẩu</source>
        <translation>&amp;Repeat the passphrase</translation>
    </message>
    <message>
        <source>Mật khẩu khóa cấp &amp;chứng thư (khác mật khẩu mở sổ)</source>
        <translation>Passphrase of the &amp;certificate key (another one)</translation>
    </message>
    <message>
        <source>Nhập &amp;lại mật khẩu khóa cấp chứng thư</source>
        <translation>Repeat the passphrase of the certificate &amp;key</translation>
    </message>
    <message>
        <source>Quên mật khẩu mà không có phiếu khôi phục thì không ai mở lại được sổ.</source>
        <translation>Without the passphrase and without the recovery sheet nobody can open the workspace again.</translation>
    </message>
    <message>
        <source>Phiếu khôi phục</source>
        <translation>Recovery sheet</translation>
    </message>
    <message>
        <source>Chỉ hiện một lần. In, lưu ra tệp hoặc chép lại, niêm phong và cất ở nơi an toàn của đơn vị.</source>
        <translation>Shown only once. Print it, save it or copy it, seal it and keep it in a safe place of the unit.</translation>
    </message>
    <message>
        <source>&amp;In hoặc lưu phiếu…</source>
        <translation>&amp;Print or save the sheet…</translation>
    </message>
    <message>
        <source>&amp;Lưu dạng chữ…</source>
        <translation>&amp;Save as text…</translation>
    </message>
    <message>
        <source>Tiế&amp;p tục</source>
        <translation>&amp;Continue</translation>
    </message>
    <message>
        <source>Mã khôi phục</source>
        <translation>Recovery code</translation>
    </message>
    <message>
        <source>Nhập &amp;4 ký tự cuối của mã trên phiếu đã lưu hoặc chép</source>
        <translation>Type the last &amp;4 characters of the code on the sheet</translation>
    </message>
    <message>
        <source>Lỗi</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>&amp;Quay lại</source>
        <translation>&amp;Back</translation>
    </message>
</context>
<context>
    <name>FirstStartPresenter</name>
    <message>
        <source>Ít nhất {least} ký tự; nên dùng vài từ dễ nhớ.</source>
        <translation>At least {least} characters; a few words are easy to remember.</translation>
    </message>
    <message>
        <source>Sổ thực hành: mật khẩu dài ngắn tùy ý.</source>
        <translation>Practice: a passphrase of any length.</translation>
    </message>
    <message>
        <source>Đánh dấu lời cam đoan để tiếp tục.</source>
        <translation>Tick the declaration to go on.</translation>
    </message>
    <message>
        <source>Chọn đơn vị để tiếp tục.</source>
        <translation>Choose a unit to go on.</translation>
    </message>
    <message>
        <source>In hoặc lưu phiếu trước.</source>
        <translation>Print or save the sheet first.</translation>
    </message>
    <message>
        <source>Nhập đúng 4 ký tự cuối.</source>
        <translation>Type the last 4 characters.</translation>
    </message>
    <message>
        <source>Nhập họ và tên.</source>
        <translation>Enter your full name.</translation>
    </message>
    <message>
        <source>Mật khẩu còn ngắn.</source>
        <translation>The passphrase is still too short.</translation>
    </message>
    <message>
        <source>Hai lần nhập chưa giống nhau.</source>
        <translation>The two entries differ.</translation>
    </message>
    <message>
        <source>Hai mật khẩu phải khác nhau.</source>
        <translation>The two passphrases must differ.</translation>
    </message>
    <message>
        <source>Gõ vài chữ của tên đơn vị.</source>
        <translation>Type a few letters of the unit&apos;s name.</translation>
    </message>
    <message>
        <source>Không tìm thấy; thử gõ ít chữ hơn hoặc gõ mã đơn vị.</source>
        <translation>Nothing found; type fewer letters, or the code.</translation>
    </message>
    <message>
        <source>Chọn bằng phím mũi tên hoặc chuột.</source>
        <translation>Choose with the arrow keys or the mouse.</translation>
    </message>
    <message>
        <source>đến {day}</source>
        <translation>until {day}</translation>
    </message>
    <message>
        <source>Không ghi được tệp này. Chọn nơi khác, ví dụ USB.</source>
        <translation>This file cannot be written. Choose another place, such as a USB stick.</translation>
    </message>
</context>
<context>
    <name>FirstStartView</name>
    <message>
        <source>Phục hồ&amp;i từ bản sao lưu…</source>
        <translation>Restore from a back&amp;up…</translation>
    </message>
    <message>
        <source>&amp;Vào lớp tập huấn</source>
        <translation>Enter the &amp;practice class</translation>
    </message>
    <message>
        <source>Một xã và cơ quan nhận hư cấu trên máy này, tập từ nhập đến nộp.</source>
        <translation>An invented commune and its office on this PC, from entry to receipt.</translation>
    </message>
    <message>
        <source>Tạo &amp;sổ</source>
        <translation>&amp;Make the workspace</translation>
    </message>
    <message>
        <source>Mở &amp;sổ</source>
        <translation>&amp;Open the workspace</translation>
    </message>
    <message>
        <source>Đang tạo sổ…</source>
        <translation>Making the workspace…</translation>
    </message>
    <message>
        <source>Tiế&amp;p tục</source>
        <translation>&amp;Continue</translation>
    </message>
    <message>
        <source>Đã lưu: {name}</source>
        <translation>Saved: {name}</translation>
    </message>
    <message>
        <source>Đã in hoặc lưu phiếu.</source>
        <translation>The sheet was printed or saved.</translation>
    </message>
    <message>
        <source>PHIẾU KHÔI PHỤC SỔ ANTQ DESKTOP

Đơn vị: {unit}
Người tạo: {user}
Ngày: {day}

Mã khôi phục:
{secret}

Niêm phong và cất phiếu ở nơi an toàn của đơn vị.
Ai có phiếu này đều mở được sổ; không có phiếu và quên mật khẩu thì không ai mở được.
</source>
        <translation>RECOVERY SHEET OF ANTQ DESKTOP

Unit: {unit}
Made by: {user}
Date: {day}

Recovery code:
{secret}

Seal this sheet and keep it safe at the unit.
Whoever has it can open the workspace; without it and without the passphrase nobody can.
</translation>
    </message>
    <message>
        <source>Lưu phiếu khôi phục</source>
        <translation>Save the recovery sheet</translation>
    </message>
    <message>
        <source>Văn bản (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
</context>
<context>
    <name>FollowedPresenter</name>
    <message>
        <source>Hồ sơ trả lại</source>
        <translation>Returned records</translation>
    </message>
    <message>
        <source>Những gì đã hỏi các đơn vị, ai đã trả lời, ai còn chậm.</source>
        <translation>What the units were asked, who has answered, who is late.</translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Hồ sơ</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>Trạng thái</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Hạn</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Số ngày</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>Chưa trả lại hồ sơ nào</source>
        <translation>No record was returned yet</translation>
    </message>
    <message>
        <source>Mở hồ sơ hoặc chọn gói có lỗi ở Gói đến, rồi bấm Trả lại.</source>
        <translation>Open a record, or choose a bundle with errors in the Inbox, then press Return.</translation>
    </message>
    <message>
        <source>&amp;Chấp nhận trả lời</source>
        <translation>A&amp;ccept the answer</translation>
    </message>
    <message>
        <source>&amp;Mở hồ sơ</source>
        <translation>&amp;Open the record</translation>
    </message>
    <message>
        <source>&amp;Hỏi lại…</source>
        <translation>Ask &amp;again…</translation>
    </message>
    <message>
        <source>&amp;Rút yêu cầu</source>
        <translation>&amp;Withdraw the query</translation>
    </message>
    <message>
        <source>&amp;Ký, ghi ra USB ({count})…</source>
        <translation>&amp;Sign and write to USB ({count})…</translation>
    </message>
    <message>
        <source>&amp;Ghi lại ra USB…</source>
        <translation>&amp;Write to USB again…</translation>
    </message>
    <message>
        <source>Đã viết cho đơn vị:</source>
        <translation>Written to the unit:</translation>
    </message>
    <message>
        <source>Đơn vị trả lời:</source>
        <translation>The unit answers:</translation>
    </message>
    <message>
        <source>Cần xem: {field}</source>
        <translation>To look at: {field}</translation>
    </message>
    <message>
        <source>Hỏi lúc {time}</source>
        <translation>Asked at {time}</translation>
    </message>
    <message>
        <source>Hạn trả lời {day}</source>
        <translation>Answer due by {day}</translation>
    </message>
    <message>
        <source>Đã chờ {days} ngày</source>
        <translation>Waiting for {days} days</translation>
    </message>
    <message>
        <source>Ghi ra USB lúc {time}</source>
        <translation>Written to USB at {time}</translation>
    </message>
    <message>
        <source>Trả lời sau {days} ngày</source>
        <translation>Answered after {days} days</translation>
    </message>
    <message>
        <source>Hồ sơ đã được sửa sau lần xem, nhưng đơn vị chưa nói là để trả lời.</source>
        <translation>The record was changed since it was looked at, but the unit did not say that this is the answer.</translation>
    </message>
    <message>
        <source>Ghi yêu cầu vào thư mục</source>
        <translation>Write the queries to a folder</translation>
    </message>
    <message>
        <source>Đã rút; đơn vị được báo ở lần ghi yêu cầu sau.</source>
        <translation>Withdrawn; the unit is told when queries are written next.</translation>
    </message>
    <message>
        <source>Đã chấp nhận trả lời.</source>
        <translation>The answer is accepted.</translation>
    </message>
    <message>
        <source>Đã ghi {count} gói yêu cầu và đọc lại khớp. An toàn để rút USB.</source>
        <translation>{count} query bundles were written and read back equal. The stick can be taken out.</translation>
    </message>
    <message>
        <source>Hỏi lại đơn vị</source>
        <translation>Ask the unit again</translation>
    </message>
    <message>
        <source>Yêu cầu mới thay yêu cầu cũ. Không ghi tên người cung cấp tin.</source>
        <translation>The new query takes the place of the old one. Do not name anyone who gave information.</translation>
    </message>
    <message>
        <source>&amp;Hỏi lại</source>
        <translation>Ask &amp;again</translation>
    </message>
    <message>
        <source>Đã lập yêu cầu mới. Ký, ghi ra USB để gửi đơn vị.</source>
        <translation>A new query was made. Sign it and write it to USB for the unit.</translation>
    </message>
</context>
<context>
    <name>FormsPresenter</name>
    <message>
        <source>Biểu mẫu</source>
        <translation>Forms</translation>
    </message>
    <message>
        <source>Tham khảo</source>
        <translation>For reference</translation>
    </message>
    <message>
        <source>Mọi sổ</source>
        <translation>All registers</translation>
    </message>
    <message>
        <source>Số liệu</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>Ai đã báo cáo</source>
        <translation>Who has reported</translation>
    </message>
    <message>
        <source>Gói nộp</source>
        <translation>Submission bundle</translation>
    </message>
    <message>
        <source>Chứng thư</source>
        <translation>Certificate</translation>
    </message>
    <message>
        <source>Mẫu đã điền: mở hồ sơ đã vào sổ rồi bấm In (Ctrl+P), hoặc in mọi hồ sơ của một kỳ.</source>
        <translation>Filled in: open a registered record and press Print (Ctrl+P), or print all records of a period.</translation>
    </message>
    <message>
        <source>Danh sách các hồ sơ của một kỳ, hoặc của hồ sơ đang mở.</source>
        <translation>A list of the records of a period, or of the record that is open.</translation>
    </message>
    <message>
        <source>In sổ của một kỳ, dòng đã hủy gạch ngang, có trang khóa sổ.</source>
        <translation>Prints the book of a period, voided rows struck through, with a closing page.</translation>
    </message>
    <message>
        <source>Mẫu đã điền: chọn kỳ ở màn hình Số liệu rồi bấm In (Ctrl+P).</source>
        <translation>Filled in: choose a period on the screen Figures and press Print (Ctrl+P).</translation>
    </message>
    <message>
        <source>Mẫu đã điền: mở màn hình Ai đã báo cáo, bấm In hoặc Nhắc nộp.</source>
        <translation>Filled in: open Who has reported, then Print or Remind.</translation>
    </message>
    <message>
        <source>Mẫu đã điền: chọn gói ở màn hình Nộp báo cáo rồi bấm In (Ctrl+P).</source>
        <translation>Filled in: choose a bundle on the screen Submit and press Print (Ctrl+P).</translation>
    </message>
    <message>
        <source>Mẫu đã điền: màn hình kết nối, Bàn giao quyền ký, In biên bản.</source>
        <translation>Filled in: screen for the connection, Hand over, Print the minutes.</translation>
    </message>
    <message>
        <source>In ở màn hình kết nối hoặc chứng thư, khi vân tay đang hiện.</source>
        <translation>Printed on the screen of the connection or the certificates, while the fingerprint is shown.</translation>
    </message>
    <message>
        <source>bố cục tham khảo, chưa đối chiếu mẫu ban hành</source>
        <translation>layout for reference, not checked against the issued form</translation>
    </message>
</context>
<context>
    <name>FormsView</name>
    <message>
        <source>Biểu mẫu</source>
        <translation>Forms</translation>
    </message>
    <message>
        <source>In từ</source>
        <translation>Filled from</translation>
    </message>
    <message>
        <source>Bố cục</source>
        <translation>Layout</translation>
    </message>
    <message>
        <source>Các biểu mẫu</source>
        <translation>The forms</translation>
    </message>
    <message>
        <source>In mẫu &amp;trống…</source>
        <translation>Print it &amp;empty…</translation>
    </message>
    <message>
        <source>Xem, in mẫu trống để ghi tay (Ctrl+P)</source>
        <translation>See and print an empty form for handwriting (Ctrl+P)</translation>
    </message>
    <message>
        <source>Sổ</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>In theo &amp;kỳ…</source>
        <translation>Print a &amp;period…</translation>
    </message>
    <message>
        <source>Xem, in mọi hồ sơ của kỳ, hoặc sổ của kỳ</source>
        <translation>See and print all records of a period, or its book</translation>
    </message>
    <message>
        <source>Mẫu đã điền in từ hồ sơ, số liệu hay gói nộp; ở đây in mẫu trống, hồ sơ và sổ của một kỳ.</source>
        <translation>Filled forms are printed from records, figures and bundles; here blank ones, and the records and the book of a period.</translation>
    </message>
</context>
<context>
    <name>Giving</name>
    <message>
        <source>Máy này: {name}</source>
        <translation>This PC: {name}</translation>
    </message>
    <message>
        <source>Còn {count} bản nháp: hoàn thành hoặc bỏ các bản nháp rồi mới khóa sổ.</source>
        <translation>{count} drafts are left: complete or discard them before the books are closed.</translation>
    </message>
    <message>
        <source>Không có gì mới để bàn giao.</source>
        <translation>There is nothing new to hand over.</translation>
    </message>
    <message>
        <source>{count} hồ sơ còn lỗi phải sửa trước khi bàn giao, như {name}: {title}.</source>
        <translation>{count} records have problems to be mended before the handover, such as {name}: {title}.</translation>
    </message>
    <message>
        <source>Ghi gói bàn giao sổ ra USB</source>
        <translation>Write the handover to USB</translation>
    </message>
    <message>
        <source>Đã ghi {name}, đọc lại khớp. An toàn để rút USB.</source>
        <translation>{name} written and read back. Safe to remove the USB stick.</translation>
    </message>
    <message>
        <source>Đã ghi các phần và danh sách {name}, đọc lại khớp. Mang đủ đến máy nhận; thứ tự nào cũng được.</source>
        <translation>Wrote the parts and their list {name}, and read them back equal. Carry all of them to the receiving PC, in any order.</translation>
    </message>
</context>
<context>
    <name>GivingDialog</name>
    <message>
        <source>Bàn giao sổ</source>
        <translation>Hand over books</translation>
    </message>
    <message>
        <source>&amp;Khóa sổ máy này: máy thôi ghi, số trong sổ ghi tiếp ở máy nhận</source>
        <translation>&amp;Close the books here: this PC writes no more, their numbers go on at the receiver</translation>
    </message>
    <message>
        <source>Những gì được bàn giao</source>
        <translation>What is handed over</translation>
    </message>
    <message>
        <source>Ký, bàn &amp;giao</source>
        <translation>&amp;Sign and hand over</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Máy &amp;nhận</source>
        <translation>&amp;Receiving PC</translation>
    </message>
    <message>
        <source>Bàn giao sổ cho máy khác</source>
        <translation>Hand the books over to another PC</translation>
    </message>
    <message>
        <source>Ký xong, hồ sơ trong gói thuộc máy nhận: máy này chỉ xem, máy nhận sửa tiếp và báo cáo cơ quan nhận. Máy này không báo cáo riêng nữa.</source>
        <translation>Once signed, the records in the bundle belong to the receiving PC: here they are only read, there they are changed and reported to the office. This PC no longer reports by itself.</translation>
    </message>
    <message>
        <source>Ký xong, máy này khóa sổ: không ghi được hồ sơ mới, mọi hồ sơ chỉ xem. Máy nhận giữ sổ, sửa tiếp và báo cáo.</source>
        <translation>Once signed, the books here are closed: no new record is entered and all records are only read. The receiving PC keeps the books, changes and reports them.</translation>
    </message>
</context>
<context>
    <name>Going</name>
    <message>
        <source>Tới phần sau của biểu</source>
        <translation>To the next section of the form</translation>
    </message>
    <message>
        <source>Về phần trước của biểu</source>
        <translation>To the section before</translation>
    </message>
    <message>
        <source>Tới ô bắt buộc còn trống</source>
        <translation>To the next required field that is empty</translation>
    </message>
    <message>
        <source>Sổ</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Mới</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Thay đổi</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>Trong đó hủy</source>
        <translation>Of these voided</translation>
    </message>
    <message>
        <source>Nháp ở lại</source>
        <translation>Drafts that stay</translation>
    </message>
</context>
<context>
    <name>HandOverDialog</name>
    <message>
        <source>Bàn giao quyền ký</source>
        <translation>Hand over the right to sign</translation>
    </message>
    <message>
        <source>&amp;Hai người cùng ký…</source>
        <translation>&amp;Both sign…</translation>
    </message>
    <message>
        <source>&amp;Bỏ qua</source>
        <translation>&amp;Cancel</translation>
    </message>
    <message>
        <source>&amp;In biên bản…</source>
        <translation>&amp;Print the minutes…</translation>
    </message>
    <message>
        <source>Hai người cùng ngồi trước máy. Cơ quan nhận cấp chứng thư cho người mới và thu hồi chứng thư của đồng chí từ ngày bàn giao.</source>
        <translation>Both sit at the PC. The office certifies the new head and revokes your certificate from the day of the handover.</translation>
    </message>
    <message>
        <source>Trước hết thêm người mới ở màn hình người dùng, vai trò chỉ huy.</source>
        <translation>First add the new head on the screen of users, as a head.</translation>
    </message>
    <message>
        <source>&amp;Người kế nhiệm</source>
        <translation>&amp;Successor</translation>
    </message>
    <message>
        <source>&amp;Mật khẩu của người kế nhiệm</source>
        <translation>&amp;Passphrase of the successor</translation>
    </message>
    <message>
        <source>&amp;Từ ngày</source>
        <translation>&amp;From</translation>
    </message>
    <message>
        <source>Ký xong thì máy mở biên bản bàn giao để in, hai người ký tay.</source>
        <translation>Once both have signed, the minutes of the handover open to be printed and signed by hand.</translation>
    </message>
</context>
<context>
    <name>HandingDialog</name>
    <message>
        <source>Kèm cả &amp;lịch sử sửa đổi ({count} lần ghi)</source>
        <translation>With the whole &amp;history ({count} revisions)</translation>
    </message>
    <message>
        <source>Kèm &amp;phần mật, niêm phong lại cho thủ trưởng nơi nhận</source>
        <translation>With &amp;confidential parts, sealed again for the receiving head</translation>
    </message>
    <message>
        <source>Lý do mở phần mật, ghi vào nhật ký</source>
        <translation>Why the confidential part is opened; for the journal</translation>
    </message>
    <message>
        <source>Tệp kèm theo</source>
        <translation>Attachments</translation>
    </message>
    <message>
        <source>Hồ sơ chuyển đi</source>
        <translation>Records that go</translation>
    </message>
    <message>
        <source>&amp;Ký, chuyển hồ sơ</source>
        <translation>&amp;Sign and hand over</translation>
    </message>
    <message>
        <source>&amp;Xem phiếu chuyển</source>
        <translation>&amp;Look at the form</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Nơi &amp;nhận</source>
        <translation>Re&amp;ceiver</translation>
    </message>
    <message>
        <source>&amp;Lý do chuyển</source>
        <translation>&amp;Reason</translation>
    </message>
    <message>
        <source>&amp;Số phiếu chuyển</source>
        <translation>&amp;Number of the form</translation>
    </message>
    <message>
        <source>không chuyển: {why}</source>
        <translation>does not go: {why}</translation>
    </message>
    <message>
        <source>không có phần mật</source>
        <translation>nothing confidential</translation>
    </message>
    <message>
        <source>kèm phần mật, niêm phong lại</source>
        <translation>confidential part goes, sealed again</translation>
    </message>
    <message>
        <source>phần mật ở lại</source>
        <translation>confidential part stays</translation>
    </message>
    <message>
        <source>{count} tệp ở lại</source>
        <translation>{count} files stay</translation>
    </message>
    <message>
        <source>Các hồ sơ này không có phần mật.</source>
        <translation>These records have no confidential part.</translation>
    </message>
    <message>
        <source>Hồ sơ này không có phần mật.</source>
        <translation>This record has no confidential part.</translation>
    </message>
    <message>
        <source>Chưa có khóa niêm phong của thủ trưởng nơi nhận: phần mật ở lại đơn vị.</source>
        <translation>The key of the receiving head is not known: confidential parts stay here.</translation>
    </message>
    <message>
        <source>Phần mật chỉ thủ trưởng nơi nhận mở được; phiếu chuyển không ghi.</source>
        <translation>Only the receiving head can open the confidential part; it is not on the form.</translation>
    </message>
    <message>
        <source>Phần mật và tệp niêm phong ở lại đơn vị.</source>
        <translation>Confidential parts and sealed files stay here.</translation>
    </message>
</context>
<context>
    <name>Handover</name>
    <message>
        <source>Máy giao, máy nhận</source>
        <translation>Giving and receiving PC</translation>
    </message>
    <message>
        <source>Gói số</source>
        <translation>Bundle no.</translation>
    </message>
    <message>
        <source>Lúc</source>
        <translation>At</translation>
    </message>
    <message>
        <source>Trạng thái</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Giao: {name}</source>
        <translation>Given: {name}</translation>
    </message>
    <message>
        <source>Nhận: {name}</source>
        <translation>Taken: {name}</translation>
    </message>
    <message>
        <source>Sổ</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Mới</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Kèm {count} tệp đính kèm, {size}.</source>
        <translation>With {count} attachments, {size}.</translation>
    </message>
    <message>
        <source>Kèm {count} phần mật, niêm phong lại: chỉ chỉ huy ở máy nhận mở được.</source>
        <translation>With {count} confidential parts, sealed again: only the head at the receiving PC can open them.</translation>
    </message>
    <message>
        <source>Kèm số liệu đã chốt của {count} kỳ.</source>
        <translation>With the frozen figures of {count} periods.</translation>
    </message>
    <message>
        <source>Sổ máy này đã nhận từ máy khác cũng đi theo.</source>
        <translation>Books that this PC took over from another one go as well.</translation>
    </message>
    <message>
        <source>{count} bản nháp ở lại: chưa vào sổ nên không bàn giao.</source>
        <translation>{count} drafts stay: they are in no book, so they are not handed over.</translation>
    </message>
    <message>
        <source>{count} tệp không vừa một gói: bàn giao lần sau.</source>
        <translation>{count} attachments do not fit into one bundle: they go with the next one.</translation>
    </message>
    <message>
        <source>{count} tệp không còn trên máy này nên không đi theo được.</source>
        <translation>{count} attachments are no longer on this PC and cannot go.</translation>
    </message>
    <message>
        <source>Sửa</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>Đã có</source>
        <translation>Known</translation>
    </message>
    <message>
        <source>Lỗi</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Nhận xong, hồ sơ thuộc máy này: sửa tiếp và báo cáo cơ quan nhận.</source>
        <translation>Once taken, the records belong to this PC: they are changed and reported to the office from here.</translation>
    </message>
    <message>
        <source>Kèm {count} phần mật: khi nhận, máy niêm phong lại cho các chỉ huy của máy này.</source>
        <translation>With {count} confidential parts: on taking, they are sealed again to the heads of this PC.</translation>
    </message>
    <message>
        <source>Kèm {count} yêu cầu của cơ quan nhận chưa trả lời xong.</source>
        <translation>With {count} requests of the office that are not settled.</translation>
    </message>
    <message>
        <source>Máy giao khóa sổ: số trong sổ ghi tiếp ở máy này.</source>
        <translation>The giving PC closes its books: their numbers go on here.</translation>
    </message>
    <message>
        <source>Máy này đã khóa sổ và bàn giao cho {name}: chỉ xem. Ghi tiếp trên máy đó.</source>
        <translation>The books of this PC are closed and handed over to {name}: read-only. Go on there.</translation>
    </message>
    <message>
        <source>Sổ máy này đã bàn giao cho {name}: hồ sơ đã giao chỉ xem. Ghi thêm thì bàn giao tiếp.</source>
        <translation>The books of this PC were handed over to {name}: what went is read-only. Hand over what is added.</translation>
    </message>
</context>
<context>
    <name>HandoverPresenter</name>
    <message>
        <source>Bàn giao sổ</source>
        <translation>Hand over books</translation>
    </message>
    <message>
        <source>Máy này: {name}</source>
        <translation>This PC: {name}</translation>
    </message>
    <message>
        <source>Ký lúc {time}</source>
        <translation>Signed at {time}</translation>
    </message>
    <message>
        <source>Máy này khóa sổ từ gói này</source>
        <translation>The books here are closed since this bundle</translation>
    </message>
    <message>
        <source>Ghi ra USB lúc {time}, đọc lại khớp</source>
        <translation>Written to USB at {time}, read back and equal</translation>
    </message>
    <message>
        <source>Máy nhận trả lời lúc {time}</source>
        <translation>The receiving PC answered at {time}</translation>
    </message>
    <message>
        <source>Tệp {name}</source>
        <translation>File {name}</translation>
    </message>
    <message>
        <source>Gói số {number} giao {name}</source>
        <translation>Bundle {number} given to {name}</translation>
    </message>
    <message>
        <source>Việc tiếp theo: ghi gói ra USB và in phiếu giao nhận.</source>
        <translation>Next: write the bundle to USB and print the cover sheet.</translation>
    </message>
    <message>
        <source>Việc tiếp theo: mang gói đến máy nhận, rồi mở biên nhận mang về. Chưa có biên nhận thì ghi lại gói này được.</source>
        <translation>Next: carry the bundle to the receiving PC, then open the receipt that comes back. Until then this bundle can be written again.</translation>
    </message>
    <message>
        <source>Đã xác nhận: máy nhận giữ sổ và báo cáo.</source>
        <translation>Confirmed: the receiving PC keeps and reports the books.</translation>
    </message>
    <message>
        <source>Nhận lúc {time}</source>
        <translation>Came at {time}</translation>
    </message>
    <message>
        <source>Đã ký biên nhận cho máy giao</source>
        <translation>The receipt for the giving PC is signed</translation>
    </message>
    <message>
        <source>Việc tiếp theo: ghi biên nhận, mang về máy giao.</source>
        <translation>Next: write the receipt and carry it back to the giving PC.</translation>
    </message>
    <message>
        <source>Gói số {number} của {name}</source>
        <translation>Bundle {number} of {name}</translation>
    </message>
    <message>
        <source>Máy này giữ sổ, sửa tiếp và báo cáo.</source>
        <translation>This PC keeps the books, changes and reports them.</translation>
    </message>
    <message>
        <source>Đã bắt đầu chuỗi gói mới. Bàn giao lại.</source>
        <translation>A new chain has begun. Hand over again.</translation>
    </message>
    <message>
        <source>Ghi gói bàn giao sổ ra USB</source>
        <translation>Write the handover to USB</translation>
    </message>
    <message>
        <source>Đã rút lại: hồ sơ lại thuộc máy giao. Ghi biên nhận để báo máy đó.</source>
        <translation>Taken back: the records belong to the giving PC again. Write the receipt to tell it.</translation>
    </message>
    <message>
        <source>Rút lại việc nhận sổ?</source>
        <translation>Take this import of books back?</translation>
    </message>
    <message>
        <source>Hồ sơ trong gói lại thuộc máy giao; gói vẫn được giữ và nhập lại được.</source>
        <translation>The records in the bundle belong to the giving PC again; the bundle is kept and can be imported again.</translation>
    </message>
    <message>
        <source>&amp;Rút lại</source>
        <translation>&amp;Take back</translation>
    </message>
</context>
<context>
    <name>HandoverView</name>
    <message>
        <source>Bàn giao sổ</source>
        <translation>Hand over books</translation>
    </message>
    <message>
        <source>Các lần bàn giao sổ</source>
        <translation>Handovers of books</translation>
    </message>
    <message>
        <source>&amp;Mở gói mang đến…</source>
        <translation>&amp;Open what was brought…</translation>
    </message>
    <message>
        <source>&amp;Bàn giao sổ…</source>
        <translation>&amp;Hand over books…</translation>
    </message>
    <message>
        <source>In &amp;phiếu giao nhận…</source>
        <translation>&amp;Print the cover sheet…</translation>
    </message>
    <message>
        <source>&amp;Ghi gói ra USB…</source>
        <translation>&amp;Write the bundle to USB…</translation>
    </message>
    <message>
        <source>&amp;Rút lại việc nhận…</source>
        <translation>&amp;Take the import back…</translation>
    </message>
    <message>
        <source>Bắt đầu &amp;chuỗi gói mới…</source>
        <translation>Begin a new &amp;chain…</translation>
    </message>
    <message>
        <source>Chưa bàn giao sổ lần nào</source>
        <translation>No books were handed over yet</translation>
    </message>
    <message>
        <source>Dùng khi đơn vị ghi sổ trên nhiều máy, khi thay máy, hoặc khi đơn vị nhập vào đơn vị khác. Máy giao bấm Bàn giao sổ; máy nhận bấm Mở gói mang đến.</source>
        <translation>For a unit that keeps books on several PCs, changes its PC, or is merged into another unit. The giving PC hands the books over; the receiving PC opens what was brought.</translation>
    </message>
    <message>
        <source>Ghi biên &amp;nhận ({count})…</source>
        <translation>Write &amp;receipts ({count})…</translation>
    </message>
    <message>
        <source>Mở gói bàn giao hoặc biên nhận</source>
        <translation>Open a handover or a receipt</translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message>
        <source>Tự kiểm tra</source>
        <translation>Self-check</translation>
    </message>
    <message>
        <source>Kiểm tra sổ, nhật ký, đồng hồ, chỗ trống, bản sao lưu, chứng thư và token trên máy này.</source>
        <translation>Checks the books, the journal, the clock, free space, backups, certificates and the token on this computer.</translation>
    </message>
    <message>
        <source>Dừ&amp;ng</source>
        <translation>S&amp;top</translation>
    </message>
    <message>
        <source>Dừng kiểm tra; không mất gì.</source>
        <translation>Stop the test; nothing is lost.</translation>
    </message>
    <message>
        <source>&amp;Kiểm tra lại</source>
        <translation>&amp;Check again</translation>
    </message>
    <message>
        <source>Kiểm tra lại (F5)</source>
        <translation>Check again (F5)</translation>
    </message>
    <message>
        <source>&amp;In…</source>
        <translation>&amp;Print…</translation>
    </message>
    <message>
        <source>In kết quả trên một trang, không có dữ liệu cá nhân.</source>
        <translation>Print the result on one page, without personal data.</translation>
    </message>
    <message>
        <source>&amp;Xuất cho nơi hỗ trợ…</source>
        <translation>&amp;Export for a help desk…</translation>
    </message>
    <message>
        <source>Lưu kết quả, phiên bản và phần cuối của nhật ký lỗi; không có dữ liệu cá nhân.</source>
        <translation>Save the result, the version and the end of the error log; no personal data.</translation>
    </message>
    <message>
        <source>&amp;Thử khôi phục</source>
        <translation>&amp;Try a restore</translation>
    </message>
    <message>
        <source>Khôi phục bản sao lưu mới nhất vào chỗ riêng, đọc thử rồi xóa đi; sổ đang dùng giữ nguyên.</source>
        <translation>Restores the newest backup to a place of its own, reads it and removes it; the books in use stay as they are.</translation>
    </message>
    <message>
        <source>&amp;Dựng lại danh sách</source>
        <translation>&amp;Rebuild the lists</translation>
    </message>
    <message>
        <source>&amp;Sao lưu ngay…</source>
        <translation>&amp;Back up now…</translation>
    </message>
</context>
<context>
    <name>HealthPresenter</name>
    <message>
        <source>Tự kiểm tra</source>
        <translation>Self-check</translation>
    </message>
    <message>
        <source>Đang kiểm tra…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>Đang kiểm tra: {done}/{total}</source>
        <translation>Checking: {done}/{total}</translation>
    </message>
    <message>
        <source>Đang dựng lại danh sách…</source>
        <translation>Rebuilding the lists…</translation>
    </message>
    <message>
        <source>Đã dựng lại danh sách và tìm kiếm.</source>
        <translation>Lists and search rebuilt.</translation>
    </message>
    <message>
        <source>Đang khôi phục thử…</source>
        <translation>Trying a restore…</translation>
    </message>
    <message>
        <source>Đang sao lưu…</source>
        <translation>Backing up…</translation>
    </message>
    <message>
        <source>Đã sao lưu và kiểm tra lại: {name}</source>
        <translation>Backed up and verified: {name}</translation>
    </message>
    <message>
        <source>Sổ sách và khóa đã có đủ. {count} tệp của gói và tệp đính kèm không vừa: USB cần thêm {size}, dùng USB lớn hơn rồi sao lưu lại.</source>
        <translation>Books and keys are complete. {count} files of bundles and attachments do not fit: the stick needs {size} more, use a larger one and back up again.</translation>
    </message>
    <message>
        <source>Chưa có bản sao lưu nào trên máy này.</source>
        <translation>No backup on this PC yet.</translation>
    </message>
    <message>
        <source>cách đây {days} ngày</source>
        <translation>{days} d ago</translation>
    </message>
    <message>
        <source>xem lại ngày giờ của máy</source>
        <translation>check the date and time of the PC</translation>
    </message>
    <message>
        <source>hôm nay</source>
        <translation>today</translation>
    </message>
    <message>
        <source>Bản gần nhất trên máy này: {time} ({ago}).</source>
        <translation>Newest on this PC: {time} ({ago}).</translation>
    </message>
    <message>
        <source>Bấm Dựng lại danh sách.</source>
        <translation>Choose Rebuild the lists.</translation>
    </message>
</context>
<context>
    <name>HealthView</name>
    <message>
        <source>Chuyển sang &amp;máy khác…</source>
        <translation>&amp;Move to another PC…</translation>
    </message>
    <message>
        <source>Dùng tiếp máy &amp;này…</source>
        <translation>Go o&amp;n here…</translation>
    </message>
    <message>
        <source>Lập lại danh sách và tìm kiếm từ các bản ghi gốc; không mất dữ liệu.</source>
        <translation>Makes lists and search again from the revisions; nothing is lost.</translation>
    </message>
    <message>
        <source>Đã dừng kiểm tra, chưa có kết quả mới.</source>
        <translation>The test was stopped; there is no new result.</translation>
    </message>
    <message>
        <source>Có {count} việc cần xử lý.</source>
        <translation>Things that need attention: {count}.</translation>
    </message>
    <message>
        <source>Mọi thứ đều tốt.</source>
        <translation>Everything is fine.</translation>
    </message>
    <message>
        <source>Đạt</source>
        <translation>Good</translation>
    </message>
    <message>
        <source>Cần xử lý</source>
        <translation>Needs attention</translation>
    </message>
    <message>
        <source>Sao lưu ra USB</source>
        <translation>Back up to a stick</translation>
    </message>
    <message>
        <source>Chuyển sang máy khác</source>
        <translation>Move to another PC</translation>
    </message>
    <message>
        <source>Đóng sổ ở máy này và sao lưu lần cuối?</source>
        <translation>Close the books here and back them up for the last time?</translation>
    </message>
    <message>
        <source>1. Máy này ghi bản sao lưu cuối ra USB và khôi phục thử; từ đó chỉ xem.
2. Máy mới: mở phần mềm, bấm Phục hồi từ bản sao lưu, chọn bản đó.
3. Nộp gói đầu tiên từ máy mới. Máy này giữ lại đến khi có biên nhận của gói đó.</source>
        <translation>1. This PC writes its last backup to a stick and restores it for trial; from then on it only shows the books.
2. New PC: start the program, press Restore from a backup, choose that one.
3. Submit the first bundle from the new PC. Keep this PC until that bundle has its receipt.</translation>
    </message>
    <message>
        <source>Chọn &amp;nơi ghi…</source>
        <translation>Choose a &amp;place…</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Bản sao lưu cuối</source>
        <translation>Last backup</translation>
    </message>
    <message>
        <source>Tệp JSON (*.json)</source>
        <translation>JSON files (*.json)</translation>
    </message>
    <message>
        <source>Xuất cho nơi hỗ trợ</source>
        <translation>Export for a help desk</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Căn cứ: {basis}</source>
        <translation>Basis: {basis}</translation>
    </message>
    <message>
        <source>Trợ giúp</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Đặt con trỏ vào một ô để xem giải thích.</source>
        <translation>Put the cursor into a field to see its explanation.</translation>
    </message>
    <message>
        <source>Được gửi trong báo cáo.</source>
        <translation>Is sent with reports.</translation>
    </message>
    <message>
        <source>Chỉ lưu ở đơn vị, không gửi đi.</source>
        <translation>Stays in the unit and is never sent.</translation>
    </message>
    <message>
        <source>Được niêm phong khi lưu; chỉ trưởng đơn vị mở xem được.</source>
        <translation>Is sealed when saved; only the head can open it.</translation>
    </message>
    <message>
        <source>Gõ 15/3 0830; không rõ giờ thì gõ ngày, tháng hoặc năm.</source>
        <translation>Type 15/3 0830; without a time the day, the month or the year.</translation>
    </message>
    <message>
        <source>Gõ 15, 15/3, 150324 hoặc 15/03/2024.</source>
        <translation>Type 15, 15/3, 150324 or 15/03/2024.</translation>
    </message>
    <message>
        <source>Gõ 15/3 0830; chỉ gõ giờ là của hôm nay.</source>
        <translation>Type 15/3 0830; a time alone is of today.</translation>
    </message>
    <message>
        <source>Gõ vài chữ, có dấu hay không, rồi chọn.</source>
        <translation>Type a few letters, with or without marks, and choose.</translation>
    </message>
    <message>
        <source>F4 lặp lại giá trị đã lưu lần trước của ô này.</source>
        <translation>F4 repeats the value that was saved last in this field.</translation>
    </message>
</context>
<context>
    <name>HoldingsPresenter</name>
    <message>
        <source>Hồ sơ các đơn vị</source>
        <translation>Records of units</translation>
    </message>
    <message>
        <source>{rows} dòng · {records} hồ sơ, trong đó {voided} đã hủy</source>
        <translation>{rows} rows · {records} records, {voided} of them voided</translation>
    </message>
    <message>
        <source> · {drafts} nháp</source>
        <translation> · {drafts} drafts</translation>
    </message>
</context>
<context>
    <name>HoldingsView</name>
    <message>
        <source>Sổ</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Hồ sơ</source>
        <translation>Records</translation>
    </message>
    <message>
        <source>Đã hủy</source>
        <translation>Voided</translation>
    </message>
    <message>
        <source>Nháp</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>Hồ sơ các đơn vị</source>
        <translation>Records of units</translation>
    </message>
    <message>
        <source>Tìm sổ hoặc đơn vị, có dấu hay không dấu</source>
        <translation>Find a register or unit, with or without marks</translation>
    </message>
    <message>
        <source>Tìm sổ hoặc đơn vị</source>
        <translation>Find a register or unit</translation>
    </message>
    <message>
        <source>Chỉ xem một sổ</source>
        <translation>Show one register only</translation>
    </message>
    <message>
        <source>Chỉ xem một đơn vị</source>
        <translation>Show one unit only</translation>
    </message>
    <message>
        <source>&amp;Mở danh sách</source>
        <translation>Open the &amp;list</translation>
    </message>
    <message>
        <source>Mọi sổ</source>
        <translation>All registers</translation>
    </message>
    <message>
        <source>Mọi đơn vị</source>
        <translation>All units</translation>
    </message>
    <message>
        <source>Sổ của đơn vị gửi lên chỉ để xem. Mở một dòng để xem danh sách của nó.</source>
        <translation>The registers that units send are only read here. Open a row to see its list.</translation>
    </message>
    <message>
        <source>Chưa có hồ sơ của đơn vị nào</source>
        <translation>No records of any unit yet</translation>
    </message>
    <message>
        <source>Nhận gói ở “Gói đến”; hồ sơ trong gói sẽ hiện ở đây.</source>
        <translation>Take a bundle in under “Inbox”; its records appear here.</translation>
    </message>
    <message>
        <source>Không có sổ nào khớp</source>
        <translation>No register matches</translation>
    </message>
    <message>
        <source>Bỏ bớt điều kiện lọc hoặc gõ từ khác.</source>
        <translation>Take away a filter or type another word.</translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message>
        <source>Thứ Hai</source>
        <translation>Monday</translation>
    </message>
    <message>
        <source>Thứ Ba</source>
        <translation>Tuesday</translation>
    </message>
    <message>
        <source>Thứ Tư</source>
        <translation>Wednesday</translation>
    </message>
    <message>
        <source>Thứ Năm</source>
        <translation>Thursday</translation>
    </message>
    <message>
        <source>Thứ Sáu</source>
        <translation>Friday</translation>
    </message>
    <message>
        <source>Thứ Bảy</source>
        <translation>Saturday</translation>
    </message>
    <message>
        <source>Chủ nhật</source>
        <translation>Sunday</translation>
    </message>
    <message>
        <source>Đang tính lại mọi thời hạn vì phần mềm, lịch làm việc hoặc danh mục đơn vị đã đổi. Các thời hạn dưới đây chưa đủ; dòng cuối cửa sổ cho biết đã tính đến đâu.</source>
        <translation>All time limits are being worked out again because the program, the working days or the list of units changed. Those below are not all yet; the line at the bottom of the window says how far it is.</translation>
    </message>
    <message>
        <source>Quá hạn: {count}</source>
        <translation>Overdue: {count}</translation>
    </message>
    <message>
        <source>Hết hạn hôm nay: {count}</source>
        <translation>Due today: {count}</translation>
    </message>
    <message>
        <source>Trong 7 ngày tới: {count}</source>
        <translation>In the next 7 days: {count}</translation>
    </message>
    <message>
        <source>và {count} hạn nữa, sau các hạn trên</source>
        <translation>and {count} more, later than these</translation>
    </message>
    <message>
        <source>Xem mọi hồ sơ quá hạn</source>
        <translation>See all overdue records</translation>
    </message>
    <message>
        <source>{count} hạn</source>
        <translation>{count} limits</translation>
    </message>
    <message>
        <source>quá hạn hôm nay</source>
        <translation>passed today</translation>
    </message>
    <message>
        <source>quá {days} ngày</source>
        <translation>{days} d late</translation>
    </message>
    <message>
        <source>hôm nay</source>
        <translation>today</translation>
    </message>
    <message>
        <source>còn {days} ngày</source>
        <translation>{days} d left</translation>
    </message>
    <message>
        <source>{limit}: theo {basis}, hạn {moment}.</source>
        <translation>{limit}: by {basis}, due {moment}.</translation>
    </message>
    <message>
        <source>Chưa xác minh văn bản hoặc ngày nghỉ; đối chiếu trước khi làm theo.</source>
        <translation>The text or a day off is not verified; check before you rely on it.</translation>
    </message>
    <message>
        <source>Chưa xác minh văn bản áp dụng từ {day}, hoặc ngày nghỉ.</source>
        <translation>The text that applies from {day} on, or a day off, is not verified.</translation>
    </message>
    <message>
        <source>Nhập dở</source>
        <translation>Unsaved</translation>
    </message>
    <message>
        <source>Cơ quan nhận trả lại: {name}</source>
        <translation>Returned by the office: {name}</translation>
    </message>
    <message>
        <source>Hạn {day}</source>
        <translation>Due {day}</translation>
    </message>
    <message>
        <source>Mọi việc cần làm cho cơ quan nhận: {count}</source>
        <translation>All tasks from the office: {count}</translation>
    </message>
    <message>
        <source>và {count} bản nháp cũ hơn: xem số nháp ở từng sổ</source>
        <translation>and {count} older drafts: see the number at each register</translation>
    </message>
    <message>
        <source>Gói số {number} của {person}, lập {time}</source>
        <translation>Bundle {number} of {person}, prepared {time}</translation>
    </message>
    <message>
        <source>Chờ thủ trưởng ký</source>
        <translation>Waits for the head</translation>
    </message>
    <message>
        <source>Chờ đồng chí ký</source>
        <translation>Waits for you</translation>
    </message>
    <message>
        <source>{person} trả lại gói: {text}</source>
        <translation>{person} gave the bundle back: {text}</translation>
    </message>
    <message>
        <source>Sửa, lập lại</source>
        <translation>Correct, prepare anew</translation>
    </message>
    <message>
        <source>Nháp</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>Kết nối với cơ quan nhận</source>
        <translation>Connect with the receiving office</translation>
    </message>
    <message>
        <source>Chưa kết nối</source>
        <translation>Not connected</translation>
    </message>
    <message>
        <source>Nộp báo cáo</source>
        <translation>Submit</translation>
    </message>
    <message>
        <source>Chưa nộp lần nào</source>
        <translation>Never submitted</translation>
    </message>
    <message>
        <source>Lần nộp gần nhất, gói {number} ({periods})</source>
        <translation>Last submission, bundle {number} ({periods})</translation>
    </message>
    <message>
        <source>Chứng thư ký của đồng chí</source>
        <translation>Your signing certificate</translation>
    </message>
    <message>
        <source>Phiếu hoặc mảnh khôi phục</source>
        <translation>Recovery sheet or shares</translation>
    </message>
    <message>
        <source>Đến lúc thử</source>
        <translation>Time to try</translation>
    </message>
    <message>
        <source>Bản sao lưu gần nhất</source>
        <translation>Newest backup</translation>
    </message>
    <message>
        <source>Chưa có</source>
        <translation>None yet</translation>
    </message>
    <message>
        <source>Xem lại ngày giờ máy</source>
        <translation>Check the PC&apos;s date</translation>
    </message>
    <message>
        <source>{days} ngày trước</source>
        <translation>{days} days ago</translation>
    </message>
    <message>
        <source>Hôm nay</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Hết hạn {day}</source>
        <translation>Ends {day}</translation>
    </message>
    <message>
        <source>Tệp đang xét, chưa quyết định</source>
        <translation>Files under review, not decided</translation>
    </message>
    <message>
        <source>Gói đang giữ, chờ quyết định</source>
        <translation>Bundles on hold, waiting for a decision</translation>
    </message>
    <message>
        <source>Gói đã xét, chưa ghi biên nhận</source>
        <translation>Bundles judged, no receipt written yet</translation>
    </message>
    <message>
        <source>Yêu cầu cấp chứng thư, chờ đối chiếu</source>
        <translation>Certificate requests to be compared</translation>
    </message>
    <message>
        <source>Đơn vị chưa trả lời: {name}</source>
        <translation>No answer yet: {name}</translation>
    </message>
    <message>
        <source>Mọi hồ sơ trả lại đã quá hạn: {count}</source>
        <translation>All overdue returned records: {count}</translation>
    </message>
    <message>
        <source>Chứng thư của {name}</source>
        <translation>Certificate of {name}</translation>
    </message>
    <message>
        <source>Mọi chứng thư sắp hết hạn: {count}</source>
        <translation>All certificates ending soon: {count}</translation>
    </message>
    <message>
        <source>{period}: đã báo cáo {told}/{due} đơn vị</source>
        <translation>{period}: {told}/{due} units have reported</translation>
    </message>
    <message>
        <source>Đủ</source>
        <translation>Complete</translation>
    </message>
    <message>
        <source>Còn thiếu: {names}</source>
        <translation>Missing: {names}</translation>
    </message>
    <message>
        <source>Thiếu {count}</source>
        <translation>{count} missing</translation>
    </message>
    <message>
        <source>Đến {day}</source>
        <translation>Until {day}</translation>
    </message>
    <message>
        <source>Sổ</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>{register} theo tháng</source>
        <translation>{register} by month</translation>
    </message>
</context>
<context>
    <name>HomePresenter</name>
    <message>
        <source>Tổng quan</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>Thời hạn theo quy định</source>
        <translation>Deadlines by law</translation>
    </message>
    <message>
        <source>Không có thời hạn nào đã qua hoặc đến trong 7 ngày tới.</source>
        <translation>No deadline has passed or comes in the next 7 days.</translation>
    </message>
    <message>
        <source>Việc đang chờ</source>
        <translation>What waits</translation>
    </message>
    <message>
        <source>Đếm hồ sơ theo ngày sự việc, chưa phải chỉ tiêu báo cáo. “Đến {day}”: phần tháng trước tính đến cùng ngày.</source>
        <translation>Records by the day of their event, not the indicators of a report. “Until {day}”: the month before up to the same day.</translation>
    </message>
    <message>
        <source>{month} so với tháng trước</source>
        <translation>{month} against the month before</translation>
    </message>
    <message>
        <source>{weekday}, ngày {day}. Bấm hoặc nhấn Enter ở một dòng để tới việc đó.</source>
        <translation>{weekday}, {day}. Click a line or press Enter on it to go there.</translation>
    </message>
</context>
<context>
    <name>HomeView</name>
    <message>
        <source>Tổng quan</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>Hồ sơ</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>Việc phải làm</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>Hạn</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Việc</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Trạng thái</source>
        <translation>State</translation>
    </message>
</context>
<context>
    <name>Inbox</name>
    <message>
        <source>Chờ xem</source>
        <translation>To be looked at</translation>
    </message>
    <message>
        <source>Ổ đĩa đầy</source>
        <translation>Disk full</translation>
    </message>
    <message>
        <source>Không trả lời</source>
        <translation>No answer</translation>
    </message>
    <message>
        <source>Không ghi được</source>
        <translation>Cannot write</translation>
    </message>
    <message>
        <source>Không đọc được</source>
        <translation>Cannot be read</translation>
    </message>
    <message>
        <source>Không nhận được</source>
        <translation>Cannot be accepted</translation>
    </message>
    <message>
        <source>Yêu cầu chứng thư</source>
        <translation>Certificate request</translation>
    </message>
    <message>
        <source>Yêu cầu đã xử lý</source>
        <translation>Request dealt with</translation>
    </message>
    <message>
        <source>Loại gói khác</source>
        <translation>Another kind of bundle</translation>
    </message>
    <message>
        <source>Nhận được, có lưu ý</source>
        <translation>Acceptable, with remarks</translation>
    </message>
    <message>
        <source>Nhận được</source>
        <translation>Acceptable</translation>
    </message>
    <message>
        <source>Gói</source>
        <translation>Bundle</translation>
    </message>
    <message>
        <source>Kết quả</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Mới</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Sửa</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>Đã có</source>
        <translation>Known</translation>
    </message>
    <message>
        <source>Lỗi</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Gói số</source>
        <translation>Bundle no.</translation>
    </message>
    <message>
        <source>Nhận lúc</source>
        <translation>Received at</translation>
    </message>
    <message>
        <source>Biên nhận</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>Đã ký</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>Chờ ký</source>
        <translation>To be signed</translation>
    </message>
    <message>
        <source>Gói đến</source>
        <translation>Inbox</translation>
    </message>
    <message>
        <source>Thả tệp vào đây hoặc chọn tệp; xem trước kết quả rồi mới nhận.</source>
        <translation>Drop files here or choose them; look at the result before you accept.</translation>
    </message>
    <message>
        <source>Chọn &amp;tệp…</source>
        <translation>Choose &amp;files…</translation>
    </message>
    <message>
        <source>Chọn các tệp gói (Ctrl+O)</source>
        <translation>Choose bundle files (Ctrl+O)</translation>
    </message>
    <message>
        <source>Chọn t&amp;hư mục…</source>
        <translation>Choose a f&amp;older…</translation>
    </message>
    <message>
        <source>&amp;Ký biên nhận…</source>
        <translation>&amp;Sign receipts…</translation>
    </message>
    <message>
        <source>Các gói đang xét</source>
        <translation>Bundles being looked at</translation>
    </message>
    <message>
        <source>Số liệu thay đổi nếu nhận</source>
        <translation>Figures that change on acceptance</translation>
    </message>
    <message>
        <source>Lý do</source>
        <translation>Reasons</translation>
    </message>
    <message>
        <source>&amp;Bỏ ra</source>
        <translation>&amp;Take out</translation>
    </message>
    <message>
        <source>&amp;Giữ lại…</source>
        <translation>&amp;Hold…</translation>
    </message>
    <message>
        <source>&amp;Trả lại…</source>
        <translation>Re&amp;turn…</translation>
    </message>
    <message>
        <source>&amp;Nhận gói này</source>
        <translation>&amp;Accept this bundle</translation>
    </message>
    <message>
        <source>Tiến độ</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>&amp;Dừng</source>
        <translation>&amp;Stop</translation>
    </message>
    <message>
        <source>Nhận tất cả gói hợp lệ</source>
        <translation>Accept all valid bundles</translation>
    </message>
    <message>
        <source>Các gói đã xét</source>
        <translation>Bundles that were judged</translation>
    </message>
    <message>
        <source>&amp;Nhận…</source>
        <translation>&amp;Take…</translation>
    </message>
    <message>
        <source>Nhận gói đang giữ, kèm lý do</source>
        <translation>Take the bundle that is held, with a reason</translation>
    </message>
    <message>
        <source>Khôn&amp;g nhận…</source>
        <translation>&amp;Put aside…</translation>
    </message>
    <message>
        <source>Không nhận gói đang giữ, kèm lý do</source>
        <translation>Put the held bundle aside, with a reason</translation>
    </message>
    <message>
        <source>&amp;Rút lại…</source>
        <translation>Take &amp;back…</translation>
    </message>
    <message>
        <source>Rút lại lần nhập gói này; gói vẫn nhập lại được</source>
        <translation>Take this import back; the bundle can be imported again</translation>
    </message>
    <message>
        <source>Gói có &amp;dòng lỗi:</source>
        <translation>Bundles with bad ro&amp;ws:</translation>
    </message>
    <message>
        <source>Rút lại lần nhập này?</source>
        <translation>Take this import back?</translation>
    </message>
    <message>
        <source>&amp;Rút lại</source>
        <translation>&amp;Take back</translation>
    </message>
    <message>
        <source>Mọi lần ghi trong gói được nhập thêm bên cạnh những gì đã có.</source>
        <translation>Every entry in the bundle is added beside what is there.</translation>
    </message>
    <message>
        <source>Gói được xét lại như mới đến; nếu hợp lệ thì nhập ngay.</source>
        <translation>The bundle is judged as if it had just come; if it is sound, it is taken in.</translation>
    </message>
    <message>
        <source>Nhận gói đang giữ?</source>
        <translation>Take the bundle that is held?</translation>
    </message>
    <message>
        <source>&amp;Nhận gói</source>
        <translation>&amp;Take bundle</translation>
    </message>
    <message>
        <source>Không nhận gói đang giữ?</source>
        <translation>Refuse the bundle that is held?</translation>
    </message>
    <message>
        <source>Gói vẫn được giữ trên máy này, không dòng nào được tính.</source>
        <translation>The bundle stays on this PC, and no row of it counts.</translation>
    </message>
    <message>
        <source>&amp;Không nhận</source>
        <translation>&amp;Refuse</translation>
    </message>
    <message>
        <source>Giữ gói này lại?</source>
        <translation>Hold this bundle?</translation>
    </message>
    <message>
        <source>Chưa dòng nào được tính cho đến khi có người quyết định ở Đã xét. Đơn vị đọc nguyên văn lý do trong biên nhận; không ghi tên người cung cấp tin.</source>
        <translation>No row counts until somebody decides under Judged. The unit reads the reason word for word in the receipt; do not name who gave information.</translation>
    </message>
    <message>
        <source>&amp;Giữ lại</source>
        <translation>&amp;Hold</translation>
    </message>
</context>
<context>
    <name>InboxPresenter</name>
    <message>
        <source>Gói đến</source>
        <translation>Inbox</translation>
    </message>
    <message>
        <source>Không có tệp .antq nào ở đó.</source>
        <translation>There is no .antq file there.</translation>
    </message>
    <message>
        <source>Đang tìm gói…</source>
        <translation>Looking for bundles…</translation>
    </message>
    <message>
        <source>{count} gói đang giữ đã được xét lại.</source>
        <translation>{count} held bundles were judged again.</translation>
    </message>
    <message>
        <source>Nhận tất cả {count} gói hợp lệ</source>
        <translation>Accept all {count} valid bundles</translation>
    </message>
    <message>
        <source>Đã giữ gói lại. Ký biên nhận để báo đơn vị.</source>
        <translation>The bundle is on hold. Sign receipts to tell the unit.</translation>
    </message>
</context>
<context>
    <name>InboxView</name>
    <message>
        <source>Đang xét</source>
        <translation>Being looked at</translation>
    </message>
    <message>
        <source>Đã xét</source>
        <translation>Judged</translation>
    </message>
    <message>
        <source>Chỉ tiêu</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>Hiện nay</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>Sau khi nhận</source>
        <translation>After acceptance</translation>
    </message>
    <message>
        <source>Chưa có gói nào để xem</source>
        <translation>No bundle to look at yet</translation>
    </message>
    <message>
        <source>Cắm USB rồi kéo tệp .antq vào đây, hoặc bấm Chọn tệp.</source>
        <translation>Plug in the USB stick and drop the .antq files here, or choose files.</translation>
    </message>
    <message>
        <source>Từ chối cả gói</source>
        <translation>Refuse the whole bundle</translation>
    </message>
    <message>
        <source>Chỉ không nhận dòng lỗi và dòng nối tiếp nó</source>
        <translation>Refuse only bad rows and those that follow them</translation>
    </message>
    <message>
        <source>&amp;Trả lại…</source>
        <translation>Re&amp;turn…</translation>
    </message>
    <message>
        <source>&amp;Ký biên nhận ({count})…</source>
        <translation>&amp;Sign receipts ({count})…</translation>
    </message>
    <message>
        <source>&amp;Ký lại biên nhận…</source>
        <translation>&amp;Sign receipts again…</translation>
    </message>
    <message>
        <source>Chọn các gói</source>
        <translation>Choose bundles</translation>
    </message>
    <message>
        <source>Chọn thư mục có gói</source>
        <translation>Choose a folder with bundles</translation>
    </message>
    <message>
        <source>Ghi biên nhận ra USB</source>
        <translation>Write receipts to a stick</translation>
    </message>
</context>
<context>
    <name>JournalPresenter</name>
    <message>
        <source>Nhật ký</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Đang kiểm tra chuỗi nhật ký…</source>
        <translation>Checking the chain of the journal…</translation>
    </message>
    <message>
        <source>Đang đếm…</source>
        <translation>Counting…</translation>
    </message>
    <message>
        <source>{count} dòng</source>
        <translation>{count} lines</translation>
    </message>
    <message>
        <source> · đang lọc</source>
        <translation> · filtered</translation>
    </message>
    <message>
        <source>Mất dòng số {n}</source>
        <translation>Line {n} is missing</translation>
    </message>
    <message>
        <source>Đã xuất {count} dòng nhật ký.</source>
        <translation>Exported {count} lines of the journal.</translation>
    </message>
</context>
<context>
    <name>JournalView</name>
    <message>
        <source>&amp;Bỏ lọc</source>
        <translation>&amp;Clear filters</translation>
    </message>
    <message>
        <source>&amp;Xuất nhật ký…</source>
        <translation>E&amp;xport the journal…</translation>
    </message>
    <message>
        <source>&amp;Mở</source>
        <translation>&amp;Open</translation>
    </message>
    <message>
        <source>Lúc</source>
        <translation>At</translation>
    </message>
    <message>
        <source>Ai</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Việc</source>
        <translation>Act</translation>
    </message>
    <message>
        <source>Về</source>
        <translation>About</translation>
    </message>
    <message>
        <source>Chi tiết</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Mọi việc</source>
        <translation>All acts</translation>
    </message>
    <message>
        <source>Mọi người</source>
        <translation>Everybody</translation>
    </message>
    <message>
        <source>Số hồ sơ như R01/12/2024, chữ trong lý do, tên tệp</source>
        <translation>A record like R01/12/2024, words of a reason, the name of a file</translation>
    </message>
    <message>
        <source>Từ ngày</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Đến ngày</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>Tìm trong nhật ký</source>
        <translation>Search the journal</translation>
    </message>
    <message>
        <source>Loại việc</source>
        <translation>Kind of act</translation>
    </message>
    <message>
        <source>Người làm</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Các dòng nhật ký</source>
        <translation>Lines of the journal</translation>
    </message>
    <message>
        <source>Bỏ mọi điều kiện lọc</source>
        <translation>Clear all filters</translation>
    </message>
    <message>
        <source>Nhật ký</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Ai làm gì, khi nào. Không ai xóa được.</source>
        <translation>Who did what, and when. Nobody can erase it.</translation>
    </message>
    <message>
        <source>Không có dòng nào khớp</source>
        <translation>No line matches</translation>
    </message>
    <message>
        <source>Bỏ bớt điều kiện lọc hoặc gõ từ khác.</source>
        <translation>Take away a filter or type another word.</translation>
    </message>
    <message>
        <source>Mở</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Dòng JSON (*.jsonl)</source>
        <translation>JSON lines (*.jsonl)</translation>
    </message>
    <message>
        <source>Xuất nhật ký</source>
        <translation>Export the journal</translation>
    </message>
    <message>
        <source>&amp;Mở gói</source>
        <translation>&amp;Open the bundle</translation>
    </message>
    <message>
        <source>&amp;Mở hồ sơ</source>
        <translation>&amp;Open the record</translation>
    </message>
</context>
<context>
    <name>KeptQueue</name>
    <message>
        <source>{count} tệp chưa quyết định từ lần trước: máy đang xét lại.</source>
        <translation>{count} files were not decided last time: they are judged again.</translation>
    </message>
</context>
<context>
    <name>KeylessPresenter</name>
    <message>
        <source>{name}: nguyên vẹn.</source>
        <translation>{name}: whole.</translation>
    </message>
    <message>
        <source>Đã chép và đọc lại: {name}</source>
        <translation>Copied and read back: {name}</translation>
    </message>
    <message>
        <source>Chép bản sao lưu ra USB</source>
        <translation>Copy a backup to a stick</translation>
    </message>
    <message>
        <source>Thiếu {count} tệp của gói cạnh bản này.</source>
        <translation>{count} files of bundles are missing beside it.</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Mọi màn hình</source>
        <translation>Every screen</translation>
    </message>
    <message>
        <source>Khi nhập</source>
        <translation>While typing</translation>
    </message>
    <message>
        <source>Phím tắt</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Alt+S, K: giữ Alt rồi bấm S, sau đó bấm K</source>
        <translation>Alt+S, K: hold Alt and press S, then press K</translation>
    </message>
    <message>
        <source>Phím</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Việc</source>
        <translation>What they do</translation>
    </message>
</context>
<context>
    <name>LeaveDialog</name>
    <message>
        <source>Rời lớp tập huấn</source>
        <translation>Leave the practice class</translation>
    </message>
    <message>
        <source>Giữ lại thì lần sau vào lớp làm tiếp. Xóa thì mất trên máy này:</source>
        <translation>If it is kept, you go on next time. If it is removed, this goes from this PC:</translation>
    </message>
    <message>
        <source>– sổ của xã và của cơ quan nhận trong lớp, kể cả hồ sơ đồng chí đã nhập;
– gói nộp, biên nhận, bản sao lưu và USB giả của lớp.</source>
        <translation>– the books of the commune and of the office in the class, with what you entered;
– bundles, receipts, backups and the pretended USB stick of the class.</translation>
    </message>
    <message>
        <source>Sổ thật và tệp đã lưu ra nơi khác không bị đụng đến.</source>
        <translation>Real books, and files that were saved elsewhere, are not touched.</translation>
    </message>
    <message>
        <source>&amp;Giữ lại và rời lớp</source>
        <translation>&amp;Keep it and leave</translation>
    </message>
    <message>
        <source>&amp;Xóa lớp và rời</source>
        <translation>&amp;Remove the class and leave</translation>
    </message>
    <message>
        <source>Ở &amp;lại</source>
        <translation>&amp;Stay</translation>
    </message>
</context>
<context>
    <name>Limits</name>
    <message>
        <source>Tính từ đây: {limit} ({basis}).</source>
        <translation>Runs from here: {limit} ({basis}).</translation>
    </message>
    <message>
        <source>Từ {day}: chưa xác minh văn bản đang áp dụng; đối chiếu với văn bản của đơn vị.</source>
        <translation>From {day} on: the text in force could not be verified; compare with the orders of your unit.</translation>
    </message>
    <message>
        <source>Đã làm</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Đã làm, quá hạn</source>
        <translation>Done, late</translation>
    </message>
    <message>
        <source>Có ngày nghỉ hoặc ngày làm bù chưa xác minh: xem Lịch ngày làm việc.</source>
        <translation>A day off or worked is not verified: see Working days.</translation>
    </message>
    <message>
        <source>Quá hạn</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Phải làm</source>
        <translation>To be done</translation>
    </message>
    <message>
        <source>{limit}: hạn {moment}</source>
        <translation>{limit}: due {moment}</translation>
    </message>
</context>
<context>
    <name>LimitsWork</name>
    <message>
        <source>Đang tính lại thời hạn: {done} / {total} hồ sơ</source>
        <translation>Working out time limits: {done} / {total} records</translation>
    </message>
</context>
<context>
    <name>LineEditor</name>
    <message>
        <source>ngày/tháng/năm</source>
        <translation>day/month/year</translation>
    </message>
    <message>
        <source>ngày/tháng/năm, tháng/năm hoặc năm</source>
        <translation>day/month/year, month/year or year</translation>
    </message>
    <message>
        <source>ngày/tháng/năm giờ:phút</source>
        <translation>day/month/year hour:minute</translation>
    </message>
    <message>
        <source>ngày/tháng/năm giờ:phút, hoặc phần đã biết</source>
        <translation>day/month/year hour:minute, or what is known</translation>
    </message>
    <message>
        <source>12 chữ số</source>
        <translation>12 digits</translation>
    </message>
    <message>
        <source>12 chữ số, hoặc số của giấy tờ đã chọn</source>
        <translation>12 digits, or the number of the chosen paper</translation>
    </message>
    <message>
        <source>Gõ để tìm</source>
        <translation>Type to search</translation>
    </message>
    <message>
        <source>Gõ tên hoặc mã</source>
        <translation>Type a name or code</translation>
    </message>
    <message>
        <source>Gõ để tìm trong sổ</source>
        <translation>Type to search the register</translation>
    </message>
</context>
<context>
    <name>ListDialog</name>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>ListTable</name>
    <message>
        <source>Sắp xếp tăng theo cột này</source>
        <translation>Sort ascending by this column</translation>
    </message>
    <message>
        <source>Sắp xếp giảm theo cột này</source>
        <translation>Sort descending by this column</translation>
    </message>
    <message>
        <source>Chuyển cột sang trái</source>
        <translation>Move the column to the left</translation>
    </message>
    <message>
        <source>Chuyển cột sang phải</source>
        <translation>Move the column to the right</translation>
    </message>
</context>
<context>
    <name>Listed</name>
    <message>
        <source>{count} chưa ghi</source>
        <translation>not written: {count}</translation>
    </message>
    <message>
        <source>{count} việc</source>
        <translation>to do: {count}</translation>
    </message>
    <message>
        <source>{count} biên nhận</source>
        <translation>receipts: {count}</translation>
    </message>
    <message>
        <source>{count} chờ ký</source>
        <translation>{count} to sign</translation>
    </message>
    <message>
        <source>{count} trả lại</source>
        <translation>{count} returned</translation>
    </message>
    <message>
        <source>{count} cặp</source>
        <translation>pairs: {count}</translation>
    </message>
    <message>
        <source>{count} yêu cầu</source>
        <translation>requests: {count}</translation>
    </message>
    <message>
        <source>{count} nháp</source>
        <translation>drafts: {count}</translation>
    </message>
    <message>
        <source>{count} quá hạn</source>
        <translation>overdue: {count}</translation>
    </message>
</context>
<context>
    <name>LookupEdit</name>
    <message>
        <source>Mở danh sách (phím Xuống)</source>
        <translation>Open the list (Down key)</translation>
    </message>
</context>
<context>
    <name>LookupEditor</name>
    <message>
        <source>đến {day}</source>
        <translation>until {day}</translation>
    </message>
</context>
<context>
    <name>LostDialog</name>
    <message>
        <source>Tôi mất khóa</source>
        <translation>My key is lost</translation>
    </message>
    <message>
        <source>&amp;Tạo khóa mới và tệp yêu cầu…</source>
        <translation>&amp;Make a new key and a request…</translation>
    </message>
    <message>
        <source>&amp;Bỏ qua</source>
        <translation>&amp;Cancel</translation>
    </message>
    <message>
        <source>Máy bị mất, hoặc người khác biết mật khẩu</source>
        <translation>The PC is lost, or somebody else knows the passphrase</translation>
    </message>
    <message>
        <source>1. Gọi ngay cơ quan nhận, nói ngày mất: họ thu hồi chứng thư từ ngày đó.</source>
        <translation>1. Call the office at once and say the day: it revokes the certificate since then.</translation>
    </message>
    <message>
        <source>2. Tạo khóa mới ở đây, chuyển tệp yêu cầu và đọc vân tay như lần đầu.</source>
        <translation>2. Make a new key here, bring the request and read its fingerprint as for the first time.</translation>
    </message>
    <message>
        <source>3. Cài danh bạ gửi về rồi ký tiếp; gói đã nộp trước ngày mất vẫn đúng.</source>
        <translation>3. Install the directory and sign on; what was submitted before that day stays right.</translation>
    </message>
    <message>
        <source>Tạo khóa mới thì khóa cũ không ký được nữa. Quên mật khẩu: dùng phiếu.</source>
        <translation>Once there is a new key the old one signs no more. Passphrase forgotten: use the recovery sheet.</translation>
    </message>
</context>
<context>
    <name>MainView</name>
    <message>
        <source>Tới danh mục bên trái</source>
        <translation>To the list at the left</translation>
    </message>
    <message>
        <source>TẬP HUẤN</source>
        <translation>PRACTICE</translation>
    </message>
    <message>
        <source>&amp;Rời lớp tập huấn…</source>
        <translation>Leave the p&amp;ractice class…</translation>
    </message>
    <message>
        <source>&amp;Xóa sổ thực hành…</source>
        <translation>Remove this practice &amp;workspace…</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>ANTQ Desktop – Sổ sách phong trào toàn dân bảo vệ an ninh Tổ quốc</source>
        <translation>ANTQ Desktop – registers of the movement for the security of the Fatherland</translation>
    </message>
    <message>
        <source>TẬP HUẤN · Sổ thực hành</source>
        <translation>PRACTICE · not for real work</translation>
    </message>
    <message>
        <source>Dữ liệu ở đây chỉ để tập; cơ quan nhận thật không nhận gói nộp.</source>
        <translation>All data here is for practice; no real office takes its bundles in.</translation>
    </message>
    <message>
        <source>Danh mục màn hình</source>
        <translation>List of screens</translation>
    </message>
    <message>
        <source>Tìm trong mọi sổ, có dấu hoặc không dấu (Ctrl+K)</source>
        <translation>Search all registers, with or without marks (Ctrl+K)</translation>
    </message>
    <message>
        <source>Tìm trong mọi sổ</source>
        <translation>Search all registers</translation>
    </message>
    <message>
        <source>Kết quả tìm</source>
        <translation>Search results</translation>
    </message>
    <message>
        <source>Đang khóa sổ và lưu bản sao lưu…</source>
        <translation>Locking and saving a backup…</translation>
    </message>
    <message>
        <source>Đang lưu bản sao lưu</source>
        <translation>Saving a backup</translation>
    </message>
    <message>
        <source>Không tắt máy lúc này.</source>
        <translation>Do not switch the PC off now.</translation>
    </message>
    <message>
        <source>&amp;Sổ</source>
        <translation>&amp;Workspace</translation>
    </message>
    <message>
        <source>Đi &amp;tới</source>
        <translation>&amp;Go to</translation>
    </message>
    <message>
        <source>&amp;Hiển thị</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>&amp;Nền sáng, tối</source>
        <translation>&amp;Light and dark</translation>
    </message>
    <message>
        <source>&amp;Cỡ chữ</source>
        <translation>&amp;Text size</translation>
    </message>
    <message>
        <source>N&amp;gôn ngữ</source>
        <translation>L&amp;anguage</translation>
    </message>
    <message>
        <source>&amp;Tìm…</source>
        <translation>&amp;Search…</translation>
    </message>
    <message>
        <source>Đọ&amp;c lại</source>
        <translation>&amp;Read again</translation>
    </message>
    <message>
        <source>&amp;Phím tắt…</source>
        <translation>&amp;Keys…</translation>
    </message>
    <message>
        <source>Sang &amp;máy kia của lớp tập huấn</source>
        <translation>Go to the other co&amp;mputer of the class</translation>
    </message>
    <message>
        <source>&amp;Rời lớp tập huấn…</source>
        <translation>Leave the p&amp;ractice class…</translation>
    </message>
    <message>
        <source>&amp;Khóa sổ</source>
        <translation>&amp;Lock</translation>
    </message>
    <message>
        <source>Th&amp;oát</source>
        <translation>&amp;Quit</translation>
    </message>
    <message>
        <source>&amp;Theo máy</source>
        <translation>As the &amp;system</translation>
    </message>
    <message>
        <source>&amp;Sáng</source>
        <translation>&amp;Light</translation>
    </message>
    <message>
        <source>Tố&amp;i</source>
        <translation>&amp;Dark</translation>
    </message>
</context>
<context>
    <name>ManyScreen</name>
    <message>
        <source>Nhập bảng: {name}</source>
        <translation>Type a table: {name}</translation>
    </message>
    <message>
        <source>Không có gì để dán: bảng nhớ không có chữ.</source>
        <translation>There is nothing to paste: the clipboard has no text.</translation>
    </message>
    <message>
        <source>Đã dán {count} dòng.</source>
        <translation>{count} rows pasted.</translation>
    </message>
    <message>
        <source>Chữ mã {name} đã chuyển sang Unicode; Ctrl+Z để hoàn tác.</source>
        <translation>The text in {name} was turned into Unicode; Ctrl+Z takes it back.</translation>
    </message>
    <message>
        <source>Bỏ qua cột: {names}.</source>
        <translation>Columns left out: {names}.</translation>
    </message>
    <message>
        <source>Đã giữ bảng đang nhập lúc {at}</source>
        <translation>The table was kept at {at}</translation>
    </message>
    <message>
        <source>Dòng {row}, {field}: {text}</source>
        <translation>Row {row}, {field}: {text}</translation>
    </message>
    <message>
        <source>Dòng {row}: {text}</source>
        <translation>Row {row}: {text}</translation>
    </message>
    <message>
        <source>Chưa có dòng nào để lưu.</source>
        <translation>There is no row to save.</translation>
    </message>
    <message>
        <source>Đã lưu {count} hồ sơ vào sổ.</source>
        <translation>{count} records entered the book.</translation>
    </message>
    <message>
        <source>Còn {count} dòng phải sửa.</source>
        <translation>{count} rows have to be mended.</translation>
    </message>
</context>
<context>
    <name>ManyView</name>
    <message>
        <source>&amp;Lưu vào sổ</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>&amp;Dán</source>
        <translation>&amp;Paste</translation>
    </message>
    <message>
        <source>&amp;Mọi cột</source>
        <translation>&amp;All columns</translation>
    </message>
    <message>
        <source>&amp;Chèn dòng</source>
        <translation>&amp;Insert a row</translation>
    </message>
    <message>
        <source>&amp;Xóa dòng</source>
        <translation>&amp;Remove rows</translation>
    </message>
    <message>
        <source>H&amp;oàn tác</source>
        <translation>&amp;Undo</translation>
    </message>
    <message>
        <source>Đón&amp;g</source>
        <translation>&amp;Close</translation>
    </message>
    <message>
        <source>Bảng nhập</source>
        <translation>Table to type in</translation>
    </message>
    <message>
        <source>Tab sang ô bên, Enter xuống dòng dưới, Ctrl+Tab ra khỏi bảng</source>
        <translation>Tab goes to the next cell, Enter to the row below, Ctrl+Tab leaves the table</translation>
    </message>
    <message>
        <source>Dòng chưa lưu được; Enter để tới ô</source>
        <translation>Rows that cannot be saved yet; Enter goes to the cell</translation>
    </message>
    <message>
        <source>Mỗi dòng một hồ sơ. Gõ, hoặc chép từ bảng tính rồi dán; có dòng tiêu đề thì khớp theo tên cột.</source>
        <translation>A record in each row. Type, or copy from a spreadsheet and paste; with a row of heads, columns are found by their names.</translation>
    </message>
    <message>
        <source>Dòng chưa lưu được ({count})</source>
        <translation>Rows that cannot be saved yet ({count})</translation>
    </message>
    <message>
        <source>Lặp lại ô phía trên</source>
        <translation>Repeat the cell above</translation>
    </message>
    <message>
        <source>Nhân bản dòng</source>
        <translation>Copy the row</translation>
    </message>
    <message>
        <source>Chép các ô đã đánh dấu</source>
        <translation>Copy the marked cells</translation>
    </message>
    <message>
        <source>Xóa các ô đã đánh dấu</source>
        <translation>Clear the marked cells</translation>
    </message>
</context>
<context>
    <name>MediumDialog</name>
    <message>
        <source>Chia thành các &amp;phần 20 MB để gửi thư hoặc USB nhỏ</source>
        <translation>In &amp;parts of 20 MB, for mail or a small stick</translation>
    </message>
    <message>
        <source>Các USB đang cắm</source>
        <translation>Sticks that are plugged in</translation>
    </message>
    <message>
        <source>USB</source>
        <translation>Stick</translation>
    </message>
    <message>
        <source>Còn trống</source>
        <translation>Free</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>State</translation>
    </message>
    <message>
        <source>&amp;Ghi vào USB này</source>
        <translation>&amp;Write to this stick</translation>
    </message>
    <message>
        <source>Chọn thư mục &amp;khác…</source>
        <translation>Choose &amp;another folder…</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Có nhiều USB: chọn một.</source>
        <translation>Several sticks: choose one.</translation>
    </message>
    <message>
        <source>Chọn USB sẽ mang đi.</source>
        <translation>Choose the stick that you will carry.</translation>
    </message>
    <message>
        <source>Chưa thấy USB.</source>
        <translation>No stick yet.</translation>
    </message>
    <message>
        <source>Cắm USB vào máy; nó hiện ra ở đây sau vài giây.</source>
        <translation>Plug a stick in; it shows up here after a few seconds.</translation>
    </message>
    <message>
        <source>USB sẵn sàng.</source>
        <translation>The stick is ready.</translation>
    </message>
    <message>
        <source>Chọn USB.</source>
        <translation>Choose a stick.</translation>
    </message>
    <message>
        <source>Tệp được ghi, đọc lại và so khớp; chưa rút USB khi đang ghi.</source>
        <translation>The file is written, read back and compared; do not pull the stick out meanwhile.</translation>
    </message>
    <message>
        <source>USB không đủ chỗ trống.</source>
        <translation>The stick has not enough room.</translation>
    </message>
    <message>
        <source>Xóa bớt tệp trên USB hoặc dùng USB khác.</source>
        <translation>Delete files on the stick or use another one.</translation>
    </message>
    <message>
        <source>USB đang khóa chống ghi.</source>
        <translation>The stick is locked against writing.</translation>
    </message>
    <message>
        <source>Gạt khóa chống ghi hoặc dùng USB khác.</source>
        <translation>Move its lock or use another stick.</translation>
    </message>
    <message>
        <source>Có thể nhầm USB: trên đó có gói của đơn vị khác.</source>
        <translation>Perhaps the wrong stick: it holds bundles of another unit.</translation>
    </message>
    <message>
        <source>Xem lại có đúng USB của đơn vị mình không rồi mới ghi.</source>
        <translation>Look whether it is your unit&apos;s stick before you write.</translation>
    </message>
    <message>
        <source>Sẵn sàng</source>
        <translation>Ready</translation>
    </message>
    <message>
        <source>Không đủ chỗ</source>
        <translation>Not enough room</translation>
    </message>
    <message>
        <source>Khóa chống ghi</source>
        <translation>Locked</translation>
    </message>
    <message>
        <source>Có gói đơn vị khác</source>
        <translation>Bundles of another unit</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Xem chi tiết</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Đóng thông báo</source>
        <translation>Close the message</translation>
    </message>
</context>
<context>
    <name>MonthChart</name>
    <message>
        <source>Biểu đồ theo tháng</source>
        <translation>Chart by month</translation>
    </message>
    <message>
        <source>tháng {month}: {count}</source>
        <translation>month {month}: {count}</translation>
    </message>
    <message>
        <source>tháng {month}: chưa báo cáo</source>
        <translation>month {month}: not reported</translation>
    </message>
    <message>
        <source>tháng {month}, chưa hết: {count}</source>
        <translation>month {month}, not over: {count}</translation>
    </message>
</context>
<context>
    <name>Monthly</name>
    <message>
        <source>Đang đếm từng tháng: {done} trên {all}</source>
        <translation>Counting month by month: {done} of {all}</translation>
    </message>
    <message>
        <source>{unit}, theo tháng: {indicator}</source>
        <translation>{unit}, by month: {indicator}</translation>
    </message>
    <message>
        <source>“–” là tháng chưa báo cáo hoặc không so được địa bàn; không phải là 0.</source>
        <translation>“–” is a month not reported, or of another territory; it is not 0.</translation>
    </message>
</context>
<context>
    <name>Moving</name>
    <message>
        <source>Đang sao lưu lần cuối và khôi phục thử…</source>
        <translation>Writing the last backup and restoring it for trial…</translation>
    </message>
    <message>
        <source>Đã ghi và khôi phục thử {name}. Máy này từ giờ chỉ xem.</source>
        <translation>{name} was written and restored for trial. From now on this PC only shows the books.</translation>
    </message>
    <message>
        <source>Máy mới: mở phần mềm, bấm Phục hồi từ bản sao lưu, chọn bản này.</source>
        <translation>New PC: start the program, press Restore from a backup, choose this one.</translation>
    </message>
    <message>
        <source>Dùng tiếp máy này</source>
        <translation>Go on here</translation>
    </message>
    <message>
        <source>Chỉ làm khi máy mới chưa nộp gói nào, hoặc không dùng được. Hai máy cùng ghi thì cơ quan nhận thấy hai chuỗi gói. Gói sau bắt đầu một chuỗi mới.</source>
        <translation>Only where the new PC has submitted nothing, or cannot be used. If two PCs write, the receiving office sees two chains of bundles. The next bundle begins a new chain.</translation>
    </message>
    <message>
        <source>&amp;Dùng tiếp</source>
        <translation>&amp;Go on</translation>
    </message>
    <message>
        <source>Sổ mở lại ở máy này. Báo cơ quan nhận là không chuyển máy.</source>
        <translation>The books are open here again. Tell the receiving office that they did not move.</translation>
    </message>
</context>
<context>
    <name>NewChain</name>
    <message>
        <source>Bắt đầu chuỗi gói mới</source>
        <translation>New chain of bundles</translation>
    </message>
    <message>
        <source>Bắt đầu chuỗi gói mới?</source>
        <translation>Begin a new chain of bundles?</translation>
    </message>
    <message>
        <source>Chỉ làm khi máy này là bản sao của máy khác hoặc vừa dùng lại ổ đĩa cũ. Gói sau gồm lại mọi hồ sơ của máy này; không hồ sơ nào mất hay bị tính hai lần.</source>
        <translation>Only where this PC is a copy of another one or an old disk was put back. The next bundle holds again all records of this PC; none is lost or counted twice.</translation>
    </message>
    <message>
        <source>&amp;Bắt đầu</source>
        <translation>&amp;Begin</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>NewPassphraseDialog</name>
    <message>
        <source>Đặt mật khẩu mới</source>
        <translation>A new passphrase</translation>
    </message>
    <message>
        <source>&amp;Hiện mật khẩu</source>
        <translation>&amp;Show the passphrase</translation>
    </message>
    <message>
        <source>&amp;Tên chỉ huy (đang có, hoặc tên mới)</source>
        <translation>&amp;Name of the head (as it is, or a new one)</translation>
    </message>
    <message>
        <source>&amp;Mật khẩu mới</source>
        <translation>New &amp;passphrase</translation>
    </message>
    <message>
        <source>&amp;Gõ lại mật khẩu mới</source>
        <translation>New passphrase a&amp;gain</translation>
    </message>
    <message>
        <source>&amp;Vào sổ</source>
        <translation>Get &amp;in</translation>
    </message>
    <message>
        <source>Mọi dữ liệu còn nguyên, kể cả phần niêm phong. Khóa ký thì mất: thu hồi chứng thư cũ, xin cấp lại.</source>
        <translation>All data is there, sealed parts too. The signing key is lost: have the old certificate revoked and ask for a new one.</translation>
    </message>
</context>
<context>
    <name>NewPassphraseQuestion</name>
    <message>
        <source>Hai lần gõ mật khẩu không giống nhau. Gõ lại.</source>
        <translation>The two passphrases differ. Type them again.</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Xem &amp;bàn giao sổ</source>
        <translation>See the &amp;handover</translation>
    </message>
</context>
<context>
    <name>PaperCheckPresenter</name>
    <message>
        <source>Kiểm tra giấy</source>
        <translation>Check a paper</translation>
    </message>
    <message>
        <source>Đúng bản đang lưu</source>
        <translation>Equals what is stored</translation>
    </message>
    <message>
        <source>Bản cũ</source>
        <translation>Older revision</translation>
    </message>
    <message>
        <source>Hồ sơ đã hủy</source>
        <translation>Record struck out</translation>
    </message>
    <message>
        <source>Không có ở đây</source>
        <translation>Not here</translation>
    </message>
    <message>
        <source>Giấy tập huấn</source>
        <translation>Practice paper</translation>
    </message>
</context>
<context>
    <name>PaperCheckView</name>
    <message>
        <source>Mã kiểm tra trên giấy</source>
        <translation>Check code of the paper</translation>
    </message>
    <message>
        <source>Kiểm &amp;tra</source>
        <translation>&amp;Check</translation>
    </message>
    <message>
        <source>Chọn ả&amp;nh, bản quét hoặc PDF…</source>
        <translation>Choose a pict&amp;ure, scan or PDF…</translation>
    </message>
    <message>
        <source>Giấy này in từ bản nào?</source>
        <translation>Which revision is this paper of?</translation>
    </message>
    <message>
        <source>Gõ 12 ký tự của dòng “Mã kiểm tra” ở cuối trang, hoặc kéo ảnh, bản quét vào đây.</source>
        <translation>Type the 12 characters of the check code at the foot of the page, or drop a picture or scan here.</translation>
    </message>
    <message>
        <source>&amp;Mã kiểm tra</source>
        <translation>Check c&amp;ode</translation>
    </message>
    <message>
        <source>Kiểm tra giấy</source>
        <translation>Check a paper</translation>
    </message>
    <message>
        <source>Giấy in từ hồ sơ hay báo cáo so với những gì đang lưu; không cần mạng.</source>
        <translation>A paper of a record or a report against what is stored; no network is needed.</translation>
    </message>
    <message>
        <source>Mở &amp;hồ sơ</source>
        <translation>Open the &amp;record</translation>
    </message>
    <message>
        <source>Ảnh, PDF</source>
        <translation>Pictures, PDF</translation>
    </message>
    <message>
        <source>Chọn ảnh hoặc bản quét</source>
        <translation>Choose a picture or a scan</translation>
    </message>
</context>
<context>
    <name>PaperDialog</name>
    <message>
        <source>Xem trước khi in</source>
        <translation>Print preview</translation>
    </message>
    <message>
        <source>&amp;In…</source>
        <translation>&amp;Print…</translation>
    </message>
    <message>
        <source>&amp;Lưu PDF…</source>
        <translation>&amp;Save as PDF…</translation>
    </message>
    <message>
        <source>Đón&amp;g</source>
        <translation>C&amp;lose</translation>
    </message>
    <message>
        <source>Ký &amp;số khi lưu</source>
        <translation>&amp;Sign when saving</translation>
    </message>
    <message>
        <source>Tệp PDF mang chữ ký số của chỉ huy và dấu hiệu ký trên trang</source>
        <translation>The PDF file carries the digital signature of the head, and its mark on the page</translation>
    </message>
    <message>
        <source>Đang dựng bản in…</source>
        <translation>Drawing the pages…</translation>
    </message>
    <message>
        <source>Lần đầu có thể mất vài giây.</source>
        <translation>The first time this may take some seconds.</translation>
    </message>
    <message>
        <source>&amp;Dừng in</source>
        <translation>Stop &amp;printing</translation>
    </message>
    <message>
        <source>trên {total}</source>
        <translation>of {total}</translation>
    </message>
    <message>
        <source>Đang dựng giấy {page} trên {total}</source>
        <translation>Making paper {page} of {total}</translation>
    </message>
    <message>
        <source>&amp;Dừng</source>
        <translation>&amp;Stop</translation>
    </message>
    <message>
        <source>Đang in trang {page} trên {total}</source>
        <translation>Printing page {page} of {total}</translation>
    </message>
    <message>
        <source>Ghi đè tệp</source>
        <translation>Write over a file</translation>
    </message>
    <message>
        <source>Ở đó đã có tệp {name}.</source>
        <translation>There is a file {name} already.</translation>
    </message>
    <message>
        <source>Ghi đè thì nội dung cũ của tệp mất hẳn.</source>
        <translation>Writing over it loses what was in the file for good.</translation>
    </message>
    <message>
        <source>Ghi đè</source>
        <translation>Write over it</translation>
    </message>
    <message>
        <source>Chọn tên khác</source>
        <translation>Choose another name</translation>
    </message>
    <message>
        <source>Bỏ qua</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Lưu bản in thành PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>&amp;Trang</source>
        <translation>Pa&amp;ge</translation>
    </message>
    <message>
        <source>&amp;Cỡ xem</source>
        <translation>Si&amp;ze</translation>
    </message>
    <message>
        <source>Cỡ xem</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>Trang</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Vừa bề rộng</source>
        <translation>Fit the width</translation>
    </message>
    <message>
        <source>Trang trước</source>
        <translation>Page before</translation>
    </message>
    <message>
        <source>Trang sau</source>
        <translation>Page after</translation>
    </message>
    <message>
        <source>Phóng to</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>Thu nhỏ</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>Vừa cửa sổ</source>
        <translation>Fit the window</translation>
    </message>
    <message>
        <source>In ra giấy (Ctrl+P)</source>
        <translation>Print on paper (Ctrl+P)</translation>
    </message>
    <message>
        <source>Lưu thành tệp PDF (Ctrl+S)</source>
        <translation>Save as a PDF file (Ctrl+S)</translation>
    </message>
    <message>
        <source>Đóng (Esc)</source>
        <translation>Close (Esc)</translation>
    </message>
    <message>
        <source>Trang {page} trên {total}</source>
        <translation>Page {page} of {total}</translation>
    </message>
</context>
<context>
    <name>PaperKeyDialog</name>
    <message>
        <source>Phiếu khôi phục (một mã)</source>
        <translation>Recovery sheet (one key)</translation>
    </message>
    <message>
        <source>Mảnh khôi phục (các từ)</source>
        <translation>Recovery shares (words)</translation>
    </message>
    <message>
        <source>Mã trên phiếu</source>
        <translation>Key on the sheet</translation>
    </message>
    <message>
        <source>&amp;Tiếp tục</source>
        <translation>&amp;Continue</translation>
    </message>
    <message>
        <source>&amp;Mã trên phiếu</source>
        <translation>C&amp;ode on the sheet</translation>
    </message>
    <message>
        <source>Mảnh {number} của bộ {set}: đúng. Gõ mảnh tiếp theo ({next}/{all}).</source>
        <translation>Share {number} of set {set}: right. Type the next share ({next}/{all}).</translation>
    </message>
    <message>
        <source>Mảnh thứ nhất (1/{all}): gõ 33 từ theo số, bốn chữ cái đầu là đủ. Tắt bộ gõ tiếng Việt trước.</source>
        <translation>The first share (1/{all}): type 33 words by number; their first four letters are enough. Turn the Vietnamese keyboard off first.</translation>
    </message>
    <message>
        <source>Chưa đủ 33 từ. Gõ tiếp các ô còn trống.</source>
        <translation>There are not 33 words yet. Fill in the empty fields.</translation>
    </message>
</context>
<context>
    <name>PaperPresenter</name>
    <message>
        <source>Đã dừng in.</source>
        <translation>Printing was stopped.</translation>
    </message>
    <message>
        <source>Đã gửi bản in đến máy in.</source>
        <translation>The pages were sent to the printer.</translation>
    </message>
    <message>
        <source>Bố cục tham khảo, chưa đối chiếu mẫu ban hành; dưới chân trang có ghi.</source>
        <translation>Layout for reference, not checked against the issued form; the foot of each page says so.</translation>
    </message>
    <message>
        <source>Máy này chưa có máy in nào.</source>
        <translation>This PC has no printer.</translation>
    </message>
    <message>
        <source>Lưu PDF rồi in ở máy khác, hoặc cài máy in trong hệ điều hành.</source>
        <translation>Save as PDF and print it elsewhere, or install a printer in the operating system.</translation>
    </message>
    <message>
        <source>Đã lưu {name}.</source>
        <translation>Saved {name}.</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Đổi mật khẩu của tôi</source>
        <translation>Change my passphrase</translation>
    </message>
    <message>
        <source>Ít nhất 12 ký tự. Bản sao lưu cũ vẫn mở bằng mật khẩu cũ.</source>
        <translation>At least 12 characters. Older backups still open with the old one.</translation>
    </message>
    <message>
        <source>Đổ&amp;i mật khẩu</source>
        <translation>&amp;Change the passphrase</translation>
    </message>
    <message>
        <source>Mật khẩu đang &amp;dùng</source>
        <translation>Passphrase in &amp;use</translation>
    </message>
    <message>
        <source>&amp;Hiện mật khẩu</source>
        <translation>&amp;Show the passphrase</translation>
    </message>
    <message>
        <source>&amp;Mật khẩu mới</source>
        <translation>New &amp;passphrase</translation>
    </message>
    <message>
        <source>&amp;Gõ lại mật khẩu mới</source>
        <translation>New passphrase a&amp;gain</translation>
    </message>
</context>
<context>
    <name>PastPresenter</name>
    <message>
        <source>bắt buộc từ ngày {day}</source>
        <translation>required from {day} on</translation>
    </message>
    <message>
        <source>Nhận lúc {time}.</source>
        <translation>Received at {time}.</translation>
    </message>
    <message>
        <source>{new} hồ sơ mới, {changed} lần sửa, {same} dòng đã có.</source>
        <translation>{new} new records, {changed} changes, {same} rows known before.</translation>
    </message>
    <message>
        <source>Đã ký biên nhận.</source>
        <translation>The receipt is signed.</translation>
    </message>
    <message>
        <source>Chưa ký biên nhận.</source>
        <translation>No receipt is signed yet.</translation>
    </message>
    <message>
        <source>Đã ghi quyết định không nhận gói.</source>
        <translation>The decision not to take the bundle is kept.</translation>
    </message>
    <message>
        <source>{register}: {gone} hồ sơ không còn, {earlier} hồ sơ về lần ghi trước</source>
        <translation>{register}: {gone} records are no more, {earlier} fall back to an earlier revision</translation>
    </message>
    <message>
        <source>Không hồ sơ nào thay đổi.</source>
        <translation>No record changes.</translation>
    </message>
    <message>
        <source>Số liệu {period} thay đổi:</source>
        <translation>Figures of {period} change:</translation>
    </message>
    <message>
        <source>Gói vẫn được giữ và nhập lại được; biên nhận sau báo cho đơn vị.</source>
        <translation>The bundle is kept and can be imported again; the next receipt tells the unit.</translation>
    </message>
    <message>
        <source>Đã rút lại. Ký biên nhận để báo đơn vị.</source>
        <translation>Taken back. Sign the receipt that tells the unit.</translation>
    </message>
    <message>
        <source>Đã đổi cách nhận. Danh bạ sau báo cho các đơn vị.</source>
        <translation>Changed. The next directory tells the units.</translation>
    </message>
    <message>
        <source>Đã đổi số chữ ký. Danh bạ sau báo cho các đơn vị.</source>
        <translation>The number of signatures was changed. The next directory tells the units.</translation>
    </message>
    <message>
        <source>Đã ghi {count} biên nhận và đọc lại khớp.</source>
        <translation>{count} receipts were written and read back equal.</translation>
    </message>
    <message>
        <source>Không có gói nào chờ biên nhận.</source>
        <translation>No bundle waits for a receipt.</translation>
    </message>
</context>
<context>
    <name>PeriodPicker</name>
    <message>
        <source>Loại kỳ</source>
        <translation>Kind of period</translation>
    </message>
    <message>
        <source>Năm</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Kỳ</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Từ ngày</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Đến ngày</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Ngày đầu kỳ phải trước ngày cuối kỳ.</source>
        <translation>The first day must come before the last.</translation>
    </message>
    <message>
        <source>Từ {first} đến hết {last}</source>
        <translation>From {first} to {last}</translation>
    </message>
    <message>
        <source> · mốc kỳ chưa đối chiếu văn bản gốc</source>
        <translation> · limits not compared with the original text</translation>
    </message>
</context>
<context>
    <name>Periods</name>
    <message>
        <source>Dương lịch</source>
        <translation>Calendar year</translation>
    </message>
    <message>
        <source>Chế độ báo cáo (NĐ 09/2019)</source>
        <translation>Reporting regime (Decree 09/2019)</translation>
    </message>
    <message>
        <source>Năm công tác Công an</source>
        <translation>Police working year</translation>
    </message>
    <message>
        <source>Năm xét khu dân cư (TT 124/2021)</source>
        <translation>Year for residential areas (Circular 124/2021)</translation>
    </message>
    <message>
        <source>Năm xét cấp xã (TT 124/2021)</source>
        <translation>Year for communes (Circular 124/2021)</translation>
    </message>
    <message>
        <source>Đợt thi đua 19/8</source>
        <translation>Campaign of 19 August</translation>
    </message>
    <message>
        <source>Từ ngày đến ngày</source>
        <translation>From day to day</translation>
    </message>
    <message>
        <source>Cả năm</source>
        <translation>Whole year</translation>
    </message>
    <message>
        <source>Cả đợt</source>
        <translation>Whole campaign</translation>
    </message>
    <message>
        <source>Quý I</source>
        <translation>Quarter I</translation>
    </message>
    <message>
        <source>Quý II</source>
        <translation>Quarter II</translation>
    </message>
    <message>
        <source>Quý III</source>
        <translation>Quarter III</translation>
    </message>
    <message>
        <source>Quý IV</source>
        <translation>Quarter IV</translation>
    </message>
    <message>
        <source>6 tháng đầu năm</source>
        <translation>First half-year</translation>
    </message>
    <message>
        <source>6 tháng cuối năm</source>
        <translation>Second half-year</translation>
    </message>
    <message>
        <source>9 tháng đầu năm</source>
        <translation>First nine months</translation>
    </message>
    <message>
        <source>Tháng {month}</source>
        <translation>Month {month}</translation>
    </message>
    <message>
        <source>Năm {year}</source>
        <translation>Year {year}</translation>
    </message>
</context>
<context>
    <name>PinDialog</name>
    <message>
        <source>Mã PIN của token</source>
        <translation>PIN of the token</translation>
    </message>
    <message>
        <source>&amp;Ký</source>
        <translation>&amp;Sign</translation>
    </message>
    <message>
        <source>&amp;Tiếp tục</source>
        <translation>&amp;Go on</translation>
    </message>
    <message>
        <source>&amp;Bỏ qua</source>
        <translation>&amp;Cancel</translation>
    </message>
    <message>
        <source>Mã &amp;PIN</source>
        <translation>&amp;PIN</translation>
    </message>
    <message>
        <source>Mã PIN không được lưu. Nếu sai, việc ký dừng ngay, máy không tự thử lại.</source>
        <translation>The PIN is not kept. If it is wrong, signing stops at once; nothing is tried again by itself.</translation>
    </message>
    <message>
        <source>Nếu sai, việc ký dừng ngay, máy không tự thử lại.</source>
        <translation>A wrong one ends the act at once; nothing is tried again by itself.</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Báo cáo</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>Kết nối</source>
        <translation>Trust</translation>
    </message>
    <message>
        <source>Hệ thống</source>
        <translation>Program</translation>
    </message>
    <message>
        <source>Nộp báo cáo</source>
        <translation>Submit</translation>
    </message>
    <message>
        <source>Gói đến</source>
        <translation>Inbox</translation>
    </message>
    <message>
        <source>Hồ sơ trả lại</source>
        <translation>Returned records</translation>
    </message>
    <message>
        <source>Việc cần làm</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>Ai đã báo cáo</source>
        <translation>Who has reported</translation>
    </message>
    <message>
        <source>Số liệu</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>Biểu mẫu</source>
        <translation>Forms</translation>
    </message>
    <message>
        <source>Tổng hợp</source>
        <translation>Consolidated</translation>
    </message>
    <message>
        <source>Hồ sơ nhận chuyển</source>
        <translation>Received cases</translation>
    </message>
    <message>
        <source>Tổng quan</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>Có thể trùng</source>
        <translation>Possible duplicates</translation>
    </message>
    <message>
        <source>Hồ sơ các đơn vị</source>
        <translation>Records of units</translation>
    </message>
    <message>
        <source>Kết nối với cơ quan nhận</source>
        <translation>Connect with the receiving office</translation>
    </message>
    <message>
        <source>Đơn vị và chứng thư</source>
        <translation>Units and certificates</translation>
    </message>
    <message>
        <source>Người dùng</source>
        <translation>Users</translation>
    </message>
    <message>
        <source>Gốc tin cậy khác</source>
        <translation>Other trusted roots</translation>
    </message>
    <message>
        <source>Lịch ngày làm việc</source>
        <translation>Working days</translation>
    </message>
    <message>
        <source>Bàn giao sổ</source>
        <translation>Hand over books</translation>
    </message>
    <message>
        <source>Tự kiểm tra</source>
        <translation>Self-check</translation>
    </message>
    <message>
        <source>Đơn vị hành chính</source>
        <translation>Administrative units</translation>
    </message>
    <message>
        <source>Nhật ký</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Khôi phục</source>
        <translation>Recovery</translation>
    </message>
    <message>
        <source>Kiểm tra giấy</source>
        <translation>Check a paper</translation>
    </message>
</context>
<context>
    <name>Practising</name>
    <message>
        <source>Đang mở lớp tập huấn…</source>
        <translation>Opening the practice class…</translation>
    </message>
    <message>
        <source>Đã xóa lớp tập huấn trên máy này.</source>
        <translation>The practice class was removed from this PC.</translation>
    </message>
    <message>
        <source>Đã xóa sổ thực hành trên máy này.</source>
        <translation>The practice workspace was removed from this PC.</translation>
    </message>
    <message>
        <source>TẬP HUẤN – {name}. Mật khẩu của lớp: {passphrase}</source>
        <translation>PRACTICE – {name}. Passphrase of the class: {passphrase}</translation>
    </message>
    <message>
        <source>&amp;Rời lớp tập huấn…</source>
        <translation>Leave the p&amp;ractice class…</translation>
    </message>
    <message>
        <source>TẬP HUẤN – sổ thực hành</source>
        <translation>PRACTICE – not for real work</translation>
    </message>
    <message>
        <source>&amp;Vào lớp tập huấn</source>
        <translation>Enter the &amp;practice class</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>chưa in</source>
        <translation>not printed yet</translation>
    </message>
    <message>
        <source>&amp;Gõ lại từ giấy…</source>
        <translation>&amp;Type back from paper…</translation>
    </message>
    <message>
        <source>Để &amp;sau</source>
        <translation>&amp;Later</translation>
    </message>
    <message>
        <source>In {name}…</source>
        <translation>Print {name}…</translation>
    </message>
    <message>
        <source>đã in hoặc lưu</source>
        <translation>printed or saved</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>Đang xem {done} trên {total} gói</source>
        <translation>Looking at bundle {done} of {total}</translation>
    </message>
    <message>
        <source>{count} dòng</source>
        <translation>{count} rows</translation>
    </message>
    <message>
        <source>đọc {share}%</source>
        <translation>{share}% read</translation>
    </message>
    <message>
        <source>còn khoảng {count} giây</source>
        <translation>about {count} seconds left</translation>
    </message>
    <message>
        <source>còn khoảng {count} phút</source>
        <translation>about {count} minutes left</translation>
    </message>
</context>
<context>
    <name>ProposalsPanel</name>
    <message>
        <source>Đề xuất từ các sổ</source>
        <translation>Propose from the registers</translation>
    </message>
    <message>
        <source>Ghi: Đạt</source>
        <translation>Enter: met</translation>
    </message>
    <message>
        <source>Ghi: Chưa đạt</source>
        <translation>Enter: not met</translation>
    </message>
    <message>
        <source>Mở hồ sơ…</source>
        <translation>Open record…</translation>
    </message>
    <message>
        <source>Bảng của tỉnh</source>
        <translation>Tables of the province</translation>
    </message>
    <message>
        <source>Nhập bảng tiêu chí bổ sung…</source>
        <translation>Import the table of added criteria…</translation>
    </message>
    <message>
        <source>Nhập bảng mức điểm phân loại…</source>
        <translation>Import the table of grade thresholds…</translation>
    </message>
    <message>
        <source>Bảng CSV (*.csv)</source>
        <translation>CSV tables (*.csv)</translation>
    </message>
    <message>
        <source>Tiêu chí</source>
        <translation>Criterion</translation>
    </message>
    <message>
        <source>Đề xuất</source>
        <translation>Proposed</translation>
    </message>
    <message>
        <source>Đã ghi</source>
        <translation>Entered</translation>
    </message>
    <message>
        <source>Căn cứ từ các sổ</source>
        <translation>What the registers say</translation>
    </message>
    <message>
        <source>Hồ sơ</source>
        <translation>Records</translation>
    </message>
    <message>
        <source>{result} (khác đề xuất)</source>
        <translation>{result} (not as proposed)</translation>
    </message>
</context>
<context>
    <name>Queries</name>
    <message>
        <source>Gói này không có hồ sơ nào để trả lại.</source>
        <translation>This bundle has no record to return.</translation>
    </message>
    <message>
        <source>Trả lại để bổ sung, chỉnh lý</source>
        <translation>Return for correction</translation>
    </message>
    <message>
        <source>Đơn vị đọc nguyên văn nội dung này. Không ghi tên người cung cấp tin.</source>
        <translation>The unit reads this text word for word. Do not name anyone who gave information.</translation>
    </message>
    <message>
        <source>&amp;Trả lại</source>
        <translation>Re&amp;turn</translation>
    </message>
    <message>
        <source>Trả lại cả gói, không nhập dòng nào</source>
        <translation>Return the whole bundle; no row comes in</translation>
    </message>
    <message>
        <source>Lời này đi cùng biên nhận. Hồ sơ nào cần sửa thì đánh dấu ở dưới, viết một câu.</source>
        <translation>These words go with the receipt. Mark the records to be mended below, with a sentence each.</translation>
    </message>
    <message>
        <source>Chỉ liệt kê {count} hồ sơ đầu của gói.</source>
        <translation>Only the first {count} records of the bundle are listed.</translation>
    </message>
    <message>
        <source>dòng {row}</source>
        <translation>row {row}</translation>
    </message>
    <message>
        <source>Đã trả lại gói. Ký biên nhận để báo đơn vị.</source>
        <translation>The bundle is returned. Sign receipts to tell the unit.</translation>
    </message>
    <message>
        <source>Đã trả lại gói và lập {count} yêu cầu. Ký biên nhận, rồi ghi Hồ sơ trả lại.</source>
        <translation>The bundle is returned, with {count} queries. Sign receipts, then write Returned records.</translation>
    </message>
    <message>
        <source>số {book}</source>
        <translation>number {book}</translation>
    </message>
    <message>
        <source>Đã lập {count} yêu cầu. Ghi ra USB ở Hồ sơ trả lại.</source>
        <translation>{count} queries were made. Write them to USB under Returned records.</translation>
    </message>
    <message>
        <source>Quá hạn</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Cần làm</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>Đã sửa, chưa gửi</source>
        <translation>Corrected, not sent</translation>
    </message>
    <message>
        <source>Đã gửi</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Xong</source>
        <translation>Settled</translation>
    </message>
    <message>
        <source>Đã hỏi lại</source>
        <translation>Asked again</translation>
    </message>
    <message>
        <source>Đã rút</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>Đã trả lời, chưa gửi</source>
        <translation>Answered, not sent</translation>
    </message>
    <message>
        <source>Chưa ghi ra USB</source>
        <translation>Not on a stick yet</translation>
    </message>
    <message>
        <source>Chờ trả lời</source>
        <translation>Waiting for an answer</translation>
    </message>
    <message>
        <source>Trả lời bằng lời</source>
        <translation>Answered in words</translation>
    </message>
    <message>
        <source>Cả gói đã nộp</source>
        <translation>The whole bundle</translation>
    </message>
    <message>
        <source>{register}, hồ sơ chưa có ở đây</source>
        <translation>{register}, a record that is not here</translation>
    </message>
    <message>
        <source>{title} ({register}, số {book})</source>
        <translation>{title} ({register}, number {book})</translation>
    </message>
    <message>
        <source>Cả hồ sơ</source>
        <translation>The whole record</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Quay &amp;lại</source>
        <translation>&amp;Back</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>Lý do</source>
        <translation>Reasons</translation>
    </message>
    <message>
        <source>&amp;Lý do</source>
        <translation>&amp;Reason</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>Records</name>
    <message>
        <source>Số</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Trạng thái</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Có</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>Đã hủy</source>
        <translation>Voided</translation>
    </message>
    <message>
        <source>Nháp</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>Mọi thời gian</source>
        <translation>Any time</translation>
    </message>
    <message>
        <source>Tháng này</source>
        <translation>This month</translation>
    </message>
    <message>
        <source>Tháng trước</source>
        <translation>Last month</translation>
    </message>
    <message>
        <source>Quý này</source>
        <translation>This quarter</translation>
    </message>
    <message>
        <source>Quý trước</source>
        <translation>Last quarter</translation>
    </message>
    <message>
        <source>Năm {year}</source>
        <translation>Year {year}</translation>
    </message>
    <message>
        <source> · chưa đủ: đang tính lại thời hạn</source>
        <translation> · not all yet: time limits are being worked out</translation>
    </message>
    <message>
        <source> · thời hạn tính từ {day} trở đi chưa xác minh</source>
        <translation> · limits that start from {day} on are not verified</translation>
    </message>
    <message>
        <source>Chuyển cho {unit} · {at}, đến bản {number}</source>
        <translation>Handed over to {unit} · {at}, up to revision {number}</translation>
    </message>
    <message>
        <source>Nơi nhận chưa trả lời.</source>
        <translation>The receiver has not answered.</translation>
    </message>
    <message>
        <source>Đã tiếp nhận: {who}, {at}</source>
        <translation>Taken over: {who}, {at}</translation>
    </message>
    <message>
        <source>Từ chối: {who}, {at}</source>
        <translation>Refused: {who}, {at}</translation>
    </message>
    <message>
        <source>Bản {number} · {at} · {author}</source>
        <translation>Revision {number} · {at} · {author}</translation>
    </message>
    <message>
        <source>Đã hủy hồ sơ</source>
        <translation>The record was voided</translation>
    </message>
    <message>
        <source>Lý do: {reason}</source>
        <translation>Reason: {reason}</translation>
    </message>
    <message>
        <source>Phần niêm phong đã sửa</source>
        <translation>What is sealed was changed</translation>
    </message>
    <message>
        <source>Đã sửa tệp đính kèm</source>
        <translation>Attachments were changed</translation>
    </message>
    <message>
        <source>Sổ này chưa có hồ sơ nào</source>
        <translation>No records in this register yet</translation>
    </message>
    <message>
        <source>Bấm “Thêm hồ sơ” hoặc Ctrl+N để nhập hồ sơ đầu tiên.</source>
        <translation>Choose “Add a record” or Ctrl+N to enter the first one.</translation>
    </message>
    <message>
        <source>Không có hồ sơ nào khớp</source>
        <translation>No record matches</translation>
    </message>
    <message>
        <source>Bỏ bớt điều kiện lọc hoặc gõ từ khác.</source>
        <translation>Remove a filter or type other words.</translation>
    </message>
    <message>
        <source>Xuất…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>Hồ sơ đơn vị gửi lên chỉ để xem; sai thì mở ra và bấm “Trả lại đơn vị…”.</source>
        <translation>Records that units sent are only read here; if one is wrong, open it and choose “Return to the unit…”.</translation>
    </message>
    <message>
        <source>Xuất các hồ sơ đã chọn, hoặc mọi hồ sơ đang lọc, ra bảng Excel hoặc CSV; có ghi nhật ký (Ctrl+E)</source>
        <translation>Exports the selected records, or all that are filtered, as an Excel or CSV table; written to the journal (Ctrl+E)</translation>
    </message>
    <message>
        <source>Lịch sử</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Các lần sửa của hồ sơ đã đánh dấu (F6)</source>
        <translation>Revisions of the marked record (F6)</translation>
    </message>
    <message>
        <source>Chuyển…</source>
        <translation>Hand over…</translation>
    </message>
    <message>
        <source>Chuyển các hồ sơ đã chọn cho cơ quan khác (Ctrl+T)</source>
        <translation>Hand the selected records over to another body (Ctrl+T)</translation>
    </message>
    <message>
        <source>Hủy</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>Hủy hồ sơ đã đánh dấu, có ghi lý do (Del)</source>
        <translation>Void the marked record, with a reason (Del)</translation>
    </message>
    <message>
        <source>Mở</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Mở hồ sơ đã đánh dấu (Enter)</source>
        <translation>Open the marked record (Enter)</translation>
    </message>
    <message>
        <source>Nhập bảng</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>Gõ hoặc dán nhiều hồ sơ, mỗi dòng một hồ sơ (Ctrl+B)</source>
        <translation>Type or paste many records, one in each row (Ctrl+B)</translation>
    </message>
    <message>
        <source>Thêm hồ sơ</source>
        <translation>Add a record</translation>
    </message>
    <message>
        <source>Nhập hồ sơ mới (Ctrl+N hoặc Insert)</source>
        <translation>Enter a new record (Ctrl+N or Insert)</translation>
    </message>
    <message>
        <source>Tìm trong sổ này, có dấu hay không dấu</source>
        <translation>Search this register, with or without marks</translation>
    </message>
    <message>
        <source>Tìm trong sổ này</source>
        <translation>Search this register</translation>
    </message>
    <message>
        <source>Hồ sơ của đơn vị này và cấp dưới của nó; gõ tên để tìm, có dấu hay không dấu</source>
        <translation>Records of this unit and of those below it; type a name to find it, with or without marks</translation>
    </message>
    <message>
        <source>Thời gian</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Quá hạn</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Bỏ lọc</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source>Xem lại mọi hồ sơ của sổ (Ctrl+R)</source>
        <translation>Show every record of the register again (Ctrl+Shift+L)</translation>
    </message>
    <message>
        <source>Dừng</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Dừng, xem lại danh sách trước (Ctrl+.)</source>
        <translation>Stops, and shows the list before again (Ctrl+.)</translation>
    </message>
    <message>
        <source>Kiểu xem</source>
        <translation>Views</translation>
    </message>
    <message>
        <source>Lưu cột, sắp xếp và điều kiện lọc đang dùng; mở lại kiểu xem đã lưu</source>
        <translation>Save the columns, order and filters in use; open a saved view again</translation>
    </message>
    <message>
        <source>Cột</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>Chọn các cột hiện trong danh sách</source>
        <translation>Choose the columns of the list</translation>
    </message>
    <message>
        <source>Các lần sửa</source>
        <translation>Revisions</translation>
    </message>
</context>
<context>
    <name>RecordsScreen</name>
    <message>
        <source>Đang đếm…</source>
        <translation>Counting…</translation>
    </message>
    <message>
        <source>{count} hồ sơ</source>
        <translation>Records: {count}</translation>
    </message>
    <message>
        <source> · đang lọc</source>
        <translation> · filtered</translation>
    </message>
    <message>
        <source> · đã chọn {count}</source>
        <translation> · {count} selected</translation>
    </message>
    <message>
        <source>Bỏ nháp</source>
        <translation>Discard draft</translation>
    </message>
    <message>
        <source>Hủy</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>Chọn một hồ sơ để xem các lần sửa.</source>
        <translation>Choose a record to see its revisions.</translation>
    </message>
    <message>
        <source>Bản nháp chưa có lịch sử.</source>
        <translation>A draft has no history yet.</translation>
    </message>
    <message>
        <source>Đang tìm trong sổ…</source>
        <translation>Searching the register…</translation>
    </message>
    <message>
        <source>Đang xếp danh sách…</source>
        <translation>Sorting the list…</translation>
    </message>
</context>
<context>
    <name>RecordsView</name>
    <message>
        <source>Mọi trạng thái</source>
        <translation>Any state</translation>
    </message>
    <message>
        <source>Mọi đơn vị</source>
        <translation>All units</translation>
    </message>
    <message>
        <source>Lưu kiểu xem này…</source>
        <translation>Save this view…</translation>
    </message>
    <message>
        <source>Xóa kiểu xem</source>
        <translation>Delete a view</translation>
    </message>
    <message>
        <source>Xuất…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>Dừng xuất</source>
        <translation>Stop export</translation>
    </message>
    <message>
        <source>Lưu kiểu xem</source>
        <translation>Save view</translation>
    </message>
    <message>
        <source>Tên kiểu xem (trùng tên thì ghi đè):</source>
        <translation>Name of the view (the same name is overwritten):</translation>
    </message>
    <message>
        <source>Lưu</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Thôi</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Danh sách hồ sơ</source>
        <translation>List of records</translation>
    </message>
    <message>
        <source>Tìm trong sổ này</source>
        <translation>Search in this register</translation>
    </message>
</context>
<context>
    <name>RecoveryPresenter</name>
    <message>
        <source>Khôi phục</source>
        <translation>Recovery</translation>
    </message>
    <message>
        <source>Một phiếu khôi phục.</source>
        <translation>One recovery sheet.</translation>
    </message>
    <message>
        <source>Ba mảnh của bộ {set}; hai mảnh bất kỳ mở được.</source>
        <translation>Three shares of set {set}; any two of them open.</translation>
    </message>
    <message>
        <source>Chưa thử lần nào: lấy từ nơi cất ra, gõ thử, cất lại.</source>
        <translation>Never tried: fetch it, type it, put it back.</translation>
    </message>
    <message>
        <source>Thử lần cuối ngày {day}; mỗi năm thử một lần.</source>
        <translation>Tried last on {day}; try it once a year.</translation>
    </message>
    <message>
        <source>Phiếu hoặc mảnh mới lập ngày {day} chưa gõ lại từ giấy; cái cũ còn hiệu lực.</source>
        <translation>The new sheet or shares of {day} are not typed back from paper yet; the old ones stay valid.</translation>
    </message>
    <message>
        <source>Thử phiếu hoặc mảnh</source>
        <translation>Try the sheet or shares</translation>
    </message>
    <message>
        <source>Không thay đổi gì; chỉ ghi ngày thử. Xong thì niêm phong, cất lại.</source>
        <translation>Nothing changes but the day of the drill. Seal them again and put them back.</translation>
    </message>
    <message>
        <source>Đúng: mở được dữ liệu và mọi phần niêm phong. Đã ghi ngày thử.</source>
        <translation>Right: they open the data and every sealed part. The day is kept.</translation>
    </message>
    <message>
        <source>mảnh {number}</source>
        <translation>share {number}</translation>
    </message>
    <message>
        <source>Mỗi mảnh một tờ, cho một người giữ. Đóng cửa sổ này thì không in lại được nữa, phải lập bộ khác. Phiếu đang dùng còn hiệu lực đến khi gõ lại đủ ba mảnh.</source>
        <translation>A sheet for each share, each for another person. Once this window is closed they cannot be printed again, and another set must be made. What is in use stays valid until all three are typed back.</translation>
    </message>
    <message>
        <source>In ba mảnh</source>
        <translation>Print three shares</translation>
    </message>
    <message>
        <source>Đóng cửa sổ này thì không in lại được nữa, phải lập phiếu khác. Cái đang dùng còn hiệu lực đến khi gõ lại mã trên phiếu mới.</source>
        <translation>Once this window is closed it cannot be printed again, and another sheet must be made. What is in use stays valid until the new key is typed back.</translation>
    </message>
    <message>
        <source>phiếu mới</source>
        <translation>the new sheet</translation>
    </message>
    <message>
        <source>In phiếu mới</source>
        <translation>Print a new sheet</translation>
    </message>
    <message>
        <source>Gõ lại từ giấy</source>
        <translation>Type back from paper</translation>
    </message>
    <message>
        <source>Gõ từ tờ giấy vừa in, không chép từ màn hình: để chắc giấy đọc được.</source>
        <translation>Type from the paper just printed, not from the screen: so it is sure that the paper can be read.</translation>
    </message>
    <message>
        <source>Đang niêm phong lại: {done}/{total}</source>
        <translation>Sealing again: {done}/{total}</translation>
    </message>
    <message>
        <source>Phiếu hoặc mảnh đang dùng</source>
        <translation>The sheet or shares in use</translation>
    </message>
    <message>
        <source>Có phần niêm phong đồng chí không mở được: gõ phiếu hoặc mảnh đang dùng.</source>
        <translation>There are sealed parts that you cannot open: type the sheet or shares in use.</translation>
    </message>
    <message>
        <source>Phiếu hoặc mảnh cũ hết hiệu lực: hủy đi. Khóa sổ để dữ liệu được ghi lại bằng khóa mới, rồi sao lưu ra USB.</source>
        <translation>The old sheet or shares open nothing more: destroy them. Lock the books so that the data is written under a new key, then back up to a stick.</translation>
    </message>
</context>
<context>
    <name>RecoveryView</name>
    <message>
        <source>&amp;Thử phiếu hoặc mảnh…</source>
        <translation>&amp;Try the sheet or shares…</translation>
    </message>
    <message>
        <source>&amp;Chia thành ba mảnh…</source>
        <translation>Make three &amp;shares…</translation>
    </message>
    <message>
        <source>Lập &amp;phiếu mới…</source>
        <translation>Make a &amp;new sheet…</translation>
    </message>
    <message>
        <source>&amp;Gõ lại từ giấy…</source>
        <translation>&amp;Type back from paper…</translation>
    </message>
    <message>
        <source>Khôi phục</source>
        <translation>Recovery</translation>
    </message>
    <message>
        <source>Đường vào duy nhất khi mọi mật khẩu đã mất.</source>
        <translation>The only way in when all passphrases are lost.</translation>
    </message>
    <message>
        <source>Đang dùng</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>Thay phiếu đang dùng</source>
        <translation>Replace what is in use</translation>
    </message>
    <message>
        <source>Ba mảnh do ba người giữ ở ba nơi; hai mảnh bất kỳ mở được, một mảnh thì không. In ra, gõ lại từ giấy; gõ đúng hết thì phiếu cũ mới hết hiệu lực. Bản sao lưu làm trước đó vẫn mở được bằng phiếu cũ.</source>
        <translation>Three persons keep three shares in three places; any two of them open, one does not. Print them and type them back from paper; only when all are right does the old sheet open nothing more. Backups made before still open with the old sheet.</translation>
    </message>
    <message>
        <source>Mất hết thì mất gì</source>
        <translation>What is lost if all is lost</translation>
    </message>
    <message>
        <source>Mất phiếu, hoặc mất hai trong ba mảnh, mà quên mọi mật khẩu: không ai mở lại được sổ, kể cả từ bản sao lưu, kể cả người làm phần mềm. Phiếu và mảnh không mở được khóa ký: mất khóa ký thì thu hồi chứng thư và xin cấp lại.</source>
        <translation>If the sheet, or two of three shares, are lost and all passphrases forgotten, nobody opens the books again, not from a backup, not the makers of the program. Sheet and shares open no signing key: where that is lost, have the certificate revoked and ask for a new one.</translation>
    </message>
</context>
<context>
    <name>RemoveDialog</name>
    <message>
        <source>Xóa sổ thực hành</source>
        <translation>Remove the practice workspace</translation>
    </message>
    <message>
        <source>Sổ thực hành của {unit} sẽ mất: hồ sơ, tệp đính kèm, gói nộp, khóa ký và bản sao lưu trên máy này. Tệp đã lưu ra nơi khác vẫn còn.</source>
        <translation>The practice workspace of {unit} will go: records, attachments, bundles, signing keys and backups on this PC. Files that were saved elsewhere stay.</translation>
    </message>
    <message>
        <source>&amp;Mật khẩu của chỉ huy</source>
        <translation>&amp;Passphrase of the head</translation>
    </message>
    <message>
        <source>&amp;Xóa sổ này</source>
        <translation>&amp;Remove it</translation>
    </message>
</context>
<context>
    <name>RenewDialog</name>
    <message>
        <source>Đặt lại mật khẩu</source>
        <translation>Reset a passphrase</translation>
    </message>
    <message>
        <source>{name} tự gõ mật khẩu mới. Khóa ký của người này mất, nếu có.</source>
        <translation>{name} types a new passphrase. The person&apos;s signing key, if any, is lost.</translation>
    </message>
    <message>
        <source>Đặt &amp;lại mật khẩu</source>
        <translation>&amp;Reset the passphrase</translation>
    </message>
    <message>
        <source>&amp;Hiện mật khẩu</source>
        <translation>&amp;Show the passphrase</translation>
    </message>
    <message>
        <source>&amp;Mật khẩu mới</source>
        <translation>New &amp;passphrase</translation>
    </message>
    <message>
        <source>&amp;Gõ lại mật khẩu mới</source>
        <translation>New passphrase a&amp;gain</translation>
    </message>
</context>
<context>
    <name>RenewListDialog</name>
    <message>
        <source>Làm mới danh sách thu hồi</source>
        <translation>Renew the revocation list</translation>
    </message>
    <message>
        <source>Danh sách mang ngày hôm nay; các đơn vị có qua danh bạ cấp lần sau.</source>
        <translation>The list is dated today; the units get it with the next directory.</translation>
    </message>
    <message>
        <source>&amp;Làm mới danh sách</source>
        <translation>&amp;Renew the list</translation>
    </message>
</context>
<context>
    <name>Repeating</name>
    <message>
        <source>Ô này chưa có giá trị nào để lặp lại.</source>
        <translation>There is no value to repeat in this field yet.</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Báo cáo của kỳ</source>
        <translation>Period report</translation>
    </message>
    <message>
        <source>&amp;Xem bản in…</source>
        <translation>&amp;Preview…</translation>
    </message>
    <message>
        <source>Lưu tệp &amp;Word…</source>
        <translation>Save for &amp;Word…</translation>
    </message>
    <message>
        <source>Đón&amp;g</source>
        <translation>C&amp;lose</translation>
    </message>
    <message>
        <source>Các mục của báo cáo</source>
        <translation>Sections of the report</translation>
    </message>
    <message>
        <source>Câu máy viết từ &amp;số liệu (chỉ đọc)</source>
        <translation>&amp;Sentences from the figures (read only)</translation>
    </message>
    <message>
        <source>&amp;Lời viết thêm của đơn vị</source>
        <translation>&amp;Own words of the unit</translation>
    </message>
    <message>
        <source>Câu máy viết từ số liệu</source>
        <translation>Sentences from the figures</translation>
    </message>
    <message>
        <source>Lời viết thêm của đơn vị</source>
        <translation>Own words of the unit</translation>
    </message>
    <message>
        <source>Xem báo cáo như sẽ in, rồi in hoặc lưu PDF (Ctrl+P)</source>
        <translation>See the report as it will be printed, then print it or save it as PDF (Ctrl+P)</translation>
    </message>
    <message>
        <source>Cùng nội dung, để sửa tiếp bằng Word</source>
        <translation>The same content, to go on writing in Word</translation>
    </message>
</context>
<context>
    <name>ReportPresenter</name>
    <message>
        <source>Báo cáo: {period}</source>
        <translation>Report: {period}</translation>
    </message>
    <message>
        <source>Lời viết ở đây được in và gửi kèm gói: không ghi họ tên, thông tin riêng của người dân, bí mật nhà nước.</source>
        <translation>What is written here is printed and sent with the bundle: no names or private data of people, no State secrets.</translation>
    </message>
    <message>
        <source>Số liệu đã chốt, bản {version}: bản in đã lập giữ nguyên; lời sửa từ nay vào bản điều chỉnh.</source>
        <translation>The figures are frozen, version {version}: the printed report stays as it is; what is changed from now on goes into the corrected one.</translation>
    </message>
    <message>
        <source>Chưa lưu…</source>
        <translation>Not saved yet…</translation>
    </message>
    <message>
        <source>Đã lưu lúc {time}</source>
        <translation>Saved at {time}</translation>
    </message>
    <message>
        <source>Lưu báo cáo thành tệp Word</source>
        <translation>Save the report for Word</translation>
    </message>
    <message>
        <source>Word (*.docx)</source>
        <translation>Word (*.docx)</translation>
    </message>
    <message>
        <source>Đã lưu {name}.</source>
        <translation>Saved {name}.</translation>
    </message>
</context>
<context>
    <name>Reported</name>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Đã nộp</source>
        <translation>Reported</translation>
    </message>
    <message>
        <source>Đã nộp / phải nộp</source>
        <translation>Reported / owed</translation>
    </message>
    <message>
        <source>Hạn nộp {day}.</source>
        <translation>Due {day}.</translation>
    </message>
    <message>
        <source>N</source>
        <comment>reported</comment>
        <translation>R</translation>
    </message>
    <message>
        <source>Không PS</source>
        <translation>Nil</translation>
    </message>
    <message>
        <source>K</source>
        <comment>nil</comment>
        <translation>N</translation>
    </message>
    <message>
        <source>Nộp muộn</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>M</source>
        <comment>late</comment>
        <translation>L</translation>
    </message>
    <message>
        <source>Chưa nộp</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>C</source>
        <comment>waiting</comment>
        <translation>W</translation>
    </message>
    <message>
        <source>Quá hạn</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Q</source>
        <comment>overdue</comment>
        <translation>O</translation>
    </message>
    <message>
        <source>Trả lại</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>T</source>
        <comment>returned</comment>
        <translation>B</translation>
    </message>
    <message>
        <source>Thiếu gói</source>
        <translation>Gap</translation>
    </message>
    <message>
        <source>G</source>
        <comment>gap</comment>
        <translation>G</translation>
    </message>
    <message>
        <source>Hai bản</source>
        <translation>Fork</translation>
    </message>
    <message>
        <source>H</source>
        <comment>fork</comment>
        <translation>F</translation>
    </message>
    <message>
        <source>Đang giữ</source>
        <translation>On hold</translation>
    </message>
    <message>
        <source>Đ</source>
        <comment>held</comment>
        <translation>H</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>Đã nộp báo cáo.</source>
        <translation>Reported.</translation>
    </message>
    <message>
        <source>Đã ký báo cáo không phát sinh.</source>
        <translation>A nil report was signed.</translation>
    </message>
    <message>
        <source>Đã nộp, sau hạn nộp.</source>
        <translation>Reported, after the due date.</translation>
    </message>
    <message>
        <source>Chưa nộp; chưa quá hạn hoặc chưa đặt hạn.</source>
        <translation>Not reported; not overdue, or no due date is set.</translation>
    </message>
    <message>
        <source>Chưa nộp, đã quá hạn.</source>
        <translation>Not reported, overdue.</translation>
    </message>
    <message>
        <source>Gói đã bị trả lại; chờ gói đã sửa.</source>
        <translation>The bundle was returned; a corrected one is awaited.</translation>
    </message>
    <message>
        <source>Gói đang giữ: thiếu gói trước hoặc cần cập nhật.</source>
        <translation>The bundle is held: one before it is missing, or an update is needed.</translation>
    </message>
    <message>
        <source>Có hai bản trái nhau; cần chỉ huy quyết định.</source>
        <translation>Two versions contradict each other; the head has to decide.</translation>
    </message>
    <message>
        <source>Cán bộ đang giữ gói để xem xét.</source>
        <translation>An officer holds the bundle to look into it.</translation>
    </message>
    <message>
        <source>Không phải nộp, hoặc kỳ chưa kết thúc.</source>
        <translation>Not owed, or the period has not ended.</translation>
    </message>
    <message>
        <source>Nhận lúc {time} ({verdict}).</source>
        <translation>Received {time} ({verdict}).</translation>
    </message>
    <message>
        <source>6T đầu</source>
        <translation>1st half</translation>
    </message>
    <message>
        <source>6T cuối</source>
        <translation>2nd half</translation>
    </message>
    <message>
        <source>9 tháng</source>
        <translation>9 months</translation>
    </message>
    <message>
        <source>T{month}</source>
        <translation>M{month}</translation>
    </message>
    <message>
        <source>Tháng</source>
        <translation>Months</translation>
    </message>
    <message>
        <source>Quý</source>
        <translation>Quarters</translation>
    </message>
    <message>
        <source>6 tháng</source>
        <translation>Halves</translation>
    </message>
    <message>
        <source>Năm</source>
        <translation>Years</translation>
    </message>
</context>
<context>
    <name>ReportedPresenter</name>
    <message>
        <source>Ai đã báo cáo</source>
        <translation>Who has reported</translation>
    </message>
    <message>
        <source>Mọi trạng thái</source>
        <translation>All states</translation>
    </message>
    <message>
        <source>Còn nợ báo cáo</source>
        <translation>Owing a report</translation>
    </message>
    <message>
        <source>Đã ghi bảng ra {name}.</source>
        <translation>The table was written to {name}.</translation>
    </message>
    <message>
        <source>Mọi kỳ: {series}</source>
        <translation>All: {series}</translation>
    </message>
    <message>
        <source>{count} ngày sau khi hết kỳ</source>
        <translation>{count} days after the end</translation>
    </message>
</context>
<context>
    <name>ReportedView</name>
    <message>
        <source>&amp;Xem gói</source>
        <translation>&amp;Show bundle</translation>
    </message>
    <message>
        <source>&amp;In bảng…</source>
        <translation>&amp;Print…</translation>
    </message>
    <message>
        <source>Xuất &amp;Excel…</source>
        <translation>&amp;Excel…</translation>
    </message>
    <message>
        <source>&amp;Hạn nộp…</source>
        <translation>&amp;Due dates…</translation>
    </message>
    <message>
        <source>&amp;Nhắc nộp</source>
        <translation>&amp;Remind</translation>
    </message>
    <message>
        <source>Không có đơn vị nào như vậy</source>
        <translation>No such unit</translation>
    </message>
    <message>
        <source>Chọn kỳ khác, hoặc bỏ bớt điều kiện lọc.</source>
        <translation>Choose another period, or filter less.</translation>
    </message>
    <message>
        <source>&amp;Danh sách nhắc nộp…</source>
        <translation>Reminder &amp;list…</translation>
    </message>
    <message>
        <source>Công văn cho &amp;mọi đơn vị còn nợ…</source>
        <translation>Letters to &amp;all that owe…</translation>
    </message>
    <message>
        <source>Công văn cho đơn vị đang &amp;chọn…</source>
        <translation>Letter to the &amp;marked unit…</translation>
    </message>
    <message>
        <source>Đơn vị theo kỳ</source>
        <translation>Units by periods</translation>
    </message>
    <message>
        <source>Ai đã báo cáo</source>
        <translation>Who has reported</translation>
    </message>
    <message>
        <source>Đơn vị theo kỳ. Enter ở một ô để xem gói đã nhận.</source>
        <translation>Units by periods. Enter on a cell shows the bundle that came.</translation>
    </message>
    <message>
        <source>Loại kỳ</source>
        <translation>Kind of period</translation>
    </message>
    <message>
        <source>Năm</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Cơ quan</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>Trạng thái</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Mọi cơ quan</source>
        <translation>All offices</translation>
    </message>
    <message>
        <source>Ghi bảng ra tệp</source>
        <translation>Write the table to a file</translation>
    </message>
</context>
<context>
    <name>RestoringDialog</name>
    <message>
        <source>Phục hồi từ bản sao lưu</source>
        <translation>Restore from a backup</translation>
    </message>
    <message>
        <source>&amp;Phục hồi</source>
        <translation>&amp;Restore</translation>
    </message>
    <message>
        <source>&amp;Xem bản sao lưu</source>
        <translation>&amp;Look at the backup</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Chọn &amp;bản sao lưu…</source>
        <translation>Choose the &amp;backup…</translation>
    </message>
    <message>
        <source>&amp;Quên mật khẩu: dùng phiếu hoặc mảnh…</source>
        <translation>&amp;Forgotten: use the sheet or shares…</translation>
    </message>
    <message>
        <source>&amp;Người dùng</source>
        <translation>&amp;User</translation>
    </message>
    <message>
        <source>&amp;Mật khẩu của ngày sao lưu</source>
        <translation>&amp;Passphrase of the day of the backup</translation>
    </message>
    <message>
        <source>Phục hồi sổ từ bản sao lưu</source>
        <translation>Restore the books from a backup</translation>
    </message>
    <message>
        <source>Dùng khi máy hỏng hoặc thay máy. Cắm USB sao lưu, chọn bản mới nhất.</source>
        <translation>For a PC that broke or was replaced. Plug in the USB stick with the backups, and choose the newest.</translation>
    </message>
    <message>
        <source>Hồ sơ ghi sau lúc đó phải nhập lại từ giấy. Ghi số cuối của từng sổ giấy để máy không cấp lại số đã dùng:</source>
        <translation>Records that were entered later must be entered again from paper. Give the last number of each paper book, so that no used number is given again:</translation>
    </message>
    <message>
        <source>Chọn biên &amp;nhận mới nhất, nếu có…</source>
        <translation>Choose the &amp;newest receipt, if there is one…</translation>
    </message>
    <message>
        <source>Phục hồi xong, báo cơ quan nhận rồi lập gói mới: gói bắt đầu một chuỗi mới và gồm lại mọi hồ sơ; không hồ sơ nào mất hay bị tính hai lần.</source>
        <translation>Once restored, tell the office, then make a new bundle: it begins a new chain and holds every record again; none is lost or counted twice.</translation>
    </message>
    <message>
        <source>Bản sao lưu (*.antq-backup);;Mọi tệp (*)</source>
        <translation>Backups (*.antq-backup);;All files (*)</translation>
    </message>
    <message>
        <source>Chọn bản sao lưu</source>
        <translation>Choose the backup</translation>
    </message>
    <message>
        <source>Chọn biên nhận</source>
        <translation>Choose the receipt</translation>
    </message>
</context>
<context>
    <name>RestoringPresenter</name>
    <message>
        <source>Phục hồi bằng phiếu hoặc mảnh khôi phục</source>
        <translation>Restore with the recovery sheet or shares</translation>
    </message>
    <message>
        <source>Phiếu, hoặc hai trong ba mảnh, có hiệu lực vào ngày sao lưu.</source>
        <translation>The sheet, or two of three shares, that were in force on the day of the backup.</translation>
    </message>
    <message>
        <source>&amp;Xem bản sao lưu</source>
        <translation>&amp;Look at the backup</translation>
    </message>
    <message>
        <source>Sổ đóng để chuyển máy lúc {time}; sau đó không ghi gì thêm.</source>
        <translation>The books were closed for the move at {time}; nothing was written after that.</translation>
    </message>
    <message>
        <source>Lưu gần nhất lúc {time}.</source>
        <translation>Last saved at {time}.</translation>
    </message>
    <message>
        <source>{count} hồ sơ.</source>
        <translation>{count} records.</translation>
    </message>
    <message>
        <source>Gói cuối đã ký: số {number}.</source>
        <translation>Last bundle signed: number {number}.</translation>
    </message>
    <message>
        <source>Chưa ký gói nào.</source>
        <translation>No bundle was signed yet.</translation>
    </message>
    <message>
        <source>Thiếu {count} tệp của gói hoặc tệp đính kèm: chép cả thư mục antq-kept cạnh bản sao lưu rồi làm lại, hoặc phục hồi không có các tệp đó.</source>
        <translation>{count} files of bundles or attachments are missing: copy the folder antq-kept beside the backup and try again, or restore without them.</translation>
    </message>
    <message>
        <source>Sổ của {unit}</source>
        <translation>Books of {unit}</translation>
    </message>
</context>
<context>
    <name>ReviewDialog</name>
    <message>
        <source>Xem và ký lần 2</source>
        <translation>Look and sign second</translation>
    </message>
    <message>
        <source>Thay đổi theo sổ</source>
        <translation>Changes by register</translation>
    </message>
    <message>
        <source>Hồ sơ thay đổi của sổ</source>
        <translation>Changed records of the register</translation>
    </message>
    <message>
        <source>Số liệu trước và nay</source>
        <translation>Figures before and now</translation>
    </message>
    <message>
        <source>&amp;Ký lần 2</source>
        <translation>&amp;Sign second</translation>
    </message>
    <message>
        <source>T&amp;rả lại cán bộ…</source>
        <translation>Send &amp;back…</translation>
    </message>
    <message>
        <source>Đón&amp;g</source>
        <translation>&amp;Close</translation>
    </message>
    <message>
        <source>Từ lần nộp trước, theo sổ</source>
        <translation>Since the last submission, by register</translation>
    </message>
    <message>
        <source>Ở lại máy này</source>
        <translation>What stays on this PC</translation>
    </message>
    <message>
        <source>Trả lại cán bộ</source>
        <translation>Send back to the officer</translation>
    </message>
    <message>
        <source>Gói bị bỏ, hồ sơ vẫn chờ gửi. Ghi rõ cần sửa gì.</source>
        <translation>The bundle is discarded and its records stay due. Write what is to be changed.</translation>
    </message>
    <message>
        <source>Trả lại</source>
        <translation>Send back</translation>
    </message>
</context>
<context>
    <name>Reviewing</name>
    <message>
        <source>Gói số {number}, {person} lập và ký lần 1 lúc {time}</source>
        <translation>Bundle {number}, prepared and signed first by {person} at {time}</translation>
    </message>
    <message>
        <source>Chỉ huy đơn vị đăng nhập để ký lần 2 hoặc trả lại.</source>
        <translation>Who is in command logs in to sign second, or to send it back.</translation>
    </message>
    <message>
        <source>Đồng chí đã ký lần 1: đề nghị chỉ huy khác ký lần 2.</source>
        <translation>You signed first: ask somebody else in command to sign second.</translation>
    </message>
    <message>
        <source>Chưa nộp gói nào trước đó: mọi hồ sơ trong gói đều mới.</source>
        <translation>No bundle was sent before: all records in it are new.</translation>
    </message>
    <message>
        <source>So với gói số {number} đã nộp.</source>
        <translation>Compared with bundle {number}, which was sent.</translation>
    </message>
    <message>
        <source>{count} hồ sơ thay đổi sau khi lập gói và không có trong gói này. Muốn gửi cả các hồ sơ đó thì trả lại để cán bộ lập gói mới.</source>
        <translation>{count} record(s) changed after the bundle was prepared and are not in it. To send them too, send it back, so that the officer prepares a new one.</translation>
    </message>
    <message>
        <source>Đã ký gói số {number} lần 2. Việc tiếp theo: chép gói ra USB.</source>
        <translation>Bundle {number} is signed a second time. Next: copy it to a USB stick.</translation>
    </message>
    <message>
        <source>Đã trả gói lại cho cán bộ. Hồ sơ vẫn chờ gửi.</source>
        <translation>The bundle was sent back to the officer. Its records stay due.</translation>
    </message>
</context>
<context>
    <name>RevokeDialog</name>
    <message>
        <source>Từ nay gói ký bằng chứng thư này không được nhận.</source>
        <translation>From now on no bundle signed with this certificate is taken.</translation>
    </message>
    <message>
        <source>Thu hồi chứng thư</source>
        <translation>Revoke a certificate</translation>
    </message>
    <message>
        <source>&amp;Thu hồi chứng thư</source>
        <translation>&amp;Revoke the certificate</translation>
    </message>
    <message>
        <source>Mất máy, lộ hoặc mất khóa</source>
        <translation>PC stolen, key lost or known to others</translation>
    </message>
    <message>
        <source>Đã có chứng thư khác thay</source>
        <translation>Another certificate takes its place</translation>
    </message>
    <message>
        <source>Người giữ chuyển công tác</source>
        <translation>The holder has moved</translation>
    </message>
    <message>
        <source>Đơn vị kết thúc hoạt động</source>
        <translation>The unit has ended</translation>
    </message>
    <message>
        <source>Lý do khác</source>
        <translation>Another reason</translation>
    </message>
    <message>
        <source>Khóa không còn an toàn &amp;từ ngày</source>
        <translation>The key is not safe &amp;since</translation>
    </message>
    <message>
        <source>Ngày khóa không còn an toàn</source>
        <translation>Day since which the key is not safe</translation>
    </message>
    <message>
        <source>Gói đã đến từ ngày đó được liệt kê để đồng chí quyết định từng gói.</source>
        <translation>What came since is listed, for you to decide of each bundle.</translation>
    </message>
    <message>
        <source>L&amp;oại lý do</source>
        <translation>&amp;Kind of reason</translation>
    </message>
    <message>
        <source>Lý &amp;do</source>
        <translation>Rea&amp;son</translation>
    </message>
</context>
<context>
    <name>RoleDialog</name>
    <message>
        <source>Đổi vai trò</source>
        <translation>Change the role</translation>
    </message>
    <message>
        <source>{name}: có hiệu lực từ lần mở sổ sau; nhật ký ghi lại.</source>
        <translation>{name}: it holds from the next unlocking; the journal keeps it.</translation>
    </message>
    <message>
        <source>Đổ&amp;i vai trò</source>
        <translation>&amp;Change the role</translation>
    </message>
    <message>
        <source>&amp;Vai trò</source>
        <translation>&amp;Role</translation>
    </message>
</context>
<context>
    <name>RowsEditor</name>
    <message>
        <source>Thêm dòng</source>
        <translation>Add row</translation>
    </message>
    <message>
        <source>Xóa dòng</source>
        <translation>Remove row</translation>
    </message>
    <message>
        <source>Lên</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>Xuống</source>
        <translation>Down</translation>
    </message>
</context>
<context>
    <name>ScanDialog</name>
    <message>
        <source>Lấy từ máy quét</source>
        <translation>From the scanner</translation>
    </message>
    <message>
        <source>Tệp mới trong thư mục máy quét</source>
        <translation>New files in the scanner&apos;s folder</translation>
    </message>
    <message>
        <source>Phím cách: chọn hoặc bỏ chọn tệp</source>
        <translation>Space: tick a file or not</translation>
    </message>
    <message>
        <source>&amp;Gộp thành một tệp PDF, trang quét trước đứng trước</source>
        <translation>&amp;Join into one PDF, the page scanned first in front</translation>
    </message>
    <message>
        <source>&amp;Xóa bản gốc trong thư mục sau khi đính kèm</source>
        <translation>&amp;Remove the originals from the folder afterwards</translation>
    </message>
    <message>
        <source>Bản gốc ở đó không được niêm phong; việc xóa có trong nhật ký.</source>
        <translation>The originals there are not sealed; the removal is in the journal.</translation>
    </message>
    <message>
        <source>Đổi &amp;thư mục…</source>
        <translation>Change &amp;folder…</translation>
    </message>
    <message>
        <source>Tiếp tục</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>Scans</name>
    <message>
        <source>Chọn thư mục mà máy quét ghi vào</source>
        <translation>Choose the folder into which the scanner writes</translation>
    </message>
    <message>
        <source>Đang đọc thư mục…</source>
        <translation>Reading the folder…</translation>
    </message>
    <message>
        <source>{folder}: đánh dấu tệp cần lấy (phím cách).</source>
        <translation>{folder}: tick the files to take (Space).</translation>
    </message>
    <message>
        <source>{folder}: chưa có tệp mới. Quét xong, tệp hiện ra ở đây.</source>
        <translation>{folder}: no new files yet. What is scanned shows up here.</translation>
    </message>
    <message>
        <source>đang đọc, hoặc máy quét đang ghi</source>
        <translation>being read, or still being written by the scanner</translation>
    </message>
    <message>
        <source>{count} trang</source>
        <translation>{count} pages</translation>
    </message>
    <message>
        <source>máy quét chưa ghi xong, hoặc tệp hỏng</source>
        <translation>not finished by the scanner, or damaged</translation>
    </message>
</context>
<context>
    <name>Sealing</name>
    <message>
        <source>Đang niêm phong lại cho {name}: {done}/{total}</source>
        <translation>Sealing again to {name}: {done}/{total}</translation>
    </message>
    <message>
        <source>{name} mở được {total} phần niêm phong cũ.</source>
        <translation>{name} can open {total} older sealed parts.</translation>
    </message>
</context>
<context>
    <name>SentencesDialog</name>
    <message>
        <source>Câu số liệu cho bài viết</source>
        <translation>Sentences for an article</translation>
    </message>
    <message>
        <source>Số liệu của kỳ đang xem. Đọc lại trước khi dùng.</source>
        <translation>The figures of the period that is shown, in Vietnamese. Read them before use.</translation>
    </message>
    <message>
        <source>&amp;Sao chép</source>
        <translation>&amp;Copy</translation>
    </message>
</context>
<context>
    <name>ShareGrid</name>
    <message>
        <source>Từ {number}</source>
        <translation>Word {number}</translation>
    </message>
</context>
<context>
    <name>SignaturesWanted</name>
    <message>
        <source>Số &amp;chữ ký:</source>
        <translation>&amp;Number of signatures:</translation>
    </message>
    <message>
        <source>Một chữ ký</source>
        <translation>One signature</translation>
    </message>
    <message>
        <source>Hai chữ ký</source>
        <translation>Two signatures</translation>
    </message>
</context>
<context>
    <name>Sorting</name>
    <message>
        <source>Sắp xếp tăng theo cột này</source>
        <translation>Sort ascending by this column</translation>
    </message>
    <message>
        <source>Sắp xếp giảm theo cột này</source>
        <translation>Sort descending by this column</translation>
    </message>
</context>
<context>
    <name>Submission</name>
    <message>
        <source>Gói số</source>
        <translation>Bundle no.</translation>
    </message>
    <message>
        <source>Kỳ báo cáo</source>
        <translation>Reporting period</translation>
    </message>
    <message>
        <source>Ký lúc</source>
        <translation>Signed at</translation>
    </message>
    <message>
        <source>Trạng thái</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Không kèm số liệu</source>
        <translation>Without figures</translation>
    </message>
    <message>
        <source>Hồ sơ</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>Mục</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>Vấn đề và việc cần làm</source>
        <translation>Problem and what to do</translation>
    </message>
    <message>
        <source>Nộp báo cáo</source>
        <translation>Submit</translation>
    </message>
    <message>
        <source>&amp;Mở biên nhận…</source>
        <translation>&amp;Open a receipt…</translation>
    </message>
    <message>
        <source>Mở tệp biên nhận của cơ quan nhận (Ctrl+O)</source>
        <translation>Open a receipt from the receiving office (Ctrl+O)</translation>
    </message>
    <message>
        <source>&amp;Lập gói mới</source>
        <translation>&amp;New bundle</translation>
    </message>
    <message>
        <source>Lập gói mới (Ctrl+N)</source>
        <translation>New bundle (Ctrl+N)</translation>
    </message>
    <message>
        <source>Các gói đã lập</source>
        <translation>Bundles so far</translation>
    </message>
    <message>
        <source>Lý do</source>
        <translation>Reasons</translation>
    </message>
    <message>
        <source>&amp;In phiếu giao nhận…</source>
        <translation>&amp;Print the cover sheet…</translation>
    </message>
    <message>
        <source>Xem và in phiếu giao nhận của gói này (Ctrl+P)</source>
        <translation>See and print the cover sheet of this bundle (Ctrl+P)</translation>
    </message>
    <message>
        <source>&amp;Chép lại gói này…</source>
        <translation>&amp;Copy this bundle again…</translation>
    </message>
    <message>
        <source>Lập gói nộp</source>
        <translation>New bundle</translation>
    </message>
    <message>
        <source>&amp;Gửi hồ sơ và số liệu của một kỳ</source>
        <translation>&amp;Send records and the figures of a period</translation>
    </message>
    <message>
        <source>Chỉ gửi hồ sơ mới và thay đổi, &amp;không kèm số liệu</source>
        <translation>Only new and changed records, &amp;without figures</translation>
    </message>
    <message>
        <source>Nội dung gói</source>
        <translation>What goes</translation>
    </message>
    <message>
        <source>Hồ sơ sẽ gửi theo sổ</source>
        <translation>Records that go, by register</translation>
    </message>
    <message>
        <source>Sổ không phát sinh trong kỳ: đánh dấu để khai báo.</source>
        <translation>Registers with nothing in the period: tick to declare it.</translation>
    </message>
    <message>
        <source>Ở lại máy này</source>
        <translation>What stays on this PC</translation>
    </message>
    <message>
        <source>Việc phải xử lý trước khi ký</source>
        <translation>To settle before signing</translation>
    </message>
    <message>
        <source>Vấn đề phải xử lý</source>
        <translation>Problems to settle</translation>
    </message>
    <message>
        <source>&amp;Mở hồ sơ</source>
        <translation>&amp;Open the record</translation>
    </message>
    <message>
        <source>&amp;Kiểm tra lại</source>
        <translation>&amp;Check again</translation>
    </message>
    <message>
        <source>Số liệu của kỳ</source>
        <translation>Figures of the period</translation>
    </message>
    <message>
        <source>Ký gói</source>
        <translation>Sign the bundle</translation>
    </message>
    <message>
        <source>Ghi gói ra USB</source>
        <translation>Write the bundle to USB</translation>
    </message>
    <message>
        <source>Tiến độ ghi</source>
        <translation>Progress of writing</translation>
    </message>
    <message>
        <source>Chọn &amp;nơi ghi…</source>
        <translation>Choose a &amp;place…</translation>
    </message>
    <message>
        <source>&amp;Thử lại</source>
        <translation>&amp;Try again</translation>
    </message>
    <message>
        <source>Đón&amp;g</source>
        <translation>C&amp;lose</translation>
    </message>
    <message>
        <source>Quay &amp;lại</source>
        <translation>&amp;Back</translation>
    </message>
    <message>
        <source>&amp;Tiếp tục</source>
        <translation>&amp;Continue</translation>
    </message>
    <message>
        <source>Sổ</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Mới</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Thay đổi</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>Trong đó hủy</source>
        <translation>Of these voided</translation>
    </message>
    <message>
        <source>Gửi lại</source>
        <translation>Sent again</translation>
    </message>
    <message>
        <source>Nháp ở lại</source>
        <translation>Drafts that stay</translation>
    </message>
    <message>
        <source>Từ lần nộp trước</source>
        <translation>Since the last one</translation>
    </message>
    <message>
        <source>Hủy</source>
        <translation>Voided</translation>
    </message>
    <message>
        <source>Chỉ tiêu</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>Trước</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>Nay</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>{period}: chưa có số liệu trước đó</source>
        <translation>{period}: no earlier figures</translation>
    </message>
    <message>
        <source>{period}: so với bản {version} đã nộp</source>
        <translation>{period}: compared with version {version}</translation>
    </message>
    <message>
        <source>{period}: so với {against}</source>
        <translation>{period}: compared with {against}</translation>
    </message>
</context>
<context>
    <name>SubmissionPresenter</name>
    <message>
        <source>Chưa nộp được: làm bước Kết nối với cơ quan nhận trước.</source>
        <translation>Nothing can be sent yet: connect to the receiving office first.</translation>
    </message>
    <message>
        <source>Nộp báo cáo</source>
        <translation>Submit</translation>
    </message>
    <message>
        <source>Không nhận biên nhận này.</source>
        <translation>This receipt is not accepted.</translation>
    </message>
    <message>
        <source>Tệp này không phải biên nhận.</source>
        <translation>This file is no receipt.</translation>
    </message>
    <message>
        <source>Chọn tệp biên nhận do cơ quan nhận gửi.</source>
        <translation>Choose a receipt that the receiving office sent.</translation>
    </message>
    <message>
        <source>{count} hồ sơ mới hoặc thay đổi chưa được cơ quan nhận xác nhận.</source>
        <translation>{count} new or changed records are not confirmed by the receiving office yet.</translation>
    </message>
    <message>
        <source>Cơ quan nhận đã có mọi hồ sơ của đơn vị.</source>
        <translation>The receiving office has all records of this unit.</translation>
    </message>
    <message>
        <source>Cơ quan nhận trả lại {count} việc: xem Việc cần làm.</source>
        <translation>The office returned {count} things: see What to do.</translation>
    </message>
    <message>
        <source>{person} đã trả lại gói lúc {time}: {text}</source>
        <translation>{person} sent the bundle back at {time}: {text}</translation>
    </message>
    <message>
        <source>Gói số {number}</source>
        <translation>Bundle {number}</translation>
    </message>
    <message>
        <source>Ký lúc {time}</source>
        <translation>Signed at {time}</translation>
    </message>
    <message>
        <source>{first} ký trước, {second} ký sau</source>
        <translation>{first} signed first, {second} second</translation>
    </message>
    <message>
        <source>{person} lập và ký lần 1</source>
        <translation>Prepared and signed first by {person}</translation>
    </message>
    <message>
        <source>Ghi ra USB lúc {time}, đọc lại khớp</source>
        <translation>Written to USB at {time}, read back and equal</translation>
    </message>
    <message>
        <source>Cơ quan nhận xét lúc {time}</source>
        <translation>Judged by the receiving office at {time}</translation>
    </message>
    <message>
        <source>Tệp {name}</source>
        <translation>File {name}</translation>
    </message>
    <message>
        <source>Việc tiếp theo: chép gói ra USB.</source>
        <translation>Next: copy the bundle to a USB stick.</translation>
    </message>
    <message>
        <source>Việc tiếp theo: mang đến cơ quan nhận, rồi mở biên nhận mang về. Mất USB thì bấm Chép lại gói này.</source>
        <translation>Next: carry it to the office, then open the receipt that comes back. If the stick is lost, press Copy this bundle again.</translation>
    </message>
    <message>
        <source>Đã xong.</source>
        <translation>Done.</translation>
    </message>
    <message>
        <source>Đã ghi {name}, đọc lại khớp. An toàn để rút USB.</source>
        <translation>{name} written and read back. Safe to remove the USB stick.</translation>
    </message>
    <message>
        <source>Gửi đủ các phần và danh sách {name}; thứ tự nào cũng được.</source>
        <translation>Send all parts and the list {name}; in any order.</translation>
    </message>
    <message>
        <source>Đã bắt đầu chuỗi gói mới. Lập gói và nộp lại.</source>
        <translation>A new chain has begun. Make a bundle and send it.</translation>
    </message>
    <message>
        <source>{count} gói và hồ sơ chưa được cấp trên xác nhận.</source>
        <translation>{count} bundles and records are not yet confirmed by the office above.</translation>
    </message>
</context>
<context>
    <name>SubmissionView</name>
    <message>
        <source>Chưa lập gói nào</source>
        <translation>No bundle yet</translation>
    </message>
    <message>
        <source>Bấm Lập gói mới: chọn kỳ, xem nội dung, ký, rồi ghi ra USB.</source>
        <translation>Choose New bundle: period, content, signature, then write it to USB.</translation>
    </message>
    <message>
        <source>Bàn giao &amp;sổ…</source>
        <translation>&amp;Hand over books…</translation>
    </message>
    <message>
        <source>Bắt đầu &amp;chuỗi gói mới…</source>
        <translation>Begin a new &amp;chain…</translation>
    </message>
    <message>
        <source>&amp;Xem và ký lần 2…</source>
        <translation>&amp;Look and sign second…</translation>
    </message>
    <message>
        <source>&amp;Xem thay đổi…</source>
        <translation>&amp;Look at the changes…</translation>
    </message>
    <message>
        <source>Mở biên nhận</source>
        <translation>Open a receipt</translation>
    </message>
    <message>
        <source>Ghi gói ra USB</source>
        <translation>Write the bundle to USB</translation>
    </message>
</context>
<context>
    <name>Taking</name>
    <message>
        <source>Chọn một gói, hoặc mọi phần của một gói cùng danh sách của nó.</source>
        <translation>Choose one bundle, or all parts of one together with their list.</translation>
    </message>
    <message>
        <source>Tệp này không phải gói bàn giao sổ hay biên nhận.</source>
        <translation>This file is neither a handover of books nor a receipt.</translation>
    </message>
    <message>
        <source>Chọn tệp .antq do máy kia ghi ra USB.</source>
        <translation>Choose the .antq file that the other PC wrote to USB.</translation>
    </message>
    <message>
        <source>&amp;Nhận sổ</source>
        <translation>&amp;Take over</translation>
    </message>
    <message>
        <source>&amp;Giữ gói, báo máy giao</source>
        <translation>&amp;Keep it and tell the giver</translation>
    </message>
    <message>
        <source>Chỉ huy mới nhận sổ được: đăng nhập chỉ huy.</source>
        <translation>Only a head can take books over: sign in as head.</translation>
    </message>
    <message>
        <source>Nhận được</source>
        <translation>Acceptable</translation>
    </message>
    <message>
        <source>Sổ bàn giao từ {name}</source>
        <translation>Books handed over by {name}</translation>
    </message>
    <message>
        <source>Ghi biên nhận cho máy giao ra USB</source>
        <translation>Write the receipt for the giving PC to USB</translation>
    </message>
    <message>
        <source>Không có gói bàn giao nào chờ biên nhận.</source>
        <translation>No handover waits for a receipt.</translation>
    </message>
    <message>
        <source>Đã ghi {count} biên nhận, đọc lại khớp. An toàn để rút USB; mang về máy giao.</source>
        <translation>{count} receipts written and read back. Safe to remove the USB stick; carry it back to the giving PC.</translation>
    </message>
</context>
<context>
    <name>TakingDialog</name>
    <message>
        <source>Nhận sổ bàn giao</source>
        <translation>Take over books</translation>
    </message>
    <message>
        <source>Hồ sơ trong gói</source>
        <translation>Records in the bundle</translation>
    </message>
    <message>
        <source>Nhận sổ</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>TokenDialog</name>
    <message>
        <source>Khóa trên USB token</source>
        <translation>Key on a USB token</translation>
    </message>
    <message>
        <source>Thư viện của token</source>
        <translation>Library of the token</translation>
    </message>
    <message>
        <source>Loại khóa mới</source>
        <translation>Kind of a new key</translation>
    </message>
    <message>
        <source>Khóa dùng để ký</source>
        <translation>Key to sign with</translation>
    </message>
    <message>
        <source>Tệp &amp;khác…</source>
        <translation>&amp;Other file…</translation>
    </message>
    <message>
        <source>Tìm &amp;lại</source>
        <translation>&amp;Look again</translation>
    </message>
    <message>
        <source>Dùng khóa &amp;này</source>
        <translation>&amp;Use this key</translation>
    </message>
    <message>
        <source>&amp;Bỏ qua</source>
        <translation>&amp;Cancel</translation>
    </message>
    <message>
        <source>Chọn khóa trên USB token</source>
        <translation>Choose a key on a USB token</translation>
    </message>
    <message>
        <source>Thư viện (PKCS#11) đi kèm phần mềm của token; chưa rõ thì hỏi nơi cấp token.</source>
        <translation>The library (PKCS#11) comes with the software of the token; if in doubt ask whoever gave it.</translation>
    </message>
    <message>
        <source>&amp;Thư viện của token</source>
        <translation>L&amp;ibrary of the token</translation>
    </message>
    <message>
        <source>Khóa &amp;dùng để ký</source>
        <translation>&amp;Key to sign with</translation>
    </message>
    <message>
        <source>L&amp;oại khóa mới</source>
        <translation>Kind of a &amp;new key</translation>
    </message>
    <message>
        <source>Mật khẩu khóa cấp &amp;chứng thư</source>
        <translation>&amp;Passphrase of the authority</translation>
    </message>
</context>
<context>
    <name>TokenPresenter</name>
    <message>
        <source>Chứng thư có hiệu lực đến {day}</source>
        <translation>Certificate valid until {day}</translation>
    </message>
    <message>
        <source>Khóa chưa có chứng thư</source>
        <translation>The key has no certificate yet</translation>
    </message>
    <message>
        <source>Token {name}, số {serial}</source>
        <translation>Token {name}, number {serial}</translation>
    </message>
    <message>
        <source>Người ký: {person}</source>
        <translation>Signer: {person}</translation>
    </message>
    <message>
        <source>ECDSA P-256 (nên dùng)</source>
        <translation>ECDSA P-256 (recommended)</translation>
    </message>
    <message>
        <source>ECDSA P-384</source>
        <translation>ECDSA P-384</translation>
    </message>
    <message>
        <source>RSA 2048</source>
        <translation>RSA 2048</translation>
    </message>
    <message>
        <source>Đang tìm token…</source>
        <translation>Looking for tokens…</translation>
    </message>
    <message>
        <source>Chưa cắm token nào. Cắm token rồi bấm Tìm lại.</source>
        <translation>No token is plugged in. Plug it in and press Look again.</translation>
    </message>
    <message>
        <source>Tạo khóa mới</source>
        <translation>Make a new key</translation>
    </message>
    <message>
        <source>Khóa {id}, chưa có chứng thư</source>
        <translation>Key {id}, no certificate yet</translation>
    </message>
    <message>
        <source>Khóa của {person}, chứng thư đến {day}</source>
        <translation>Key of {person}, certificate until {day}</translation>
    </message>
</context>
<context>
    <name>Typing</name>
    <message>
        <source>Sang ô sau; trong danh sách gợi ý: chọn dòng đánh dấu</source>
        <translation>To the next field; in a list of offers: take the marked one</translation>
    </message>
    <message>
        <source>Về ô trước</source>
        <translation>To the field before</translation>
    </message>
    <message>
        <source>Mở danh sách gợi ý của ô</source>
        <translation>Open the list of offers of the field</translation>
    </message>
    <message>
        <source>Đóng danh sách gợi ý, sau đó đóng biểu</source>
        <translation>Close the list of offers, then the form</translation>
    </message>
    <message>
        <source>Đánh dấu, bỏ dấu ô vuông</source>
        <translation>Tick a box or take the tick away</translation>
    </message>
    <message>
        <source>Ngày của tháng này, của năm này, ngày đủ</source>
        <translation>A day of this month, of this year, a whole date</translation>
    </message>
    <message>
        <source>Ngày và giờ; chỉ gõ giờ là hôm nay</source>
        <translation>A date and a time; a time alone is of today</translation>
    </message>
    <message>
        <source>Bảng con trong biểu: thêm dòng, xóa dòng đánh dấu</source>
        <translation>Rows within a form: add a row, remove the marked one</translation>
    </message>
    <message>
        <source>Bảng con trong biểu: đưa dòng lên, xuống</source>
        <translation>Rows within a form: move the row up, down</translation>
    </message>
    <message>
        <source>Nhập bảng: sửa ô đang đánh dấu</source>
        <translation>Table: type in the marked cell</translation>
    </message>
    <message>
        <source>Nhập bảng: ra khỏi bảng</source>
        <translation>Table: leave the table</translation>
    </message>
</context>
<context>
    <name>UnitsPresenter</name>
    <message>
        <source>Đơn vị hành chính</source>
        <translation>Administrative units</translation>
    </message>
    <message>
        <source>{name} được tách từ {day}. Sổ này đi tiếp với đơn vị nào?</source>
        <translation>{name} was split from {day}. With which unit does this workspace go on?</translation>
    </message>
    <message>
        <source>Đã xác minh</source>
        <translation>Verified</translation>
    </message>
    <message>
        <source>Chưa xác minh địa bàn</source>
        <translation>Territory not verified</translation>
    </message>
    <message>
        <source>Chưa có văn bản</source>
        <translation>No document yet</translation>
    </message>
    <message>
        <source>Hồ sơ có sự kiện từ ngày {day} thuộc {part}.</source>
        <translation>Records of events from {day} on belong to {part}.</translation>
    </message>
    <message>
        <source>{count} hồ sơ đã ghi vẫn thuộc {before}; không hồ sơ nào bị sửa.</source>
        <translation>{count} records made so far stay with {before}; none is changed.</translation>
    </message>
    <message>
        <source>Số liệu của {before} không cộng vào {part}, vì chưa rõ hồ sơ thuộc phần nào.</source>
        <translation>Figures of {before} are not added to {part}, for nobody knows which record belongs to which part.</translation>
    </message>
    <message>
        <source>Chứng thư của {before} không ký được nữa: gửi yêu cầu cấp chứng thư mới.</source>
        <translation>The certificate of {before} signs no more: ask for a new one.</translation>
    </message>
    <message>
        <source>Đã chọn thì không đổi lại được.</source>
        <translation>What is chosen cannot be changed back.</translation>
    </message>
    <message>
        <source>Sổ này đi tiếp với {name}. Hãy gửi yêu cầu cấp chứng thư mới.</source>
        <translation>This workspace goes on with {name}. Now ask for a new certificate.</translation>
    </message>
</context>
<context>
    <name>UnitsView</name>
    <message>
        <source>Đã đọc những &amp;thay đổi trên</source>
        <translation>I have read what &amp;changes</translation>
    </message>
    <message>
        <source>Đ&amp;i tiếp với đơn vị này</source>
        <translation>&amp;Go on with this unit</translation>
    </message>
    <message>
        <source>Việc chọn do chỉ huy thực hiện.</source>
        <translation>Only the head chooses.</translation>
    </message>
    <message>
        <source>Địa bàn</source>
        <translation>Territory</translation>
    </message>
    <message>
        <source>Đơn vị cũ</source>
        <translation>Unit before</translation>
    </message>
    <message>
        <source>Đơn vị mới</source>
        <translation>Unit after</translation>
    </message>
    <message>
        <source>Thay đổi</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>Từ ngày</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Căn cứ</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>Chưa có đơn vị nào thay đổi.</source>
        <translation>No unit has changed yet.</translation>
    </message>
    <message>
        <source>Đơn vị đã thay đổi</source>
        <translation>Units that changed</translation>
    </message>
    <message>
        <source>Đơn vị hành chính</source>
        <translation>Administrative units</translation>
    </message>
    <message>
        <source>Đơn vị của sổ này, và các đơn vị đã đổi tên, nhập, tách.</source>
        <translation>The unit of this workspace, and the units that were renamed, merged or split.</translation>
    </message>
    <message>
        <source>Đơn vị của sổ này</source>
        <translation>Unit of this workspace</translation>
    </message>
    <message>
        <source>Đơn vị &amp;mới</source>
        <translation>&amp;New unit</translation>
    </message>
    <message>
        <source>Chưa xác minh địa bàn: chưa ai đọc nghị quyết; số liệu không cộng sang đơn vị mới.</source>
        <translation>Territory not verified: nobody has read the resolution; figures are not added to the new unit.</translation>
    </message>
    <message>
        <source>Chọn…</source>
        <translation>Choose…</translation>
    </message>
</context>
<context>
    <name>Unlock</name>
    <message>
        <source>Mở khóa sổ</source>
        <translation>Unlock the workspace</translation>
    </message>
    <message>
        <source>Sổ được mã hóa trên máy này. Nhập mật khẩu của đồng chí để mở.</source>
        <translation>The registers are encrypted on this PC. Enter your passphrase to open them.</translation>
    </message>
    <message>
        <source>Người &amp;dùng</source>
        <translation>&amp;User</translation>
    </message>
    <message>
        <source>Người dùng</source>
        <translation>User</translation>
    </message>
    <message>
        <source>&amp;Mật khẩu</source>
        <translation>&amp;Passphrase</translation>
    </message>
    <message>
        <source>Mật khẩu</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>&amp;Hiện mật khẩu</source>
        <translation>&amp;Show the passphrase</translation>
    </message>
    <message>
        <source>Lỗi</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Mở &amp;khóa</source>
        <translation>&amp;Unlock</translation>
    </message>
    <message>
        <source>&amp;Quên mật khẩu…</source>
        <translation>&amp;Forgot the passphrase…</translation>
    </message>
    <message>
        <source>&amp;Kiểm tra bản sao lưu…</source>
        <translation>&amp;Check backups…</translation>
    </message>
    <message>
        <source>&amp;Sang máy kia</source>
        <translation>To the other &amp;computer</translation>
    </message>
</context>
<context>
    <name>UnlockPresenter</name>
    <message>
        <source>Vào sổ bằng phiếu hoặc mảnh khôi phục</source>
        <translation>Get in by the recovery sheet or shares</translation>
    </message>
    <message>
        <source>Lấy phiếu, hoặc hai trong ba mảnh, từ nơi cất. Xong thì niêm phong lại.</source>
        <translation>Fetch the sheet, or two of the three shares. Seal them again afterwards.</translation>
    </message>
</context>
<context>
    <name>UnlockView</name>
    <message>
        <source>Đã có {count} lần nhập sai mật khẩu, lần cuối lúc {time}.</source>
        <translation>Wrong passphrases: {count}, last at {time}.</translation>
    </message>
    <message>
        <source>Đang mở…</source>
        <translation>Opening…</translation>
    </message>
    <message>
        <source>Mở &amp;khóa</source>
        <translation>&amp;Unlock</translation>
    </message>
</context>
<context>
    <name>UsersPresenter</name>
    <message>
        <source>Người dùng</source>
        <translation>Users</translation>
    </message>
    <message>
        <source>Đang mở sổ</source>
        <translation>Has the books open</translation>
    </message>
    <message>
        <source>Nhập, sửa, in mọi sổ.</source>
        <translation>Enters, changes and prints all books.</translation>
    </message>
    <message>
        <source>Ký gói, ký biên nhận, mở phần niêm phong có ghi lý do, quản lý người dùng.</source>
        <translation>Signs bundles and receipts, opens sealed parts for a reason, manages users.</translation>
    </message>
    <message>
        <source>Nhập và sửa: {books}.</source>
        <translation>Enters and changes: {books}.</translation>
    </message>
    <message>
        <source>Nhập, và chỉ xem hồ sơ tự nhập: {books}.</source>
        <translation>Enters, and sees only own records: {books}.</translation>
    </message>
    <message>
        <source>Chỉ xem: {books}.</source>
        <translation>Only reads: {books}.</translation>
    </message>
    <message>
        <source>Chỉ thấy số liệu: {books}.</source>
        <translation>Sees the figures alone: {books}.</translation>
    </message>
    <message>
        <source>Không xem: {books}.</source>
        <translation>Does not see: {books}.</translation>
    </message>
    <message>
        <source>Đã thêm {name}.</source>
        <translation>{name} was added.</translation>
    </message>
    <message>
        <source>{name}: {role}.</source>
        <translation>{name}: {role}.</translation>
    </message>
    <message>
        <source>Đã bỏ {name}. Khi khóa sổ, dữ liệu được ghi lại bằng khóa mới; đề nghị cơ quan nhận thu hồi chứng thư nếu có.</source>
        <translation>{name} was taken away. When the books are locked, the data is written anew under another key; ask the office to revoke the certificate, if there is one.</translation>
    </message>
    <message>
        <source>Bỏ người dùng</source>
        <translation>Remove a user</translation>
    </message>
    <message>
        <source>{name} không mở được sổ nữa; tên vẫn còn trong hồ sơ và nhật ký. Bản sao lưu làm trước đó vẫn mở được bằng mật khẩu cũ.</source>
        <translation>{name} can no longer open the books; the name stays in records and journal. Backups made before still open with the old passphrase.</translation>
    </message>
    <message>
        <source>&amp;Bỏ người dùng</source>
        <translation>&amp;Take away</translation>
    </message>
    <message>
        <source>Đã đặt lại mật khẩu cho {name}.</source>
        <translation>The passphrase of {name} was reset.</translation>
    </message>
    <message>
        <source>Đang niêm phong lại cho {name}; cứ làm việc khác.</source>
        <translation>Sealing again to {name}; go on with other work.</translation>
    </message>
    <message>
        <source>Đã đổi mật khẩu.</source>
        <translation>The passphrase was changed.</translation>
    </message>
</context>
<context>
    <name>UsersView</name>
    <message>
        <source>&amp;Thêm người dùng…</source>
        <translation>&amp;Add a user…</translation>
    </message>
    <message>
        <source>Đổi &amp;vai trò…</source>
        <translation>Change the &amp;role…</translation>
    </message>
    <message>
        <source>&amp;Bỏ người dùng…</source>
        <translation>Remove a &amp;user…</translation>
    </message>
    <message>
        <source>Đặt &amp;lại mật khẩu…</source>
        <translation>&amp;Reset the passphrase…</translation>
    </message>
    <message>
        <source>Cho mở phần &amp;niêm phong cũ</source>
        <translation>Give &amp;older sealed parts</translation>
    </message>
    <message>
        <source>Đổi &amp;mật khẩu của tôi…</source>
        <translation>Change my &amp;passphrase…</translation>
    </message>
    <message>
        <source>Tên</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Vai trò</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Ghi chú</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Người dùng của máy này</source>
        <translation>Users of this PC</translation>
    </message>
    <message>
        <source>Người dùng</source>
        <translation>Users</translation>
    </message>
    <message>
        <source>Mỗi người một tên, một mật khẩu; vai trò định người đó xem, nhập sổ nào.</source>
        <translation>One name and one passphrase each; the role says which books a user sees and writes.</translation>
    </message>
    <message>
        <source>Vai trò này được làm gì</source>
        <translation>What this role may do</translation>
    </message>
    <message>
        <source>Vai trò giữ nề nếp giữa đồng nghiệp, không phải là khóa; phần niêm phong chỉ chỉ huy mở được.</source>
        <translation>Roles keep order between colleagues and are no lock; sealed parts open to the head alone.</translation>
    </message>
</context>
<context>
    <name>Verdicts</name>
    <message>
        <source>Đã trả lại</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>Đã nhận</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>Đã nhận, có lưu ý</source>
        <translation>Accepted, with remarks</translation>
    </message>
    <message>
        <source>Đã có từ trước</source>
        <translation>Known before</translation>
    </message>
    <message>
        <source>Từ chối</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>Đang giữ</source>
        <translation>On hold</translation>
    </message>
    <message>
        <source>Giữ lại, chờ gói trước</source>
        <translation>Held, waits for an earlier one</translation>
    </message>
    <message>
        <source>Giữ lại, chờ cập nhật</source>
        <translation>Held, waits for an update</translation>
    </message>
    <message>
        <source>Giữ lại, hai bản trái nhau</source>
        <translation>Held, contradicts another</translation>
    </message>
    <message>
        <source>Đã rút lại</source>
        <translation>Taken back</translation>
    </message>
    <message>
        <source>Đã ghi ra USB</source>
        <translation>Written to USB</translation>
    </message>
    <message>
        <source>Đã có trong gói sau</source>
        <translation>In a later bundle</translation>
    </message>
    <message>
        <source>Chờ thủ trưởng ký</source>
        <translation>Waits for the head</translation>
    </message>
    <message>
        <source>Đã ký, chưa ghi</source>
        <translation>Signed, not written</translation>
    </message>
    <message>
        <source>dòng {row}</source>
        <translation>line {row}</translation>
    </message>
</context>
<context>
    <name>WaitingCard</name>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Người đề nghị</source>
        <translation>Who asks</translation>
    </message>
    <message>
        <source>Đến lúc</source>
        <translation>Came at</translation>
    </message>
    <message>
        <source>Đối chiếu</source>
        <translation>Comparison</translation>
    </message>
    <message>
        <source>Yêu cầu chờ cấp chứng thư</source>
        <translation>Requests that wait</translation>
    </message>
    <message>
        <source>&amp;Xem yêu cầu</source>
        <translation>&amp;Look at it</translation>
    </message>
    <message>
        <source>&amp;Bỏ khỏi danh sách…</source>
        <translation>Put a&amp;way…</translation>
    </message>
    <message>
        <source>Bỏ yêu cầu khỏi danh sách</source>
        <translation>Put the request away</translation>
    </message>
    <message>
        <source>Không cấp chứng thư. Nếu đổi ý, mở lại tệp yêu cầu của đơn vị.</source>
        <translation>No certificate is issued. To answer it after all, open the unit&apos;s file again.</translation>
    </message>
    <message>
        <source>&amp;Bỏ yêu cầu</source>
        <translation>&amp;Put away</translation>
    </message>
</context>
<context>
    <name>WatchBar</name>
    <message>
        <source>Th&amp;eo dõi thư mục…</source>
        <translation>&amp;Watch folder…</translation>
    </message>
    <message>
        <source>Tự đưa gói mới trong một thư mục lên để xem, chưa nhập</source>
        <translation>Offers new bundles in a folder to be looked at; nothing is taken in</translation>
    </message>
    <message>
        <source>Thôi theo dõi</source>
        <translation>Stop watching</translation>
    </message>
    <message>
        <source>Chọn thư mục để theo dõi</source>
        <translation>Choose the folder to watch</translation>
    </message>
</context>
<context>
    <name>WatchedFolder</name>
    <message>
        <source>thư mục không trả lời; vẫn chờ</source>
        <translation>the folder does not answer; still waiting</translation>
    </message>
    <message>
        <source>không thấy thư mục; vẫn chờ thư mục trở lại</source>
        <translation>the folder is not there; waiting for it to come back</translation>
    </message>
    <message>
        <source>{count} tệp chưa ghi xong</source>
        <translation>{count} files are not written to the end</translation>
    </message>
    <message>
        <source>Đang theo dõi {folder}</source>
        <translation>Watching {folder}</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Đang thêm dữ liệu mẫu…</source>
        <translation>Adding sample data…</translation>
    </message>
    <message>
        <source>Đang thêm dữ liệu mẫu: {done}/{total}</source>
        <translation>Adding sample data: {done}/{total}</translation>
    </message>
    <message>
        <source>Đã thêm {count} hồ sơ mẫu để thực hành.</source>
        <translation>Sample records added for practice: {count}.</translation>
    </message>
    <message>
        <source>Lời đang gõ lúc tự khóa sẽ hiện lại khi mở lại câu hỏi, màn hình đó.</source>
        <translation>What was being typed at the lock comes back with its question or screen.</translation>
    </message>
    <message>
        <source>Từ lần mở trước có {count} lần nhập sai mật khẩu.</source>
        <translation>Wrong passphrases since the last unlock: {count}.</translation>
    </message>
    <message>
        <source>Lần mở trước: {at}, {name}.</source>
        <translation>Last unlock: {at}, {name}.</translation>
    </message>
    <message>
        <source>Sắp tự khóa sổ: nhấn một phím để làm tiếp.</source>
        <translation>The books lock soon: press a key to go on.</translation>
    </message>
    <message>
        <source>Đã tự khóa sổ vì 5 phút không có thao tác.</source>
        <translation>The books were locked after 5 minutes without a touch.</translation>
    </message>
    <message>
        <source>Đã vào sổ bằng phiếu hoặc mảnh khôi phục; dữ liệu còn nguyên.</source>
        <translation>You are in by the recovery sheet or shares; all data is there.</translation>
    </message>
    <message>
        <source>Khóa ký cũ đã mất: đề nghị cơ quan nhận thu hồi chứng thư cũ, rồi tạo tệp yêu cầu mới.</source>
        <translation>The old signing key is lost: ask the receiving office to revoke the old certificate, then make a new request.</translation>
    </message>
    <message>
        <source>Tệp khóa keys.json bị sửa ngoài phần mềm; máy đã sửa lại như cũ.</source>
        <translation>The key file keys.json was changed from outside; it was put right.</translation>
    </message>
    <message>
        <source>Xem ai đã dùng máy này, rồi thử phiếu hoặc mảnh ở màn hình Khôi phục.</source>
        <translation>Find out who used this PC, then try the sheet or the shares on the Recovery screen.</translation>
    </message>
    <message>
        <source>Đổi ngôn ngữ sau khi tạo xong sổ.</source>
        <translation>Change the language once the workspace is made.</translation>
    </message>
    <message>
        <source>Không lưu được lựa chọn này; lần sau chọn lại.</source>
        <translation>This choice could not be saved; choose it again next time.</translation>
    </message>
</context>
<context>
    <name>Wizard</name>
    <message>
        <source>&amp;Tiếp tục</source>
        <translation>&amp;Continue</translation>
    </message>
    <message>
        <source>&amp;Ký gói</source>
        <translation>&amp;Sign the bundle</translation>
    </message>
    <message>
        <source>Gói chỉ có hồ sơ; số liệu các kỳ sẽ gửi sau.</source>
        <translation>Records only; figures of periods follow later.</translation>
    </message>
    <message>
        <source>Kỳ này chưa kết thúc: báo cáo được từ ngày {day}.</source>
        <translation>This period is not over: it can be reported from {day}.</translation>
    </message>
    <message>
        <source>Số liệu được chốt khi ký và không thay đổi về sau.</source>
        <translation>Figures are fixed when signed and do not change later.</translation>
    </message>
    <message>
        <source>Gói được ký bằng chứng thư của người đứng đầu đơn vị.</source>
        <translation>The bundle is signed with the certificate of the head of the unit.</translation>
    </message>
    <message>
        <source>{count} hồ sơ còn lỗi; mở từng hồ sơ để sửa rồi kiểm tra lại.</source>
        <translation>{count} records have problems; open each, correct it, then check again.</translation>
    </message>
    <message>
        <source>Không có việc gì phải xử lý: mọi hồ sơ trong gói đều hợp lệ.</source>
        <translation>Nothing to settle: every record in the bundle is valid.</translation>
    </message>
    <message>
        <source>So với kỳ trước và cùng kỳ năm trước; kiểm tra số tăng, giảm lạ.</source>
        <translation>Compare with the period before and the same period last year; look at odd rises and falls.</translation>
    </message>
    <message>
        <source>Kỳ này đã chốt: gói gửi bản {version} như đã chốt.</source>
        <translation>This period is frozen: the bundle sends version {version} as it is.</translation>
    </message>
    <message>
        <source>Đã thay đổi sau khi chốt: {changes}. Muốn gửi số mới, lập Báo cáo điều chỉnh ở màn hình Số liệu.</source>
        <translation>Changed since the freeze: {changes}. To send new figures, make a corrected report in Figures.</translation>
    </message>
    <message>
        <source>Và {count} điểm nữa: xem Kiểm tra số liệu ở màn hình Số liệu.</source>
        <translation>And {count} more: see the controls in Figures.</translation>
    </message>
    <message>
        <source>{count} hồ sơ gửi đến {office}: tất cả những gì nơi đó chưa xác nhận.</source>
        <translation>{count} records go to {office}: all that it has not confirmed yet.</translation>
    </message>
    <message>
        <source>Không có hồ sơ mới hoặc thay đổi cho {office}.</source>
        <translation>No new or changed records for {office}.</translation>
    </message>
    <message>
        <source>Gói trả lời {count} yêu cầu của cơ quan nhận.</source>
        <translation>The bundle answers {count} queries of the office.</translation>
    </message>
    <message>
        <source>{count} bản nháp: chưa vào sổ nên không gửi và không đếm.</source>
        <translation>{count} drafts: not in the book, so they are neither sent nor counted.</translation>
    </message>
    <message>
        <source>{register}: {fields}.</source>
        <translation>{register}: {fields}.</translation>
    </message>
    <message>
        <source>Nội dung riêng của đơn vị, không bao giờ gửi theo gói:</source>
        <translation>What is the unit&apos;s own and never goes with a bundle:</translation>
    </message>
    <message>
        <source>Không có bản nháp nào.</source>
        <translation>No drafts.</translation>
    </message>
    <message>
        <source>{count} gói của cấp dưới không vừa gói này: đi cùng gói sau, khi cấp trên đã xác nhận gói này.</source>
        <translation>{count} bundles from below do not fit into this one: they go with the next, once the office above has confirmed this one.</translation>
    </message>
    <message>
        <source>Gói {sequence} của đơn vị {unit} quá lớn, không chuyển lên cấp trên được: rút lại việc nhận gói đó, đề nghị đơn vị gửi lại thành gói nhỏ hơn.</source>
        <translation>Bundle {sequence} of unit {unit} is too large to be passed on: take its import back and ask the unit to send it again in smaller bundles.</translation>
    </message>
    <message>
        <source>Kèm {count} tệp đính kèm, {size}: USB phải còn ít nhất chừng đó.</source>
        <translation>With them go {count} attachments, {size}: the stick needs at least that.</translation>
    </message>
    <message>
        <source>{count} tệp đính kèm ({size}) không vừa một gói: đi cùng gói sau.</source>
        <translation>{count} attachments ({size}) do not fit into one bundle: they go with a later one.</translation>
    </message>
    <message>
        <source>Người ký: {person}, {unit}</source>
        <translation>Signer: {person}, {unit}</translation>
    </message>
    <message>
        <source>Chứng thư số {serial}, có hiệu lực đến {until}</source>
        <translation>Certificate {serial}, in force until {until}</translation>
    </message>
    <message>
        <source>Nội dung này đã được ký lần 1 lúc {time} và chờ thủ trưởng ký: không ký lần nữa.</source>
        <translation>This was signed first at {time} and waits for the head: it is not signed again.</translation>
    </message>
    <message>
        <source>Nội dung này đã được ký lúc {time} và chưa có biên nhận: chỉ cần chép lại gói, không ký lần nữa.</source>
        <translation>This content was signed at {time} and has no receipt yet: just copy the bundle again, do not sign twice.</translation>
    </message>
    <message>
        <source>Chữ ký bao trùm toàn bộ gói: từng hồ sơ, số liệu của kỳ và danh sách tệp. Sau khi ký, sửa một chữ cũng bị phát hiện. Gói được niêm phong, chỉ {office} và máy này mở được.</source>
        <translation>The signature covers the whole bundle: each record, the figures of the period and the list of files. After signing a single changed letter is noticed. The bundle is sealed; only {office} and this PC can open it.</translation>
    </message>
    <message>
        <source>Đây là chữ ký thứ nhất: thủ trưởng xem, ký rồi mới ghi ra USB.</source>
        <translation>This is the first signature: the head looks and signs before it is written to a stick.</translation>
    </message>
    <message>
        <source>Nơi nhận: {office}</source>
        <translation>To: {office}</translation>
    </message>
    <message>
        <source>Đang ký…</source>
        <translation>Signing…</translation>
    </message>
    <message>
        <source>Đã lập gói số {number} và ký lần 1. Thủ trưởng mở màn hình Nộp báo cáo để xem và ký.</source>
        <translation>Bundle {number} is prepared and signed first. The head opens the screen of submissions to look and sign.</translation>
    </message>
    <message>
        <source>Đã ký gói số {number}: {file}</source>
        <translation>Bundle {number} signed: {file}</translation>
    </message>
    <message>
        <source>Chưa chọn nơi ghi</source>
        <translation>No place chosen yet</translation>
    </message>
    <message>
        <source>Cắm USB rồi chọn nơi ghi. Gói đã ký vẫn nằm an toàn trên máy này.</source>
        <translation>Plug in the USB stick and choose a place. The signed bundle stays safe on this PC.</translation>
    </message>
    <message>
        <source>Đang ghi…</source>
        <translation>Writing…</translation>
    </message>
    <message>
        <source>Chưa được rút USB.</source>
        <translation>Do not remove the USB stick yet.</translation>
    </message>
    <message>
        <source>Gửi đủ các phần và danh sách {name}; thứ tự nào cũng được.</source>
        <translation>Send all parts and the list {name}; any order will do.</translation>
    </message>
    <message>
        <source>An toàn để rút USB</source>
        <translation>Safe to remove the USB stick</translation>
    </message>
    <message>
        <source>Mang tệp {name} đến cơ quan nhận, rồi mở biên nhận mang về.</source>
        <translation>Take the file {name} to the receiving office, then open the receipt they give you.</translation>
    </message>
    <message>
        <source>Đã chép</source>
        <translation>Copied</translation>
    </message>
    <message>
        <source>Đã ghi hẳn xuống USB</source>
        <translation>Written through to the USB stick</translation>
    </message>
    <message>
        <source>Đã đọc lại và khớp</source>
        <translation>Read back and equal</translation>
    </message>
    <message>
        <source>{count} gói của cấp dưới được chuyển tiếp, kèm biên nhận đã ký.</source>
        <translation>{count} bundles of subordinates are passed on with the receipts that were signed.</translation>
    </message>
</context>
<context>
    <name>WizardView</name>
    <message>
        <source>Chia thành các &amp;phần 20 MB để gửi thư hoặc USB nhỏ</source>
        <translation>Cut into &amp;parts of 20 MB, for mail or small sticks</translation>
    </message>
    <message>
        <source>1. Kỳ báo cáo</source>
        <translation>1. Reporting period</translation>
    </message>
    <message>
        <source>2. Nội dung gói</source>
        <translation>2. What goes</translation>
    </message>
    <message>
        <source>3. Việc phải xử lý</source>
        <translation>3. To settle</translation>
    </message>
    <message>
        <source>4. Số liệu</source>
        <translation>4. Figures</translation>
    </message>
    <message>
        <source>5. Ký</source>
        <translation>5. Sign</translation>
    </message>
    <message>
        <source>6. Ghi ra USB</source>
        <translation>6. Write to USB</translation>
    </message>
    <message>
        <source> (đang làm)</source>
        <translation> (now)</translation>
    </message>
    <message>
        <source>Đón&amp;g</source>
        <translation>C&amp;lose</translation>
    </message>
    <message>
        <source>Để sa&amp;u</source>
        <translation>Lat&amp;er</translation>
    </message>
    <message>
        <source>Chọn &amp;nơi ghi…</source>
        <translation>Choose a &amp;place…</translation>
    </message>
    <message>
        <source>Ghi thêm &amp;bản nữa…</source>
        <translation>Write an&amp;other copy…</translation>
    </message>
    <message>
        <source>Chọn &amp;nơi khác…</source>
        <translation>Choose an&amp;other place…</translation>
    </message>
    <message>
        <source>&amp;Xong</source>
        <translation>&amp;Done</translation>
    </message>
    <message>
        <source>Ghi gói ra USB</source>
        <translation>Write the bundle to USB</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>Bản sao lưu ghi ngày {day}, máy ghi {today}: xem lại ngày giờ của máy</source>
        <translation>The backup says {day}, the PC {today}: check the date and time of the PC</translation>
    </message>
</context>
<context>
    <name>WorkingDaysPresenter</name>
    <message>
        <source>Lịch ngày làm việc</source>
        <translation>Working days</translation>
    </message>
    <message>
        <source>Thông báo nghỉ lễ năm {year}</source>
        <translation>Holiday notice of {year}</translation>
    </message>
    <message>
        <source>Đã xác minh</source>
        <translation>Verified</translation>
    </message>
    <message>
        <source>Chưa xác minh</source>
        <translation>Unverified</translation>
    </message>
    <message>
        <source>Đã nhập đủ</source>
        <translation>Entered</translation>
    </message>
    <message>
        <source>Cả năm {year}</source>
        <translation>All of {year}</translation>
    </message>
</context>
<context>
    <name>WorkingDaysView</name>
    <message>
        <source>Năm của lịch</source>
        <translation>Year of the calendar</translation>
    </message>
    <message>
        <source>&amp;Bỏ phần sửa</source>
        <translation>&amp;Take back</translation>
    </message>
    <message>
        <source>Xác minh</source>
        <translation>Verified?</translation>
    </message>
    <message>
        <source>Ngày</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Thứ</source>
        <translation>Weekday</translation>
    </message>
    <message>
        <source>Loại ngày</source>
        <translation>Kind of day</translation>
    </message>
    <message>
        <source>Căn cứ</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Ngày nghỉ và ngày làm bù</source>
        <translation>Days off and days worked instead</translation>
    </message>
    <message>
        <source>Đã đọc chính &amp;văn bản này</source>
        <translation>The text itself was &amp;read</translation>
    </message>
    <message>
        <source>&amp;Ghi vào lịch</source>
        <translation>&amp;Enter into the calendar</translation>
    </message>
    <message>
        <source>Đã nhập đủ &amp;thông báo</source>
        <translation>The whole &amp;notice was entered</translation>
    </message>
    <message>
        <source>Lịch ngày làm việc</source>
        <translation>Working days</translation>
    </message>
    <message>
        <source>Ngày nghỉ, ngày làm bù dùng để tính các thời hạn theo ngày làm việc.</source>
        <translation>Days off, and days worked instead, by which limits in working days are counted.</translation>
    </message>
    <message>
        <source>Lịch đang dùng</source>
        <translation>The calendar in use</translation>
    </message>
    <message>
        <source>Sửa một ngày</source>
        <translation>Correct a day</translation>
    </message>
    <message>
        <source>Số, ngày, cơ quan ban hành thông báo</source>
        <translation>Number, date and issuer of the notice</translation>
    </message>
    <message>
        <source>&amp;Ngày</source>
        <translation>&amp;Day</translation>
    </message>
    <message>
        <source>&amp;Loại ngày</source>
        <translation>&amp;Kind of day</translation>
    </message>
    <message>
        <source>&amp;Căn cứ</source>
        <translation>&amp;Source</translation>
    </message>
    <message>
        <source>Khi đã nhập đủ các ngày của thông báo, cả năm được coi là chính thức.</source>
        <translation>Once every day of the notice was entered, the whole year is official.</translation>
    </message>
    <message>
        <source>Căn cứ của t&amp;hông báo</source>
        <translation>Source of the n&amp;otice</translation>
    </message>
    <message>
        <source>Năm {year}</source>
        <translation>Year {year}</translation>
    </message>
</context>
<context>
    <name>WriteDialog</name>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>&amp;Hạn trả lời (ngày/tháng/năm, có thể bỏ trống)</source>
        <translation>&amp;Answer by (day/month/year, may be left empty)</translation>
    </message>
    <message>
        <source>Nội dung: {name}</source>
        <translation>Text: {name}</translation>
    </message>
    <message>
        <source>Một câu nói rõ cần sửa hoặc giải thích gì</source>
        <translation>One sentence that says what to correct or explain</translation>
    </message>
</context>
<context>
    <name>_Beside</name>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>_CertificateDialog</name>
    <message>
        <source>&amp;Quay lại</source>
        <translation>&amp;Back</translation>
    </message>
</context>
</TS>
