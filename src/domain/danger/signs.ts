import type { Lexicon } from './phrase.ts'

/**
 * Small signs that no rule is made of: the likeness weighs which of them stand together. One concept holds many ways to say
 * one thing, in three regions' words, so that a way never heard before in one sentence is known from another.
 */
export const SIGNS: Lexicon = {
  farewell: `
    nén nhang, cây nhang, thắp nhang, thắp hương cho em, giỗ em, kiếp sau, kiếp này, thư tuyệt mệnh, tuyệt mệnh, lá thư để lại,
    viết thư để lại, để lại thư, để lại mảnh giấy, mảnh giấy, để thư, nói lời cuối, lời cuối, chào tạm biệt, tạm biệt, vĩnh biệt,
    em đi đây, con đi đây, cháu đi đây, tôi đi đây, tui đi đây, em đi nhé, xin lỗi mẹ, xin lỗi cả nhà, xin lỗi con, xin lỗi má,
    đừng tìm, đừng buồn, cảm ơn vì tất cả, nuôi giùm, nuôi giúp, chăm giùm, lo cho hai đứa, lo cho con em, lo giùm con, gửi con cho,
    con gửi ngoại, nhờ hội lo, không còn nữa thì, nếu em không còn, nếu tôi không còn, khi em không còn, dọn dẹp xong, cho hết đồ,
    đi đây chị, không ở lại được, khỏi phải lo gì nữa, giải thoát, hết khổ, nhẹ lòng
  `,
  hopeless: `
    không muốn sống, hết muốn sống, chán sống, không thiết, sống làm gì, sống chi, sống không bằng chết, đời em coi như hết,
    đời con hết, hết đường sống, hết đường, không lối thoát, không còn gì để mất, không còn gì, vô nghĩa, không ai cần, chẳng ai hay,
    ai cũng ghét, gánh nặng, biến mất, không tồn tại, không muốn tồn tại, tồn tại nữa, chịu hết nổi, không chịu nổi nữa,
    không chịu được nữa, hết chịu nổi, tuyệt vọng, kiệt sức, bế tắc, buông xuôi, ngủ luôn, ngủ một giấc, không dậy nữa,
    không thức dậy, chết đi, chết quách, chết cho, muốn chết, chết là, chờ chết, đòi chết, đi theo anh ấy, theo ảnh, theo chồng,
    nghĩ kỹ rồi, tính hết rồi, không đau, cách chết, cách nào chết, biến khỏi, đi cho rồi, hết sợ rồi
  `,
  edge: `
    đường ray, đường tàu, nóc nhà, mái nhà, sân thượng, lan can, ban công, tầng thượng, thành cầu, ngoài cầu, trên cầu, ở cầu,
    mép cầu, chân đập, bờ đập, ra đập, bờ sông, bờ hồ, ở bờ, ra sông, ra cầu, ra hồ, ra suối, mép sông, miệng giếng, xuống giếng,
    vực, xuống vực, vách núi, cửa sổ tầng, nhảy cầu, nhảy sông, nhảy xuống, nhảy lầu, nhảy, dòng nước, nước lạnh
  `,
  overdose: `
    quá liều, cả vỉ, nguyên vỉ, hết vỉ, mấy vỉ, nắm thuốc, cả nắm, hết lọ, lọ thuốc, hết hộp thuốc, thuốc ngủ, thuốc an thần,
    an thần, insulin, thuốc sâu, thuốc trừ sâu, thuốc cỏ, thuốc diệt cỏ, diệt cỏ, gramoxone, gramoxon, paraquat, thuốc chuột,
    bả chuột, thuốc độc, lá ngón, panadol, paracetamol, thuốc tiểu đường, nước tẩy, đốt than, than đốt, thuốc rầy, mua thuốc rồi,
    mua đủ thuốc, giấu thuốc, chai thuốc, thuốc chết
  `,
  selfHarm: `
    rạch tay, cắt tay, cắt cổ tay, rạch cổ tay, vết rạch, lưỡi lam, dao lam, cứa tay, cắn lưỡi, treo dây, mua dây, sợi dây, cuộn dây,
    chuẩn bị dây, thòng lọng, treo cổ, thắt cổ, tự tử, tự vẫn, tự sát, quyên sinh, tự thiêu, tự làm đau, đập đầu vào tường
  `,
  badThoughts: `
    bóp cổ nó, bóp cổ con, bóp mũi, úp gối, úp lên mặt, lấy gối, gối đè, dìm con, dìm bé, ném con, quăng con, ném bé, thả con,
    nó im, cho nó nín, xúi, tiếng nói trong đầu, trong đầu cứ, cứ nghĩ tới, sợ chính em, sợ mình, sợ làm hại, làm hại con, ghét con,
    suýt quăng, suýt ném, không dám ở một mình với con, không dám bế con, mới sinh, sinh xong, sau sinh, ở cữ
  `,
  toolInHand: `
    cầm dao, cầm con dao, xách dao, vác dao, rút dao, kề dao, dí dao, mài dao, thủ dao, cầm kéo, cầm cái kéo, cầm búa, cầm rìu,
    cầm liềm, cầm rựa, vác rựa, cầm cuốc, vác cuốc, cầm gậy, cầm cây, cầm ghế, cầm roi, cầm xẻng, cầm mã tấu, vác mã tấu, xà beng,
    đòn gánh, điếu cày, chày, tuốc nơ vít, cây sắt, thanh sắt, ống nước, dây nịt, thắt lưng, dây điện, roi điện, bình xịt, hơi cay,
    súng, mũi súng, súng săn, súng hoa cải, lựu đạn, mìn, viên đạn, kim tiêm, mảnh chai, chai vỡ, cục gạch, mũ bảo hiểm, cái búa,
    dao phay, dao chặt thịt, lưỡi hái, cầm cái gì, thủ cái gì, dao rựa, cầm hung khí
  `,
  fire: `
    xăng, can xăng, thùng xăng, chai xăng, đổ xăng, tưới xăng, tẩm xăng, mua xăng, xách xăng, bật lửa, hộp quẹt, bật quẹt, hộp diêm,
    châm lửa, đốt nhà, đốt luôn, đốt hết, đòi đốt, thiêu, phóng hỏa, bình ga, van ga, mở ga, khóa ga, cắt dây ga, ống ga, tự thiêu,
    cháy nhà, axit, a xít
  `,
  deathToken: `
    quan tài, hòm, mua hòm, cỗ hòm, ngày giỗ, giỗ đầu, ngày chết, bữa cuối, bữa cơm cuối, lần cuối, ngày cuối, đêm cuối, tới lượt,
    chuẩn bị tinh thần, biết hậu quả, hậu quả, tính sổ, xử em, xử tui, xử cả nhà, xử mày, xử lý em, cho đi trước, đi trước, đừng mong,
    coi chừng, liệu hồn, biết tay, mất mạng, lấy mạng, bỏ mạng, đổi mạng, mạng người, một mất một còn, chết chùm, chết chung,
    cùng chết, chết hết, đi tù cũng, buông tay, thả tay, cán qua, tông chết, thuê người, cho người xử, nhảy, rạch mặt, cắt lưỡi,
    chặt tay, chặt ngón, xiên, đâm, chém, giết, bóp chết, tạt axit, không toàn thây, chọn ngày, em chọn đi, không yên đâu
  `,
  closeIn: `
    về tới, tới cổng, tới đầu ngõ, đầu ngõ rồi, sắp tới, sắp về, gần về, trên đường tới, đang tới, tới nơi, lên cầu thang, vô tới,
    vào tới, đứng ngoài, đứng trước, đứng dưới, đứng chặn, ngồi chặn, chặn cửa, chặn cầu thang, chặn xe, chặn đầu xe, chặn em, chặn đường,
    đứng canh, canh cửa, canh 24, ngồi canh, ngồi trước cửa, ngồi ngoài, nhìn vào, nhìn lên, đi qua đi lại, vòng quanh, quanh nhà,
    soi đèn, đi soi, đi tìm, đi lùng, lùng, lục, kiếm em, kiếm con, kiếm tui, tìm con, tìm em, rượt, đuổi, chạy theo, bám theo,
    theo em, theo sau, theo đuôi, đạp cửa, đập cửa, phá cửa, tông cửa, gõ cửa, lắc cửa, cạy cửa, mở khóa, vặn khóa, leo rào, trèo tường,
    leo cửa sổ, xông vào, nhào vô, lao vào, la hét, gào, chửi đòi, đòi vô, đòi vào, biết em ở đâu, biết chỗ em, định vị xe
  `,
  hiding: `
    trốn, nấp, núp, chui, gầm giường, dưới giường, trong tủ, sau tủ, nhà vệ sinh, nhà tắm, toilet, trên gác, gác xép, buồng, vườn,
    rẫy, mương, bụi, lu nước, chuồng, tắt đèn, khóa cửa, chốt cửa, khóa mình, tắt máy, giả vờ ngủ, nhắn lén, gọi lén, nhắn trộm,
    mượn máy, xài ké, máy của con, điện thoại hàng xóm, nói nhỏ, sắp hết pin, đừng gọi lại, không dám về, không dám ra, không dám mở,
    không dám ngủ, không dám xuống, chạy sang, chạy qua, chạy ra, chạy thoát, bỏ trốn, vùng ra, vùng dậy, ôm con chạy, nhờ giấu
  `,
  heldIn: `
    nhốt, giam, khóa trái, khóa cửa, khóa cổng, khóa ngoài, khóa cửa cuốn, kéo cửa xếp, khóa xích, xích, trói, cột tay, cột chân,
    không cho ra, không cho về, không cho đi, không cho xuống, không cho lên bờ, không cho bước, kẹt, bị giữ, giữ lại, giữ em,
    giữ người, giữ hộ chiếu, giữ giấy tờ, thu giấy tờ, thu điện thoại, giữ điện thoại, lấy điện thoại, tịch thu, canh giữ, có người canh,
    bị canh, bắt lên xe, kéo lên xe, lôi lên xe, chở đi, dắt vô, kéo vào, lôi vào, bắt đi, bị bắt, bắt về làm vợ, kéo về làm vợ,
    bắt cóc, chuộc, tiền chuộc, đòi tiền chuộc, thả, mới thả, mới cho về, không thoát, không ra được
  `,
  bodyHurt: `
    máu, chảy máu, tứa máu, rướm máu, máu me, máu cục, ra huyết, băng huyết, gãy, gãy răng, gãy tay, gãy xương, gãy cổ, bể đầu,
    vỡ đầu, rách, rách toạc, toạc, toác, bỏng, phỏng, phồng rộp, sưng húp, sưng vù, sưng to, sưng mặt, tím bầm, bầm, ngất, bất tỉnh,
    lịm, li bì, lả, choáng, hoa mắt, nôn, ói, ù tai, tai ù, nhìn mờ, nhìn một thành hai, co giật, khó thở, không thở, không nhúc nhích,
    nằm im, nằm rên, mềm nhũn, gọi không thưa, gọi không tỉnh, sùi bọt, quay cuồng, bủn rủn, đứt gân, trật tay, không đi được,
    không đứng, không dậy, đau dữ, đau từng cơn, đau bụng, đau ngực, sảy thai, tiểu ra máu, rên, thoi thóp, bị thương, chân em kẹt,
    khóc lả, khát sữa, đói lả, rét run, không bú
  `,
  noCare: `
    không cho đi viện, không cho đi bệnh viện, không chở đi, không ai chở, không cho chở, không chịu đi viện, không cho đi cấp cứu,
    không cho y tế, ngăn không cho, trạm đóng cửa, trạm y tế đóng cửa, không ai đưa đi, không dám đi viện, không có xe, bỏ đói,
    không cho ăn, không ăn, ba hôm, hai ngày nay, từ tối qua, từ sáng, từ trưa, từ chiều, từ hôm qua, không cho tiêm
  `,
  blowsOn: `
    đánh, đập, đấm, đá, tát, đạp, phang, vụt, quất, quật, thụi, thụi vào, tẩn, nện, choảng, xáng, bạt tai, vả, bẻ tay, vặn tay,
    nắm tóc, túm tóc, lôi đầu, đập đầu, dí đầu, dìm đầu, ấn đầu, bóp cổ, siết cổ, xiết cổ, đè, đè lên, bịt miệng, xô, xô té, đẩy ngã,
    đẩy xuống, ném, ném ly, ném ghế, quăng, hất, tạt, dội nước, đổ nước sôi, dí thuốc, châm thuốc, cắn, cào, lôi ra, kéo lê, treo lên,
    bắt quỳ, hành hạ, tra tấn, chích điện, dí điện, vật xuống, giằng, giật, thả chó, tông, tông xe, phun, uýnh, oánh, nẹt, dộng, đòn
  `,
  stillOn: `
    đang, giờ, bây giờ, chừ, nãy giờ, nãy, hồi nãy, vừa, mới, vừa mới, mới bị, vừa bị, vừa xong, kìa, nè, liền, ngay, gấp, khẩn, lại,
    hiện tại, hiện đang, hiện, lúc này, tối nay, đêm nay, bữa nay, hôm nay, sáng nay, trưa nay, chiều nay, đêm ni, sắp, lát, lát nữa,
    tí nữa, mai, ngày mai, còn đang, vẫn đang, vẫn, chưa ngừng, từ nãy, rồi
  `,
  cryOut: `
    cứu, cứu em, cứu với, cứu con, kêu cứu, la làng, la hét, hét, hét lên, thét, khóc thét, gào lên, kêu thất thanh, im bặt, ai ở gần,
    qua liền, qua coi, tới liền, giúp với, giúp em, giúp tôi, gọi giúp, gọi giùm, báo giúp, gọi công an, báo công an, số công an,
    công an xã, 113, 115, làm sao bây giờ, làm sao giờ, phải làm sao, biết làm sao, gọi ai, kêu ai, can không được, không can được,
    can tui, không dám can, không ai dám, sợ, sợ quá, sợ lắm, run, run quá, hoảng, xin cứu
  `,
  heard: `
    nghe tiếng, nghe thấy, có tiếng, tiếng đập, tiếng khóc, tiếng la, tiếng roi, tiếng kêu, tiếng thét, thình thịch, đập thình thịch,
    hàng xóm, nhà bên, nhà kế, nhà kế bên, kế bên, nhà cạnh, phòng bên, bên nhà, nhà đó, ngoài đường, ngoài sân, trước mặt tôi,
    tôi đứng ngoài, gọi video, gọi về khóc, gọi khóc, nhắn tin khóc, nhắn định vị, gửi định vị
  `,
  intruder: `
    người lạ, kẻ lạ, gã, biến thái, tên, có thằng, thằng cha, chủ trọ, tài xế, bảo vệ, thầy cúng, khách, mấy ông nhậu, bọn, đám,
    bọn nó, tụi nó, băng, giang hồ, xã hội đen, côn đồ, đòi nợ, chủ nợ, cho vay, môi giới
  `,
  undressing: `
    cởi đồ, lột đồ, lột hết, cởi áo, kéo quần, tốc váy, tụt quần, xé áo, cho tay vào, sờ, sờ soạng, mò, đè ra, hiếp, cưỡng bức,
    làm bậy, giở trò, xem người, vào phòng em, vô phòng em, gõ cửa phòng, nhà nghỉ, khách sạn, chuốc, chuốc say, ép uống, ép em uống,
    cho uống gì, uống gì đó, không cử động được, tỉnh dậy
  `,
  sellPeople: `
    bị bán, bán tiếp, bán qua, bán sang, tiếp khách, đi khách, bán dâm, biên giới, cửa khẩu, qua sông, campuchia, cam pu chia, trung quốc,
    myanmar, miến điện, lào, casino, công ty lừa đảo, bãi vàng, tàu cá, đồn điền, đẻ thuê, lấy thận, việc nhẹ lương cao, xem mặt,
    đi ăn xin, chích điện, massage, karaoke
  `,
  smallOne: `
    con nhỏ, thằng nhỏ, con bé, thằng bé, đứa nhỏ, đứa bé, cháu bé, em bé, hai đứa, hai đứa nhỏ, mấy đứa nhỏ, bé gái, con gái, con trai,
    cháu, bé, tháng tuổi, 2 tuổi, 3 tuổi, 4 tuổi, 5 tuổi, 6 tuổi, 7 tuổi, 8 tuổi, 9 tuổi, lớp 1, lớp 2, lớp 3, lớp 4, lớp 5, lớp 6, lớp 7,
    học trò, mang thai, có thai, bầu, mang bầu, bà nội, ông nội, bà cụ, mẹ già, liệt
  `,
  unsteady: `
    say, say rượu, nhậu, nhậu say, uống rượu, ngáo, ngáo đá, phê, lên cơn, nổi điên, phát điên, điên, tâm thần, nghiện, hết thuốc,
    ghen, ra tù, nổi khùng, hung hăng, hung dữ, nổi nóng
  `,
  tameObject: `
    con gián, con chuột, con rắn, con gà, gà, vịt, heo, lợn, trâu, bò, cá, chó, con mèo, muỗi, ruồi, quái, bóng, bóng đá, cầu lông, cờ,
    đàn, trống, võ, võ tự vệ, đấm bốc, phòng gym, game, phim, kịch, vở kịch, vai, đóng vai, diễn, cảnh, kịch bản, tập văn nghệ, hội thi,
    mâm, tiêu, thịt, trái cây, bánh, xe máy, máy cắt cỏ, máy tính, máy, sân khấu, hội trường, nhà văn hóa, wifi, email, file, báo cáo,
    tiến độ, deadline, họp, tờ rơi, băng rôn, tờ gấp, số liệu, danh sách, chi hội, tổ, người dự, tham dự, đăng ký, kế hoạch, mô hình,
    lũy kế, quý, 6 tháng, hưởng ứng, phát động, link, livestream, đọc báo, thời sự
  `,
  tameWords: `
    hihi, haha, hehe, kaka, vui, vui quá, thích, dễ thương, giỏi, khen, hay lắm, chúc mừng, cảm ơn, mời, nhớ, xin phép, xin nghỉ,
    nghỉ họp, không sao, đỡ rồi, ổn rồi, khỏe rồi, mua, bán hội chợ, ngon, đẹp, rảnh, ai đi, mấy giờ, bao giờ, ở đâu, lúc mấy giờ
  `,
}
