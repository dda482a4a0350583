import type { Lexicon } from './phrase.ts'

/** When, whether and in what frame something is said (domain reference §6.3 c–f). */
export const CONTEXT: Lexicon = {
  not: `
    không, chưa, chẳng, chả!, đừng, không bao giờ, chưa bao giờ, không hề, chưa hề, không có, chưa từng, chưa có,
    không phải, có đâu, đâu có, không còn, chẳng bao giờ, không dám, chưa dám, không ai, chưa ai
  `,
  now: 'đang, vừa, mới, sắp, vừa mới, chuẩn bị, vừa bị, mới bị, hồi nãy, nãy!, khi nãy, lúc nãy, ban nãy, còn đang',
  nowLoud: `
    bây giờ, giờ này, hiện giờ, ngay bây giờ, lúc này, nãy giờ, từ nãy, từ nãy giờ, kìa!, ngay lúc này, hiện tại,
    ngay giờ, nãy tới giờ, nãy đến giờ, vừa xong, mới xong, vừa nãy, mới nãy, hồi nãy, ban nãy, lúc nãy, khi nãy,
    giờ đang, ngay và luôn, tối nay, đêm nay, tối ni, đêm ni, bữa ni, chừ, lát nữa, tí nữa, chút nữa, liền đi, mới vừa, cách đây 5 phút,
    cách đây mấy phút, mấy phút trước, còn đang, vẫn đang, đang ở ngoài, vừa bị, mới bị, vừa mới, nè!, ngoài kia,
    vẫn còn ở đây, còn ở nhà, còn ngồi đây, còn đứng đây, từ sáng tới giờ, từ sáng đến giờ, từ tối qua tới giờ,
    từ hôm qua tới giờ, hồi nảy, khi nảy, 10 phút, 5 phút, nửa tiếng trước, vừa dọa, vừa doạ, vừa nhắn, vừa gọi,
    vừa điện, vừa đt, vừa nói, sáng mai, ngày mai, mai mà
  `,
  past: `
    đã từng, từng bị, từng đánh, em từng, tôi từng, từng có, từng dọa, từng muốn, từng nghĩ, từng bóp, từng tự tử,
    hồi năm kia, năm kia, mấy năm trước, năm ngoái, năm trước, hồi trước, trước đây, trước kia, ngày trước, ngày xưa,
    hồi xưa, tháng trước, tuần trước, hồi nhỏ, hồi bé, hồi tháng, năm 2015, năm 2016, năm 2017, năm 2018, năm 2019,
    năm 2020, năm 2021, năm 2022, năm 2023, năm 2024, năm 2025, có lần, hôm kia, hôm trước, bữa trước, bữa hổm,
    hôm nọ, bữa nọ, hôm bữa, tháng vừa rồi, tuần vừa rồi, năm rồi, tháng rồi, tuần rồi, tháng giêng, hồi còn,
    hồi mới, hồi lớp, từ năm lớp, năm em, lúc em còn, hồi em còn, cách đây, mấy tháng trước, năm nào, thời trẻ,
    đã lâu, lâu rồi, năm xưa, thứ bảy tuần, chủ nhật tuần, hôm tết, hồi tết, đợt tết, dạo trước, dạo nọ, khi xưa,
    thuở, ngày đó, hồi đó, lúc đó, khi đó, dạo đó, mấy hôm trước, mấy bữa trước, hôm qua, tối qua, đêm qua,
    chiều qua, sáng qua, hôm thứ, hôm 12, hôm 5, lần gần nhất, may mà đã, giờ mới về, đã qua rồi, đã lập biên bản,
    đã xử lý, đã bị bắt, đã đi tù, hôm đám, hôm giỗ, hồi cưới, tuần vừa qua, tháng vừa qua, vừa qua, năm vừa rồi,
    cuối tuần rồi, hôm rồi, bữa rồi
  `,
  longPast: `
    đã từng, từng bị, từng đánh, em từng, tôi từng, từng có, từng dọa, từng muốn, từng nghĩ, từng bóp, từng tự tử,
    hồi năm kia, năm kia, mấy năm trước, năm ngoái, năm trước, hồi trước, trước đây, trước kia, ngày trước, ngày xưa,
    hồi xưa, tháng trước, tuần trước, hồi nhỏ, hồi bé, hồi tháng, năm 2015, năm 2016, năm 2017, năm 2018, năm 2019,
    năm 2020, năm 2021, năm 2022, năm 2023, năm 2024, năm 2025, có lần, bữa hổm, hôm nọ, bữa nọ, tháng vừa rồi,
    tuần vừa rồi, năm rồi, tháng rồi, tuần rồi, tháng giêng, hồi còn, hồi mới, hồi lớp, từ năm lớp, năm em,
    lúc em còn, hồi em còn, mấy tháng trước, thời trẻ, đã lâu, lâu rồi, năm xưa, hôm tết, hồi tết, đợt tết,
    dạo trước, dạo nọ, khi xưa, thuở, ngày đó, hồi đó, giờ mới về, đã qua rồi, đã đi tù, hồi cưới, tháng vừa qua,
    tuần vừa qua, năm vừa rồi, nay trở về, hôm trước, bữa trước, mấy hôm trước, hôm bữa, đã lập biên bản, đã xử lý,
    hồi em!, hồi tôi!, hồi con!
  `,
  law: `
    bị phạt, mức phạt, phạt bao nhiêu, phạt thế nào, phạt tiền, xử phạt, theo luật, luật quy định, luật phòng chống,
    luật phòng, quy định, nghị định, theo quy định, thế nào là, như nào là, bao gồm những, xử lý thế nào,
    xử lý như thế nào, bị xử lý, bị xử, tội gì, mấy năm tù, đi tù, hành vi, có vi phạm, là vi phạm, có phạm pháp,
    có phạm tội, phạm luật, điều luật, bộ luật, luật hình sự, thông tư, cho em xin tài liệu, xin tài liệu,
    tài liệu tuyên truyền, hỏi để, để tuyên truyền, để giới thiệu, làm bài tập, bài tập, luật nào, điều mấy,
    điều bao nhiêu, chính sách, quyền lợi, có được hỗ trợ, được hỗ trợ, được trợ giúp, quy trình, phân biệt,
    khái niệm, dấu hiệu, kiến thức, hỏi cho biết, tìm hiểu, truy cứu, bị truy cứu, có bị bắt, thủ tục, biện pháp,
    xử sao, tù mấy năm, có tội!, luật mới, nạn nhân bạo lực, nạn nhân bị, người bị bạo lực, chị em bị bạo lực,
    phụ nữ bị bạo lực, trẻ em bị, khi bị, làm thế nào khi, nếu thấy, nếu gặp, giả sử, bồi thường, nếu chồng, nếu vợ,
    có phải là
  `,
  work: `
    truyền thông, tuyên truyền, tập huấn, hội thi, tiểu phẩm, mô hình, câu lạc bộ, clb, chuyên đề, tọa đàm, hội nghị,
    kế hoạch, tờ rơi, băng rôn, giám sát, người dự, chị dự, hội viên dự, chỉ tiêu, dự thảo, so với cùng kỳ, cùng kỳ,
    toàn huyện, toàn xã, toàn tỉnh, phát động, ra mắt, ra quân, chiến dịch, tháng hành động, ngày hội, diễn đàn,
    lồng ghép, sinh hoạt, hội thảo, phối hợp, ký kết, biểu dương, lượt người, lượt, tham dự, tham gia, đối thoại,
    báo cáo quý, báo cáo, số liệu, thống kê, bình đẳng giới, phòng chống, phòng ngừa, không có vụ, không có ca,
    không vụ nào, chương trình, cuộc thi, bài tuyên truyền, pano, áp phích, khẩu hiệu, học sinh, trong quý,
    trong năm, trong tháng, quý, tổng số, tổng kết, sơ kết, chi hội, hội viên, họp, công văn, nhiệm vụ, đề tài,
    nói không với, thành viên, nhà văn hóa, loa, bản tin, tủ sách, xây dựng, ngôi nhà bình yên, nhà tạm lánh,
    địa chỉ tin cậy, kỹ năng, tình huống, vụ án, chuyển đến, chuyển đi, vụ, tình hình, lớp
  `,
  workStrong: `
    đã hỗ trợ, không phát sinh, phát sinh vụ, vay vốn làm ăn, diễn tình huống, tình huống, vỗ tay, mít tinh,
    xóa bỏ bạo lực, truyền thông, tuyên truyền, tập huấn, hội thi!, tiểu phẩm, ra mắt mô hình, chuyên đề, tọa đàm,
    hội nghị, tờ rơi, băng rôn, người dự, chị dự, hội viên dự, chỉ tiêu, dự thảo, cùng kỳ, toàn huyện, toàn xã,
    toàn tỉnh, phát động, ra mắt, ra quân, chiến dịch, tháng hành động, diễn đàn, lồng ghép, hội thảo, biểu dương,
    lượt người, tham dự, số liệu, thống kê, phòng chống, phòng ngừa, không có vụ, không có ca, cuộc thi, pano,
    áp phích, khẩu hiệu, trong quý, trong năm, tổng số, tổng kết, sơ kết, nói không với, diễn tập, giả định,
    đóng vai, bài giảng, nhận diện
  `,
  fiction: `
    phim, đọc truyện, xem phim, tập 1, tập, truyện, tiểu phẩm, kịch, game, vở kịch, vở diễn, báo đăng, đọc báo,
    báo mạng, đọc tin, xem tin, tin tức, thời sự, trên mạng, trên báo, trên tivi, trên ti vi, tivi, ti vi, vụ án,
    clip trên, xem clip, video trên, nhân vật, tiểu thuyết, cải lương, hoạt hình, ca nhạc, bài hát, bộ phim,
    đóng phim, diễn viên, tỉnh khác, nước ngoài họ, livestream, tik tok, tiktok, youtube, kể chuyện, bản tin,
    xem kịch, mxh, mạng xã hội lan, lan truyền, nằm mơ, mơ thấy, chiêm bao, ngủ mơ, diễn, sân khấu, con trâu,
    con chó, con mèo, con gà
  `,
  office: `
    báo cáo, file, excel, word, mật khẩu, deadline, zalo, số liệu, máy tính, văn bản, biểu mẫu, công thức, wifi,
    máy in, tài khoản, họp, kịch bản, văn nghệ, bài phát biểu, kế hoạch, powerpoint, slide, email, mail, in giúp,
    hồ sơ, link, hội trường, micro, trang trí, sân khấu, xe em chết, nộp bài, ảnh bị, bảng tính, kẹt xe, hi hi, hihi,
    haha, hehe, kaka, ha ha, he he, hì hì, hạn nộp, sổ sách, quyết toán, cái ví, máy giặt, tủ lạnh
  `,
  machine: `
    sửa mái, tấm lợp, mưa lớn, trời mưa, mái tôn, lợp lại, sửa nhà, xin hỗ trợ, máy, máy giặt, ti vi, tivi, tủ lạnh,
    điện thoại, xe, nồi, quạt, hãng, sản phẩm, phiếu, tem, trung tâm, loa, máy tính, thời hạn, hết hạn
  `,
  watched: 'thấy cảnh, xem cảnh, có cảnh, tới đoạn, đến đoạn, xem thấy, cảnh bố, cảnh chồng, kể chuyện, đóng vai',
  estate: `
    chia đất, di chúc, thừa kế, có quyền gì, cho đất, sổ đỏ, thế chấp, chủ nợ, khoản nợ, trả nợ, vay tiền,
    có đúng không, đúng luật, cấp dưỡng, tiền thai sản, thử việc, hợp đồng, di sản, sang tên, tranh chấp, bảo hiểm,
    công ty, chia tài sản, hưởng đất, hưởng phần, phần đất, miếng đất, mảnh đất, đất đai, tài sản, bảo lãnh
  `,
  remorse: 'ân hận, hối hận, lỡ tay, hối lỗi, day dứt, cắn rứt',
  laugh: `
    hihi, haha, hehe, hi hi, ha ha, he he, kaka, hì hì, buồn cười, vui quá, vui lắm, kkk, cười, giỡn, nói đùa, đùa,
    đùa thôi, giỡn thôi
  `,
  blackmail: `
    cứ dọa tự tử, hay dọa tự tử, toàn dọa tự tử, luôn dọa tự tử, suốt ngày dọa tự tử, lúc nào cũng dọa tự tử,
    lần nào cũng dọa tự tử, hay dọa chết, cứ dọa chết, lại dọa tự tử
  `,
  case: `
    tiếp nhận, phát hiện, có vụ, có ca, ca, vụ, xảy ra, ghi nhận, phản ánh việc, báo về, báo tin, đề nghị,
    xin ý kiến, trường hợp, hòa giải, hiện đang, hiện chị, hiện nạn nhân, đề nghị hỗ trợ
  `,
  /** Sounds of safety: heard beside other signs. What ends an alarm is in safety.ts alone. */
  safe: `
    an toàn rồi, đã an toàn, được an toàn, hết nguy hiểm, thoát rồi, đã thoát, thoát được rồi, ổn rồi, đã ổn,
    đã an toàn rồi, đang an toàn, ở chỗ an toàn, nơi an toàn rồi, chỗ an toàn rồi, không sao rồi, công an đến rồi,
    công an tới rồi, công an bắt nó rồi, bắt nó rồi, bắt rồi, hết bị, hết sợ rồi, tạm an toàn, đã về ngoại an toàn,
    về ngoại an toàn, không còn nguy hiểm, đã được cứu
  `,
  notSafe: `
    chưa an toàn, không an toàn, chưa ổn, không ổn, chưa thoát, mất an toàn, làm sao an toàn, có an toàn không,
    sao cho an toàn, chưa chắc an toàn, không biết có an toàn, chưa hết nguy hiểm
  `,
  childWriter: `
    con chào cô, cô ơi con, cô giáo ơi, chú ơi con, cô ơi cháu, bố con, ba con!, mẹ con đánh, bố cháu, mẹ cháu,
    ba cháu, bố dượng cháu, lớp 2, lớp 3, lớp 4, lớp 5, lớp 6, lớp 7, lớp 8, lớp 9, lớp 10, lớp 11, bạn cùng lớp,
    cô giáo con, con đi học, cháu đi học, con học lớp, cháu học lớp, ba má con, bố mẹ con, bố mẹ cháu, ông nội cháu,
    bà nội cháu, bà nội con, mẹ ơi bố, dì ghẻ con, mẹ kế con, má con, bố dượng con
  `,
}
