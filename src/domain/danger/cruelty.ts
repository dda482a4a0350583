import type { Lexicon } from './phrase.ts'

/** Harm without blows: words, money, control, neglect, image abuse, force to marry (domain reference §6.2 `violence`). */
export const CRUELTY: Lexicon = {
  abuse: `
    chửi, chửi bới, chửi mắng, chửi rủa, chửi thề, mắng nhiếc, mắng chửi, nhiếc móc, nhục mạ, lăng mạ, sỉ nhục,
    hạ nhục, làm nhục, xúc phạm, miệt thị, khinh thường, khinh rẻ, coi thường, coi như osin, coi như người ở,
    đay nghiến, nói nặng lời, nguyền rủa, bôi nhọ, bêu xấu, bêu riếu, rủa, mạt sát, hắt hủi, ghẻ lạnh, hành hạ,
    dọa nạt, đe nẹt, chì chiết, xỉ vả, sỉ vả, xỉ nhục, dằn vặt, hành xác, coi em như, bắt quỳ, bắt em quỳ, dọa đánh,
    dọa đuổi, hăm dọa, đe dọa, dọa, nói em là đồ, chửi em, rủa xả, đối xử tệ, ngược đãi, gọi em là con,
    khủng bố tinh thần, khủng bố, tra tấn tinh thần, quát mắng, quát tháo, chê bai, xua đuổi, bỏ đói, bỏ mặc,
    đuổi ra khỏi nhà, đuổi em, đuổi mẹ con, đuổi khỏi nhà, tống ra khỏi nhà, đuổi đi
  `,
  insult: `
    đuổi ra khỏi nhà, đuổi khỏi nhà, đuổi em, đuổi tôi, chửi, chửi bới, mắng, nhục mạ, xúc phạm, dọa, đe dọa, bắt em,
    ép em, bắt tôi, ép tôi, giữ hết, kiểm soát, cấm
  `,
  slur: `
    đồ ăn bám, đồ vô dụng, đồ bỏ đi, đồ đĩ!, con đĩ!, đồ ngu, đồ điên, đồ cave, con ở, gái không biết đẻ,
    cây độc không trái, không biết đẻ, con chó
  `,
  purse: `
    giữ lương, giữ tiền lương, giữ bằng, giữ bằng cấp, cất bằng, ôm hết tiền, cầm hết tiền, cầm hết bạc, lấy lương em,
    không cho cầm tiền, không cầm đồng nào, giữ hết tiền, giữ hết lương, giữ hết tiền lương, giữ toàn bộ tiền, giữ thẻ, giữ thẻ lương, giữ thẻ atm,
    thu hết tiền, lấy hết tiền, lấy hết lương, lấy lương của em, cầm hết tiền, cầm hết lương, không đưa tiền,
    không đưa đồng nào, không đưa một đồng, không cho tiền, không cho đồng nào, không cho một đồng, kiểm soát tiền,
    quản hết tiền, quản tiền, tiền cũng phải xin, mua gì cũng phải xin, cũng phải xin, xin từng đồng, ngửa tay xin,
    bắt đưa hết lương, bắt nộp lương, bắt nộp tiền, nộp hết lương, bắt đưa tiền, bắt đưa lương, bòn rút, bán hết đồ,
    tịch thu tiền, giấu hết giấy tờ, không cho đi làm, cấm đi làm, cấm em đi làm, không cho em đi làm, bắt nghỉ việc,
    bắt em nghỉ việc, bắt em nghỉ làm, bắt nghỉ làm, không cho tôi đi làm, bắt vay, bắt em vay, ép em vay, ép vay,
    hỏi từng đồng, soi từng đồng, bắt ghi từng
  `,
  control: `
    kiểm soát, cấm cản, cấm!, cấm em, cấm tôi, cấm đoán, không cho gặp, không cho em gặp, không cho tôi gặp,
    không cho về, không cho về ngoại, không cho em về, không cho tôi về, không cho ra ngoài, không cho ra khỏi,
    không cho đi đâu, không cho em đi đâu, không cho liên lạc, không cho nói chuyện, không cho dùng điện thoại,
    không cho dùng facebook, kiểm tra điện thoại, lục điện thoại, xem trộm tin nhắn, đập điện thoại, theo dõi,
    cài định vị, cài phần mềm, gắn định vị, đi đâu cũng phải báo, đi đâu cũng phải xin, canh chừng, quản thúc,
    giam lỏng, nhốt, cấm tiếp xúc bố mẹ, giấu con, giữ con, bắt con, cướp con, không cho thăm con, không cho gặp con,
    không cho học, không cho đi học, cấm bạn bè, không cho chơi với ai, bắt em báo, không cho chơi, bắt nghỉ học,
    bắt cháu nghỉ học, bắt ngủ ngoài, không cho ngủ, không cho ăn, không cho vào nhà, khóa cửa không cho vào,
    không cho mặc, lấy điện thoại, giấu xe, ghen tuông, ghen vô cớ, không cho khám, không cho đi khám,
    không cho uống thuốc
  `,
  force: `
    ép quan hệ, bắt quan hệ, ép em quan hệ, bắt em quan hệ, cưỡng ép, đòi quan hệ, ép ngủ, ép lấy chồng, ép cưới,
    bắt lấy chồng, bắt cưới, bắt phá thai, ép phá thai, bắt bỏ thai, ép bỏ thai, bắt đẻ, ép đẻ, bắt sinh, ép sinh,
    ép gả, gả bán, bắt vợ, bắt làm chuyện, ép làm chuyện, ép chuyện ấy, bắt chuyện ấy, bắt chiều, đòi hỏi,
    bắt xem phim, ép kết hôn, ép em lấy, bắt em lấy, ép em bỏ, bắt em bỏ, bắt em phá, ép em phá, ép con lấy,
    bắt con lấy, quan hệ dù, quan hệ cả lúc, bắt em đẻ, ép em đẻ, bắt em ngủ, bắt em chiều, lao động khổ sai,
    bắt đi xin, bắt con làm, ép uống rượu
  `,
  sign: `
    bạo lực, bạo lực gia đình, bạo hành, bạo hành gia đình, bạo lực tinh thần, bạo lực kinh tế, bạo lực tình dục,
    bạo lực thể xác, ngược đãi, hành hạ, vũ phu, gia trưởng
  `,
  habit: `
    hay, thường, thường xuyên, suốt, suốt ngày, hoài, cứ, toàn, mãi, liên tục, ngày nào cũng, lần nào cũng, mỗi lần,
    mỗi khi, nhiều lần, nhiều năm, bao năm, mấy năm, năm nay, bao lâu nay, lâu nay, từ ngày cưới, từ hồi cưới,
    như cơm bữa, quanh năm, hễ, động tí, hở ra, lúc nào cũng, tháng nào cũng, tối nào cũng, đêm nào cũng, luôn, vẫn,
    tháng nay, tuần nay, có lần, đợt này, không ngừng, dai dẳng, triền miên, thậm tệ, bữa nào cũng, say là,
    nhậu về là, nhậu là, uống vào là, tối ngày, cả tháng nay
  `,
  imageAbuse: `
    ảnh nóng, clip nóng, ảnh nhạy cảm, clip nhạy cảm, ảnh khỏa thân, tung ảnh, tung clip, tung hình, đăng ảnh,
    đăng clip, phát tán, ghép ảnh, ghép mặt, ghép hình, tống tiền, bôi nhọ, bóc phốt, đăng hình, clip sex, gửi clip,
    gửi ảnh, quay lén, chụp lén, ảnh riêng tư, ảnh hở, ảnh nude
  `,
  bruise: `
    bầm tím, bầm dập, thâm tím, thâm mắt, sưng mặt, sưng vù, gãy tay, gãy xương, gãy sườn, rách đầu, rách môi,
    rách mặt, bầm mắt, tím mắt, gãy răng, gãy chân, bầm mình, gãy mũi, tím bầm, bầm, sẩy thai, sảy thai
  `,
  bully: 'bắt nạt, đánh hội đồng, cô lập, tẩy chay, trấn lột, bắt nạt ở trường',
}
