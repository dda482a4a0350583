import type { Lexicon } from '../danger/phrase.ts'

/** Words by subject of law: `.strong` names the subject, `.weak` only hints at it (domain reference §6.2 `topic`). */
export const SUBJECTS: Lexicon = {
  'divorce_custody.strong': `
    mẹ có được nuôi, bố có được nuôi, có được nuôi con, muốn ly hôn, tòa gọi, không tới tòa, chồng không tới, ly hôn,
    ly dị, li dị, ly thân, đơn phương ly hôn, thuận tình, cấp dưỡng, chu cấp nuôi con, quyền nuôi con, giành con,
    giành quyền nuôi, nuôi con sau ly hôn, người nuôi con, chia con, ai nuôi, giành nuôi, ai được nuôi con,
    thăm con sau ly hôn, chia tay giành con, ra tòa ly hôn, được nuôi con, giao con cho, thăm nom con,
    nuôi cháu sau khi bố mẹ bỏ nhau, bỏ nhau, tòa xử, đón con về nuôi, muốn ở với mẹ, muốn ở với bố, ở với mẹ,
    ở với bố, nuôi con, con chung, ai nuôi con, bắt con không cho gặp, chia tay con ở với ai
  `,
  'divorce_custody.weak': `
    ngoại tình, con riêng, tòa, đơn phương, hôn nhân, ký đơn, bỏ chồng, bỏ vợ, chia tay, thăm con, theo mẹ, theo bố,
    không chịu ký đơn, có bồ, cặp bồ, hết tình cảm, không hợp, tòa án, ra tòa, giành
  `,
  'property_land.strong': `
    bán nhà, mua nhà, vợ ký, chồng ký, cần vợ ký, cùng ký tên, sổ đỏ, sổ hồng, sổ đất,
    giấy chứng nhận quyền sử dụng đất, quyền sử dụng đất, tranh chấp đất, lấn đất, lấn ranh, ranh đất, ranh giới,
    sang tên, chuyển nhượng, tài sản chung, tài sản riêng, đứng tên, đứng tên đất, mảnh đất, thửa đất, đất ruộng,
    đất vườn, đất ở, mua đất, bán đất, của chung, làm sổ, tách thửa, tách sổ, cấp sổ, lối đi chung, đất nông nghiệp,
    đất rừng, xây nhà trên đất, đất đai, đất khai hoang, chia tài sản, của hồi môn, ngõ đi chung, thế chấp sổ,
    bìa đỏ, đất thổ cư, sổ chỉ ghi tên, đất hộ, giấy tờ đất, hợp đồng mua bán nhà, cắm sổ, mượn sổ, đất lúa,
    vàng cưới, cây vàng, chia khi ly dị, chia khi ly hôn, ly hôn có phải chia, cho đất, đòi lại đất,
    nói miệng cho đất, giấy tay, cầm sổ, cầm cố sổ, đất tranh chấp, chiếm đất, lấn chiếm, đất đường đi, rào đường,
    bịt lối đi, lối đi, nhà đất, giữ sổ, lấn sang đất, lấn qua đất, lấn đất, lấn ranh, sang đất nhà, qua đất nhà, giải tỏa, đền bù, nứt tường,
    nứt nhà, chưa có sổ, lên thổ cư, sang sổ, xin cấp sổ, cấp lại sổ, đất mặt tiền, đất hai vợ chồng, tên trên sổ,
    đứng tên sổ, bán đất, bán nhà, đất ba má cho, đất cha mẹ cho, nhà đứng tên, đất đứng tên, đất bán
  `,
  'property_land.weak': `
    đất, nhà cửa, sổ, cái nhà, căn nhà, mua nhà, bán nhà, xây nhà, nhà đất, tài sản, chia nhà, tiền hồi môn,
    chuyển mục đích, lấn, ruộng, vườn, rẫy, đền bù
  `,
  'labour_maternity.strong': `
    công ty, hợp đồng lao động, sa thải, đuổi việc, cho nghỉ việc, thôi việc, nợ lương, trả lương, tăng ca, ca đêm,
    nghỉ phép, đi làm lại, chuyển tổ, lao động nữ, người lao động, nghỉ thai sản, nghỉ sinh, nghỉ đẻ, giúp việc,
    xưởng, thử việc, hợp đồng 1 năm, lương tối thiểu, giờ làm, khám thai được nghỉ, bị đuổi việc, chấm dứt hợp đồng,
    nghỉ không lương, làm thêm giờ, lương tháng, nhà máy, xí nghiệp, cho nghỉ, khu công nghiệp, nghỉ khám thai,
    trợ cấp thôi việc, về sớm, sổ lao động, ký hợp đồng, công nhân, sếp cho nghỉ, đình công, nghỉ việc, làm ca,
    bồi thường hợp đồng, xuất khẩu lao động, con ốm được nghỉ, lao động, trừ lương, nghỉ ốm, vợ sinh, sinh đôi,
    khi vợ sinh, xin nghỉ, lương công nhân, tiền lương, thôi làm, chủ xưởng, ép viết đơn, viết đơn nghỉ, kỷ luật,
    công đoàn cơ sở, phụ cấp, nghỉ mấy phút, được nghỉ mấy, nghỉ cho con bú, cho con bú, trong giờ làm, ngày nghỉ,
    nghỉ lễ, trả lương trễ, chậm lương, quy chế phòng
  `,
  'labour_maternity.weak': `
    thai sản, mang thai, có bầu, có thai, lương, làm việc, thưởng tết, sếp, chủ, hợp đồng, làm thêm, nghỉ, quản lý,
    bầu, phòng nhân sự, cơ quan, sinh con, dưới 12 tháng, nghỉ tết
  `,
  'social_insurance.strong': `
    hưởng thất nghiệp, tiền thất nghiệp, tiền tuất, hưởng gì từ bhxh, rút bảo hiểm, bảo hiểm xã hội, bhxh,
    bảo hiểm y tế, bhyt, bảo hiểm thất nghiệp, bhtn, trợ cấp thất nghiệp, sổ bảo hiểm, sổ bh, thẻ bảo hiểm, thẻ bhyt,
    lương hưu, hưu trí, tiền thai sản, chế độ thai sản, rút một lần, rút 1 lần, tử tuất, ốm đau,
    trợ cấp người cao tuổi, trợ cấp xã hội, đóng bảo hiểm, vssid, chế độ ốm đau, bảo hiểm tự nguyện, nhận bảo hiểm,
    trợ cấp hưu trí, trợ cấp hàng tháng, bảo hiểm một lần, bảo hiểm 1 lần, bh thất nghiệp, thất nghiệp,
    trợ cấp tuổi già, không lương hưu, dưỡng sức, tiền bảo hiểm, bảo hiểm, trái tuyến, tiền đẻ, nợ bảo hiểm, nợ bhxh,
    khám trái tuyến, chốt sổ, thai sản bhxh, thẻ bảo hiểm y tế, trợ cấp thai sản, đóng bhxh
  `,
  'social_insurance.weak': 'thai sản, hưởng, hưu, bh, trợ cấp, đóng, chế độ',
  'civil_status.strong': `
    cưới người nước ngoài, lấy chồng nước ngoài, lấy chồng trung quốc, khai sinh, giấy khai sinh, kết hôn,
    đăng ký kết hôn, giấy kết hôn, khai tử, hộ khẩu, hộ tịch, nhập khẩu, tạm trú, thường trú, căn cước, cccd, cmnd,
    chứng minh nhân dân, độc thân, xác nhận độc thân, tình trạng hôn nhân, cải chính, đổi tên, đổi họ, nhận con nuôi,
    nuôi con nuôi, giám hộ, nhận cha, nhận con, xác nhận cha, tảo hôn, chưa đủ tuổi, đủ tuổi kết hôn, trích lục,
    tách khẩu, cắt khẩu, nhập hộ khẩu, quốc tịch, tuổi kết hôn, mang họ mẹ, mang họ, muốn cưới, nhận nuôi,
    xin con nuôi, làm giấy tờ cho con, định danh, vneid, tên cha, họ mẹ, đám cưới sớm, chưa đăng ký kết hôn,
    con ngoài giá thú, ngoài giá thú, coi là vợ chồng, không đăng ký, sống chung, ở chung, chưa đăng ký, hôn thú,
    thay đổi họ, thêm tên cha, chứng tử, giấy chứng tử, báo tử, làm giấy khai sinh, làm khai sinh, giấy sinh,
    chứng sinh, đăng ký thường trú, xóa thường trú, căn cước con, sai tên, sai năm sinh, sửa tên, làm cccd
  `,
  'civil_status.weak': `
    cưới, hai nhà cho cưới, tuổi, giấy tờ, cưới chồng, lấy chồng, con nuôi, thay đổi tên, lấy vợ, đám cưới
  `,
  'debt_credit.strong': `
    hụi viên, quỵt nợ, tiền chuộc, vay, cho vay, vay tiền, vay nặng lãi, vay nóng, tín dụng đen, lãi suất, đòi nợ,
    trả nợ, nợ nần, chơi hụi, hụi, bể hụi, chơi họ, chơi phường, giật hụi, vay vốn, ngân hàng, app vay, cờ bạc,
    nợ cờ bạc, thiếu nợ, mượn nợ, giật nợ, vay ngân hàng, thế chấp, nợ ngoài, chủ nợ, cho mượn tiền, mượn tiền,
    mượn có, vay có, xăm trổ, kéo tới đòi, khoản nợ, hụi chết, vỡ hụi, thẻ tín dụng, để lại khoản nợ, trả chậm,
    nợ xấu, giấy vay, trả góp, lãi mẹ đẻ lãi con, trả lãi, tiền lãi, là lãi, xã hội đen, cầm đồ, bốc bát họ, bốc họ,
    vỡ nợ, bảo lãnh, ngân hàng chính sách, app đòi nợ, cho bạn vay, cho mượn, xù nợ, mượn của em, tất toán, vốn hộ nghèo, vay vốn hộ nghèo, mượn không trả, không trả tiền, tiền góp, góp họ,
    chủ hụi, bể họ, hốt hụi, tín chấp, giấy nợ, giấy mượn, mượn triệu, trả thay, đòi tiền cho vay
  `,
  'debt_credit.weak': 'nợ, lãi, tiền, trả góp, app, gọi cho người thân',
  'inheritance.strong': `
    bố mất, mẹ mất, ba mất, má mất, ông mất, bà mất, chồng mất, thừa kế, di chúc, di sản, chia di sản, để lại,
    không di chúc, lập di chúc, chia đất bố mẹ để lại, khai nhận di sản, từ chối nhận di sản, hàng thừa kế,
    mất không di chúc, đất hương hỏa, hương hỏa, quyền thừa kế, hưởng phần, truất quyền, mất không để lại,
    sau khi mất, ông nội để lại, ông bà để lại, ba má để lại, bố mẹ để lại, giành hết, hưởng phần khi, khi chồng mất,
    được hưởng phần, con riêng có được hưởng, hưởng đất, chồng chết, vợ chết, cha chết, ba chết, bố chết, mẹ chết,
    má chết, chồng em mất, ba em mất, mẹ em mất, bố em mất, chết không để lại
  `,
  'inheritance.weak': 'mất, qua đời, chia phần, chia thế nào, có phần, được chia, anh em chia, được phần',
  'sexual_harassment_abuse.strong': `
    quấy rối tình dục, quấy rối!, bị quấy rối, xâm hại, xâm hại tình dục, hiếp dâm, cưỡng hiếp, dâm ô, sàm sỡ, sờ mó,
    sờ soạng, gạ gẫm, gạ tình, gạ!, ảnh nóng, clip nóng, ảnh nhạy cảm, clip nhạy cảm, quay lén, chụp lén, khỏa thân,
    ảnh nude, sờ mông, vỗ mông, bóp mông, sờ!, chỗ kín, vùng kín, giao cấu, hiếp!, bị hiếp, cưỡng bức, chuốc thuốc,
    biến thái, bám theo, nhìn trộm, rình tắm, chạm vào người, đụng chạm, động chạm, khách sạn, nhà nghỉ, ghép ảnh,
    ghép mặt, clip!, bậy bạ, nhắn tin bậy, cởi đồ, lột đồ, thủ dâm, ôm hôn, làm chuyện đó, làm bậy, giở trò, ngủ với,
    đi khách sạn, hôn!, ôm!, đòi quan hệ, người lạ, theo em, khiếm nhã, tục tĩu, đồi bại, khoe của quý, ép quan hệ,
    làm nhục, phá khóa phòng trọ, mông!, ngực!, đè ra
  `,
  'complaint_petition.strong': `
    khiếu nại, tố cáo, phản ánh, kiến nghị, đơn thư, gửi đơn, tố giác cán bộ, không công bằng,
    bồi dưỡng khi làm giấy tờ, thu hồi đất, thời hiệu khiếu nại, thời hạn khiếu nại, đơn tố cáo, tiếp dân,
    chưa ai trả lời, không lập biên bản, xã không giải quyết, không giải quyết, trả lời đơn, hẹn ba lần, sách nhiễu,
    vòi tiền, đòi tiền bồi dưỡng, chưa giải quyết, im lặng không trả lời, xã bảo, hách dịch, gây khó dễ,
    không chịu giải quyết, không được xét, không nhận đơn, ngâm hồ sơ, hành dân, bao che, không ai xuống,
    không ai giải quyết, không chịu nhận đơn, cố tình làm khó, thanh tra, chủ tịch xã, xã hứa, cắt hộ nghèo,
    bị cắt hộ nghèo, không xong, thu tiền sai, không đúng quy định, xã không làm, không thấy trả lời,
    chính quyền không, không ai trả lời, làm đơn gửi đâu, đơn kiến nghị, đơn của tôi không đúng, xử lý đơn, khiếu nại lên, đơn khiếu nại, tố cáo cán bộ, ý kiến với xã, cưỡng chế,
    đền bù không thỏa đáng
  `,
  'complaint_petition.weak': `
    cán bộ xã, trưởng thôn, xã, ủy ban, hộ nghèo, danh sách hộ nghèo, đơn, thu tiền, chia quà, không minh bạch,
    đòi tiền, bất công, gặp ai
  `,
  'other_legal.strong': `
    hộ kinh doanh, đăng ký hộ kinh doanh, thủ tục kinh doanh, mở quán, thả rông, khói bụi, xả khói, giảm học phí,
    chó nhà hàng xóm, chó thả rông, hôi quá, ô nhiễm, karaoke ồn, lừa tiền, lừa đảo, bị lừa, mất trộm, mất xe,
    ăn trộm, trộm, trình báo, hàng giả, bồi thường, tai nạn, tai nạn giao thông, khuyết tật, hỗ trợ nhà ở, hộ nghèo,
    hộ cận nghèo, bị dột, xin hỗ trợ, luật sư, nghĩa vụ quân sự, chó cắn, rác, xả thải, nuôi heo, giấy phép,
    đăng ký kinh doanh, bán sang, lừa sang, bị bán, lừa bán, cam pu chia, tiếp khách, bán dâm, mua bán người,
    buôn người, hack, tài khoản bị, vay hộ, vệ sinh thực phẩm, xuất cảnh, hộ chiếu, thuế, tung tin, nói xấu,
    xúc phạm trên mạng, vu khống, bôi nhọ, danh dự, xử lý, mất đồ, cây đổ, đốt rác, học phí, miễn học phí, mồ côi,
    chất độc da cam, người có công, thương binh, liệt sĩ, hỗ trợ tấm lợp, hỗ trợ sửa nhà, nhà tình thương,
    trợ cấp cho con, mẹ đơn thân, đơn thân, bảo hộ, mất cắp, hàng xóm nuôi, gây thương tích, tông, cắn, ngộ độc,
    đánh bạc, ma túy, cai nghiện, hàng kém, bị phạt, tin giả, lừa
  `,
  'other_legal.weak': `
    ồn, trợ giúp pháp lý, báo ai, báo công an, hỗ trợ, hàng xóm, chính sách, hỗ trợ sửa, có được, xử lý
  `,
  'family_violence.strong': `
    bạo lực gia đình, bạo hành, luật pcblgđ, địa chỉ tin cậy, tổng đài bảo vệ trẻ em, tổng đài 111, số 111, đường dây nóng, chồng đánh,
    đánh vợ, bạo lực, đánh con, cấm tiếp xúc, nhà tạm lánh, chồng chửi,
    vợ bị, bị chồng đánh, ngược đãi, bố đánh, phòng chống bạo lực gia đình, bố mẹ đánh, nạn nhân bạo lực,
    mẹ chồng chửi, đánh nhau, blgd
  `,
  household: `
    chồng, chồng cũ, ông xã, vợ, vợ con, bố, mẹ, ba, má, mạ, tía, cha, bố mẹ, ba má, bố chồng, mẹ chồng, nhà chồng,
    bố dượng, dượng, mẹ kế, dì ghẻ, con trai, con gái, con dâu, con rể, anh trai, em trai, em gái, anh rể, chị dâu,
    ông nội, bà nội, bà ngoại, ông ngoại, cháu nội, người yêu, người yêu cũ, bạn trai, anh ấy, ảnh!, ổng, ông ấy,
    hắn, ông nhà, lão chồng, bạn gái, nó, đứa bé, con bé, bé trai, bé gái, ba nó, ba sắp nhỏ, cháu bé, anh ta, con,
    con nhỏ, anh, bà cụ, hàng xóm đánh
  `,
  strangerSex: `
    sếp, thầy, thầy giáo, đồng nghiệp, người lạ, ông hàng xóm, hàng xóm, chủ, trưởng phòng, bảo vệ, khách, quản lý,
    giám đốc, chú, cậu, bác, dượng, bố dượng, xe buýt
  `,
  study: 'trường, bạn cùng lớp, bạn bè ở trường, lớp, bạn bắt nạt, học sinh, ở trường, cùng lớp, trên lớp',
  ask: `
    được không, thế nào, cần gì, giấy tờ gì, giấy tờ, thủ tục, ở đâu, bao nhiêu, bao lâu, làm sao, phải làm gì,
    làm gì được, không ạ, sao, xin hỏi, cho em hỏi, hỏi, muốn, kiểu gì, kiện, có được, ai, có phải, kêu ai, gặp ai,
    báo ai, gửi đơn, làm đơn, điều kiện, nào, tính sao
  `,
  divorceAsk: `
    quyền nuôi, nuôi cả hai, được nuôi, tòa có cho, muốn ly dị, xin ly dị, ly dị thì, ly dị đơn phương, đơn ly dị,
    đơn phương ly dị, ly dị được không, muốn bỏ chồng, muốn ra tòa, án phí, hòa giải ở tòa,
    muốn ly hôn, xin ly hôn, đòi ly hôn, làm đơn ly hôn, thủ tục ly hôn, nộp đơn ly hôn, viết đơn ly hôn, ly hôn thì,
    ly hôn đơn phương, đơn phương ly hôn, ly hôn được không, ly hôn có, ly hôn cần, giành quyền nuôi con,
    quyền nuôi con, giành con, tòa có giao con, ly hôn nhanh, ly hôn thế nào, ly hôn giành, ly hôn ở đâu,
    ly hôn thuận tình, ly hôn cần gì, đơn ly hôn, ra tòa ly hôn, không cho gặp con, không cho thăm con, ly hôn xong,
    ai được nuôi con, được nuôi con, giành nuôi con, cấp dưỡng
  `,
  complaintAsk: `
    khiếu nại, tố cáo lên, đơn tố cáo, tố cáo rồi, tố cáo mà, chưa thấy giải quyết, chưa ai xuống, không ai làm gì,
    công an bảo, gửi đơn lên, không lập biên bản, xã bảo, không giải quyết, không nhận đơn, bao che,
    không chịu giải quyết, không ai giải quyết, không xử lý, chưa giải quyết, làm ngơ, xã không!, công an xã không, công an không,
    trưởng thôn không, kiến nghị, không ai xuống
  `,
  report: `
    báo cáo, tập huấn, truyền thông, tuyên truyền, giám sát, góp ý, dự thảo, họp, hội nghị, hòa giải,
    tư vấn lưu động, đối thoại, ký chương trình, điển hình, sửa giúp, hội thi, ra mắt, mô hình, clb, câu lạc bộ,
    hội viên, chỉ tiêu, kế hoạch, số liệu, chuyên đề, sinh hoạt, phát động, người dự, ra quân, tọa đàm, lớp học nghề,
    tổ chức, phối hợp, tham gia, liên hoan, văn bản, file, danh sách hội viên, tổng kết, tình hình, toàn huyện,
    quý này, quý 3, quý 1, quý 2, quý 4, trong năm, trong quý, hỗ trợ sinh kế, phim, đọc tin, báo đăng, nghị quyết,
    văn nghệ, đóng góp, bài tuyên truyền, lịch sinh hoạt, lịch tư vấn, chiến dịch, hội thảo, tiểu phẩm
  `,
  reportStrong: `
    tặng quà, thăm hỏi, so với năm, mít tinh, truyền thông, tuyên truyền, tập huấn, giám sát, góp ý, dự thảo,
    hội nghị, hội thi, ra mắt, tư vấn lưu động, đối thoại, ký chương trình, điển hình, sửa giúp, chỉ tiêu, người dự,
    ra quân, tọa đàm, phát động, chuyên đề, toàn huyện, hòa giải, sinh hoạt, tư vấn cho, tổng kết, trong năm,
    quý này, trong quý, chiến dịch, tiểu phẩm, phim, hội thảo, mô hình, lịch tư vấn, tình hình, thống kê, lượt,
    băng rôn, khai mạc, báo đăng, đọc tin, phát sinh vụ, không phát sinh, không có vụ, hội viên dự, người nghe, kết nạp, công đoàn, dân vận
  `,
  petitionCase: 'tiếp nhận, tiếp nhận đơn, đơn khiếu nại, đơn tố cáo, đơn kiến nghị, nhận được đơn, đơn thư',
  question: `
    bao lâu, bao nhiêu, thế nào, được không, làm sao, cần gì, như thế nào, sao vậy, kiểu gì, ra sao, có bị, thì sao,
    gửi đâu, ở đâu, hỏi ai, đúng không, phải không, có được, làm gì, cần chuẩn bị, những gì, có quyền
  `,
  landFight: `
    giành đất, đòi đất, đòi lại mảnh đất, giành miếng đất, trả đất, tranh đất, tranh chấp đất, giành mảnh đất,
    chiếm đất, ký giấy trả đất, lấn đất, giành nhà
  `,
  divorceWord: 'ly hôn, ly dị, li dị',
  divorced: 'ly hôn rồi, ly hôn xong, ly dị rồi, chồng cũ, vợ cũ, nếu ly hôn, đòi ly hôn, mà ly hôn, nếu ly dị',
  inLaw: 'lấy chồng, họ chồng, em chồng, anh chồng, bố chồng, mẹ chồng, nhà chồng, chị chồng, chồng sắp cưới',
  spouse: 'chồng, ông xã, lão chồng, thằng chồng, vợ chồng, anh ấy, ổng!, ông nhà',
  kinfolk: `
    chồng, chồng cũ, ông xã, bố, mẹ, ba!, má!, mạ, cha, tía, bố dượng, dượng, mẹ kế, con trai, anh trai, em trai,
    anh rể, người yêu, người yêu cũ, bạn trai, mẹ chồng, bố chồng, vợ, ông nội, con rể, ba em, ba con, má em, má con,
    ổng!, ông nhà, anh ấy
  `,
  strange: `
    người lạ, có thằng, hai thằng, mấy thằng, thằng nào, có người, chủ nhà, chủ trọ, chủ nhà trọ, phòng trọ, khu trọ,
    xe ôm, tài xế, ông chủ, bạn cùng lớp, ca đêm, đường vắng, thằng cha, ông hàng xóm, hàng xóm, thầy, thầy giáo, sếp, đồng nghiệp, khách, lạ mặt,
    thanh niên, thằng hàng xóm, bảo vệ
  `,
  lastWish:
    'chết, tự tử, muốn sống, thuốc ngủ, gom đủ thuốc, nhảy, thức dậy, hết đường, lan can, thành cầu, thiết sống, tầng',
  lender: 'chủ nợ, đòi nợ, đòi tiền, xã hội đen, giang hồ, xăm trổ, tín dụng đen, quỵt nợ, vay',
  forTeaching: `
    cho bài tuyên truyền, tìm hiểu cho bài, hỏi để tuyên truyền, để tuyên truyền, tài liệu tuyên truyền,
    để giới thiệu, làm bài tập, để soạn bài, cho em xin tài liệu
  `,
}
