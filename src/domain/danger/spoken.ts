import type { Lexicon } from './phrase.ts'

/** Everyday ways of saying it that no single verb carries: ultimatums, being put out, a door kept, a last wish. */
export const SPOKEN: Lexicon = {
  ultimatum: `
    không trả, không đưa, không mở, không về, không nghe, không ký, không quay lại, không quay về, không ra, không rút,
    mà bỏ, mà báo, mà kể, mà nói, mà ly hôn, mà li hôn, mà ly dị, mà đi, mà về, mà thưa, mà kiện, mà trốn, mà la,
    mà mở miệng, mà khai, mà không, dám kể, dám báo, dám bỏ, dám nói, dám thưa, dám về, dám đi, còn đi, còn gặp, còn kể,
    bỏ tao, bỏ nó, bỏ ảnh, bỏ ổng, bỏ hắn, bỏ anh ta, nếu bỏ, nếu ly hôn, nếu ra tòa, nếu về, nếu báo, nếu không, ra tòa,
    ly hôn, ly dị, chia tay, nói với ai, kể với ai, nói cho ai, hé răng, báo công an, kêu công an, đưa con đi, bế con đi
  `,
  ultimateHarm: `
    <doomLoud>, giết, giết chết, đâm, đâm chết, chém, chém chết, đập chết, đánh chết, bóp chết, thiêu, thiêu sống,
    đốt nhà, đốt phòng, đốt cả, đốt hết, đốt luôn, đốt xe, tạt axit, chặt tay, chặt chân, chết chung, chết cùng,
    cùng chết, chết hết, chết chùm, lấy mạng, mất mạng, không toàn mạng, cho nổ, cắt cổ, cắt gân, rạch mặt
  `,
  together: `
    chết chung, chết cùng, chết hết, chết theo, chết chùm, cùng chết, đi chết, chết một thể, chết luôn, chết cả
  `,
  nowhere: `
    không có chỗ nào, không chỗ nào đi, không có chỗ đi, không có chỗ ngủ, không chỗ ngủ, không có chỗ ở, không chỗ ở,
    không biết ngủ đâu, không biết ngủ ở đâu, ngủ ở đâu, biết đi đâu, đi đâu giờ, đi đâu bây giờ, không nơi nào,
    không biết về đâu, biết về đâu, trời mưa, trời lạnh, khóa cổng, không có nơi nào, ngồi ngoài đường, ngoài lề đường, ngủ ngoài đường,
    ngoài bến xe, giữa đêm, nửa đêm, đêm hôm
  `,
  putOut: `
    đuổi, đuổi em, đuổi tôi, đuổi mẹ con, đuổi cổ, tống cổ, tống, tống ra, quăng đồ, ném đồ, quẳng đồ, vứt đồ, xách cổ
  `,
  stayIn: `
    không dám ra, không dám ra ngoài, không dám ló, không dám ló mặt, không dám bước ra, không dám vô nhà,
    không dám vào nhà, không dám mở cửa, không dám xuống, không dám về nhà, không dám về ngủ
  `,
  stillThere: `
    đang ngồi, còn ngồi, vẫn ngồi, ngồi ngoài, nằm ngoài, đứng ngoài, đang nằm ngoài, ngoài phòng khách, dưới nhà, ở ngoài,
    nhà trên, nhà trước, trước nhà, ngoài sân, ngoài hè, ngoài hiên, còn ở đây, vẫn ở đây, vẫn còn ở, còn ở nhà
  `,
  shutIn: `
    khóa cổng, khóa cửa, lấy điện thoại, giữ điện thoại, thu điện thoại, giấu điện thoại, lấy chìa khóa, giấu chìa khóa,
    giữ chìa khóa, lấy xe, giấu xe, cắt mạng, đập điện thoại, xài ké, mượn điện thoại, nhắn lén, canh cửa, chặn cửa,
    khóa ngoài, khóa trái
  `,
  wait: `
    chờ, đợi, đứng, ngồi, canh, rình, chực, đứng chờ, đứng đợi, ngồi chờ, ngồi đợi, chờ sẵn, đợi sẵn, đứng canh, phục
  `,
  bed: 'giường, phòng, mùng, màn, chăn, mền, buồng, chỗ ngủ, võng',
  elder: `
    dượng, bố dượng, ba dượng, cha dượng, bố ghẻ, chú, bác, cậu, ông, anh họ, anh rể, thầy, bố chồng, ba chồng, anh chồng,
    bố nuôi, ba nuôi, cha nuôi, chủ nhà, chủ trọ, hàng xóm, ổng!, ông ấy, ông ta, bạn của bố, bạn bố, bạn ba
  `,
  lastWord: `
    xin lỗi, vĩnh biệt, tạm biệt, đừng buồn, đừng tìm, tha lỗi, tha thứ, lo cho con, nuôi con giùm, chăm con giùm, kiếp sau,
    lo giùm con, lo cho hai đứa, lo cho mấy đứa, lo cho tụi nhỏ, chịu hết nổi, hết chịu nổi, cho xong, cho rồi, mệt quá
  `,
  relapse: `
    tái phạm, chứng nào tật nấy, ngựa quen đường cũ, tật nào chứng nấy, đâu lại vào đấy, vẫn như cũ, lại như cũ,
    cam kết rồi vẫn, hứa rồi lại
  `,
  ownHands: `
    tay chân với, chân tay với, động tay với, mạnh tay với, nặng tay với, ra tay với, quá tay với, lỡ tay với, vũ phu với,
    thô bạo với, bạo lực với, cục súc với, nặng lời với, trút giận lên, đánh mắng
  `,
  uncontrolled: `
    không kiềm được, không kìm được, không kiềm chế được, không kiểm soát được, không làm chủ được, không nhịn được,
    mất kiểm soát, mất bình tĩnh, không kiềm nổi, không kìm nổi
  `,
  myself: 'em, tôi, tui, mình, chúng tôi, bọn em, tụi em, chúng em, tụi tui, con em, con tôi',
  scar: `
    vết thương, vết bầm, vết sẹo, vết cắn, vết bóp, vết hằn, dấu tay, dấu bầm, giấy chứng thương, giấy thương tích,
    khám thương, ảnh thương tích, hình bầm
  `,
  refuge: `
    tạm lánh, nơi tạm lánh, chỗ lánh, lánh nạn, ngôi nhà bình yên, tố cáo, làm đơn, trình báo, tố giác, cấm tiếp xúc
  `,
}
