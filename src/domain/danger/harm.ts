import type { Lexicon } from './phrase.ts'

/** What is done: blows, weapons, threats, doors, confinement, wounds. */
export const HARM: Lexicon = {
  hit: `
    đánh mấy cái, đánh mấy lần, đánh mấy phát, đánh mấy bạt, đánh mấy bạt tai, đánh mấy trận, đánh đau, đánh đầu,
    đánh vào đầu, đánh vào mặt, đánh ra máu, đánh bất tỉnh, đánh ngất, điện giật em, điện giật má, điện giật con,
    dí điện, gí điện, giật điện, chích điện, quăng con, ném con, quật con, liệng con, quăng cháu, tát lật mặt,
    thụi vào, đấm túi bụi, quật roi, vụt roi, gõ vào đầu, cốc đầu, ném dép, ném ly, nắm cổ áo, ghì cổ, bịt mồm,
    nhét giẻ, cào rách, cạo đầu, xé quần áo, xé áo, rưới, châm tàn thuốc, vung tay với, vung tay đánh,
    động tay động chân, thượng cẳng tay, đập vỡ mặt, đập em, đập con, đập mẹ, bạt em, bẻ ngón tay, đánh đập dã man,
    nhấn đầu, nhận đầu, nhấn nước, trấn nước, ấn đầu, dúi đầu, phang, choảng, nện!, dộng!, dọng!, bợp tai, tát tai,
    vả miệng, vả mặt, vả vào, lên gối, giáng đòn, trút đòn, trận đòn, ăn gậy, nọc ra, đánh tơi bời, chồng bạo hành,
    bố bạo hành, bạo hành tôi, bạo hành em, bạo hành vợ, bị bạo hành, bạo hành trẻ, sút vào, giẫm lên, đạp lên,
    dẫm lên, bẻ tay, bẻ ngón, vặn tay, đấm vào, cào cấu, cắn vào, đập vào, ném vào, quăng vào, chọi vào, hất vào,
    hắt vào, tạt vào, tạt nước, dội vào, ghì đầu, nắm cổ, túm cổ, bóp họng, siết họng, đè xuống, cho ăn đòn,
    cho một trận, đánh, đánh đập, đánh đấm, đấm!, chém, đâm!, đâm chết, đâm vào, đạp!, tát!, bạt tai, tẩn!, quất!,
    vụt!, thụi!, táng!, vả!, bợp!, đập!, đá!, đẩy!, xô!, ném! vào, quật!, túm tóc, nắm tóc, giật tóc, nắm đầu,
    bóp cổ, siết cổ, xiết cổ, hành hung, tạt nước sôi, dội nước sôi, hắt nước sôi, tạt nước nóng, ném xuống,
    quăng xuống, lôi ra đánh, đấm đá, đánh ghen, hành hạ, tra tấn, bạo hành, đánh hội đồng, dần cho, lôi đầu, kéo lê,
    đè ra đánh, xông vào đánh, lấy roi đánh, lấy roi quất, lấy roi, quất cháu, quất con, nện cho, đánh đòn, xô ngã,
    đẩy ngã, đạp vào, đập đầu, châm thuốc lá, dí thuốc lá, dí tàn thuốc, dí bàn là, đổ nước sôi, dìm!
  `,
  slap: 'tát, đập, đạp, đấm, đá, vả, quất, xô, đẩy, bóp, nắm, đâm, cắn, ném, giật, vụt, dúi',
  attack: '<hit>, hỗn chiến, xô xát, ẩu đả',
  choke: 'bóp cổ, siết cổ, xiết cổ, thắt cổ tôi, thắt cổ em, bịt mũi, bịt miệng, bóp mũi, dìm đầu, dìm xuống',
  wound: `
    nằm rên, rên la, rên rỉ, đau quằn quại, đau quặn, quặn đau, nôn mấy lần, ù tai, tai ù,
    nằm im re, nằm im, nằm im không trả lời, nằm yên không, gọi không trả lời, gọi không thưa, kêu không thưa,
    kêu không dậy, lay không dậy, gọi mãi không dậy, không nhúc nhích, không cựa quậy, không phản ứng, không cử động,
    im re, không khóc nữa, ngừng thở, không còn thở, còn thở, thở yếu, thoi thóp, mặt tím, tím người, chảy máu mũi,
    máu mũi, chảy máu đầu, trúng độc, ngộ độc thuốc, nôn ra máu, nôn thốc, gãy tay từ, gãy từ tối, máu tuôn,
    bê bết máu, người đầy máu, thâm tím hết, không lê nổi, lả đi, khóc lả, sốc, nằm gục, gục xuống, mất ý thức,
    không tỉnh, không tỉnh lại, gọi không dậy, ra huyết, băng huyết, nhấc không lên, không nhấc lên được, phun máu,
    máu phun, hộc máu, ói ra máu, lủng đầu, chấn thương sọ, không thở, tím tái người, chảy máu, ra máu, máu chảy,
    máu ra, máu me, đầy máu, chảy nhiều máu, mất máu, bất tỉnh, ngất!, bị ngất, ngất đi, ngất xỉu, xỉu, choáng,
    chóng mặt, co giật, tím tái, lịm, lịm đi, khó thở, không thở được, hôn mê, nhìn mờ, mờ mắt, không nhìn thấy,
    không thấy gì, hấp hối, mê man, sùi bọt mép, bỏng nặng, máu nhiều, nằm bất động, không cầm được máu, nguy kịch,
    không cử động được, không đi được, không đứng dậy được, nằm một chỗ không dậy, toác đầu, bể đầu, vỡ đầu,
    máu không cầm, máu hoài, rỉ máu
  `,
  blade: `
    dao, con dao, dao phay, dao bầu, dao rựa, dao thái, dao chặt, rựa, mã tấu, búa, rìu, kiếm, súng, liềm, hung khí,
    phảng, kéo!, cây kéo, gươm, dao nhọn, dao lam, cây dao, lưỡi lê, dao găm, tuốc nơ vít, cuốc, xà beng
  `,
  weapon: `
    <blade>, gậy, cây sắt, tuýp sắt, ống sắt, thanh sắt, cục gạch, gạch, khúc gỗ, chai bia, vỏ chai, dùi cui,
    cây gậy, cái gậy, gậy gộc, hòn đá, cây củi, xẻng, khúc củi, roi điện, thùng xăng, xăng, can xăng, chai xăng,
    bình ga, axit, a xít, tuýp, cây!, khúc cây, thắt lưng, gậy sắt, gậy gỗ, đòn gánh, chày
  `,
  hold: `
    cầm, xách, vác, lấy, rút, giơ, vung, mang, kề!, dí!, gí!, chĩa!, giấu, thủ!, thủ sẵn, lăm lăm, mài!, đem, quơ,
    huơ, chụp, ôm!, mang theo, cầm sẵn, vớ!, vớ được, dắt theo, đòi lấy, tay cầm, lăm lăm cầm, vớ lấy
  `,
  grip: 'cầm, xách, vác, rút, giơ, vung, kề!, dí!, chĩa!, lăm lăm, mang, tay cầm, quơ, vớ!, vớ được',
  hostile: `
    ma tôi, má tôi, soi, đuổi, rượt, dọa, đòi!, đòi chém, đòi đập, đòi đánh, đòi giết, đòi đâm, đòi tiền, chém, đâm,
    đánh, đập, giết, tìm, lùng, khống chế, chặn, ngoài cửa, trước cửa, trước cổng, vào nhà, xông, cửa, cổ, phóng,
    đốt, chặt, lao vào, nhào, ngoài sân, ngoài đường, chửi, hù, đe, chạy theo, trong nhà, trước mặt, về phía,
    vào mặt, vào người, đầu ngõ, canh, chờ sẵn, bắt, uy hiếp, gây sự, xử, đâu đó, quậy, phá, la hét, sang nhà,
    qua nhà, đứng trước, đứng ngoài, đi tìm, đứng canh, ép, lên người, lên người em, làm dữ, sấn, đập phá
  `,
  kill: `
    bỏ thuốc chuột, bỏ thuốc sâu, bỏ thuốc độc, bỏ độc, bỏ thuốc trừ sâu, bỏ bả, bỏ thuốc vào, cho em đi luôn,
    sẽ cho em đi, bảo cho em đi, <doomLoud>, giết, giết chết, đâm chết, chém chết, đánh chết, đập chết, bóp chết,
    thiêu!, thiêu sống, thiêu rụi, thiêu cả nhà, thiêu chết, đốt nhà, đốt cả nhà, đốt luôn, đốt hết, đốt xe,
    đốt người, tưới xăng, tạt xăng, đổ xăng, châm lửa, châm xăng, phóng hỏa, tạt axit, tạt a xít, nổ bình ga, cho nổ,
    mở bình ga, mở van ga, lấy mạng, chôn sống, chặt tay, chặt chân, chặt đầu, cắt cổ, cắt gân, cắt lưỡi, chết chung,
    cùng chết, chết chùm, chết cả, chết hết, một sống một còn, chết với tao, chết với nó, băm!, băm xác, bắn!,
    bắn chết, thủ tiêu, xiên chết, xiên, cho đi đời, chết không toàn thây, mày chết, cho mày chết, cho chết,
    thịt mày, xử đẹp, xử luôn, lấy đầu, cho đi luôn, phải chết, chết tươi, đổ máu, giết sạch, giết cả nhà, giết cả,
    ăn dao, ăn đạn, chết chắc, sẽ chết, đầu độc, tạt át xít, không để yên cho sống, đốt
  `,
  stab: 'chém, đâm!, bắn!, chặt!, xiên!, thiêu!, đốt!',
  threatLoud: `
    dọa, đe dọa, doạ, hăm!, hăm dọa, hăm he, đe!, đòi, thề!, hù!, tuyên bố, dọa sẽ, hù dọa, lên tiếng dọa, bắn tin,
    dọa nạt
  `,
  threat: `
    <threatLoud>, bảo, nói, nhắn, nhắn tin, gọi, kêu, hứa, sẽ, định, tính, muốn, hôm nay, tối nay, bữa nay, sắp,
    mà về, nếu, nếu không, mà bỏ, nói là, bảo là, chiều nay, lát nữa, đêm nay, gào, hét, chửi, lần này, thì, chờ,
    mai, ngày mai, kẻo, chắc, là nó, rồi nó, hô, rằng, chực, xông vào, đang
  `,
  bang: `
    đá cửa, đập ầm ầm, đạp ầm ầm, cửa ầm ầm, xô cửa, đẩy cửa vào, bẻ cửa, chém cửa, bổ cửa, cưa cửa, đập cửa kính,
    vặn khóa, vặn ổ khóa, vặn cửa, nạy khóa, đẩy cửa, gọi cửa, gõ cửa chửi, gõ cửa ầm ầm, đập cửa, phá cửa, đạp cửa,
    tông cửa, lắc cửa, giật cửa, cạy cửa, phá khóa, bẻ khóa, nạy cửa, đấm cửa, cậy cửa, đập cổng, phá cổng, đạp cổng,
    leo tường, trèo tường, trèo rào, leo rào, leo cửa sổ, xông vào nhà, xông vô nhà, lao vào nhà, đột nhập, húc cửa,
    dộng cửa!, phá cửa sổ, đập cửa sổ, rung cửa, vặn tay nắm cửa, vặn nắm cửa, chốt cửa, đập phá cửa, đập rầm rầm,
    đòi phá cửa, phá luôn cửa, cạy khóa
  `,
  smash: `
    đập phá, đập đồ, đập hết, phá đồ, phá nhà, đập tan, ném đồ, lên cơn, nổi điên, phát điên, ngáo đá, phê thuốc,
    nổi khùng, đập nhà, làm dữ, quậy phá, đập bàn đập ghế, quăng đồ, quật đồ, ném hết đồ, đập đồ đạc, phá hết đồ,
    đập tivi, gào thét, phát rồ, điên lên, nổi cơn
  `,
  chase: `
    rượt!, rượt em, rượt tui, rượt tôi, rượt theo, rượt vợ, rượt mẹ, rượt má, đi soi, lục từng, rượt đuổi, đuổi theo,
    đuổi đánh, đuổi chém, dí theo, lùng, lùng sục, truy đuổi, săn lùng, bám theo, bám đuôi, chạy theo, đi tìm,
    đang tìm, tìm giết, đuổi giết, dí đánh, tìm khắp, đi lùng, phóng xe đuổi, lục tìm, truy lùng, theo sát,
    rượt chém, rượt đánh, đang đuổi, đuổi vợ, đuổi con, kiếm em, tìm em, tìm tôi, kiếm tui
  `,
  stalk: `
    bám theo em, bám theo tôi, đi theo em, đi theo tôi, theo em từ, theo tôi từ, theo em về, theo tôi về, bám theo,
    theo đuôi em, đi theo sau em, đi theo con, bám theo con, theo sau lưng, theo con về, theo cháu về, đi theo cháu,
    theo em suốt
  `,
  doorstep: `
    ngoài cửa, trước cửa, trước cổng, dưới nhà, ngoài cổng, trước nhà, ngoài sân, ngoài phòng, ngoài phòng trọ,
    trước phòng, dưới phòng trọ, dưới cổng, ngay cửa, đầu ngõ, ở cửa, ngoài hẻm, ngoài nhà, trước phòng trọ,
    ngoài ngõ, dưới chung cư, ngoài đó, cửa sau, ngoài hành lang, ngoài kia
  `,
  menace: `
    tung clip, tung ảnh, tung hình, không mở, xông vô, bắt về, bắt em, chở đi, dọa, đòi!, đòi bắt, đòi nợ, đòi tiền, đòi chém, đòi đánh, đòi giết, đòi vào, đòi gặp, không dám ra, sợ, chửi,
    đập, lắc, chém, phá, cầm, bắt con, không dám về, canh, rình, chặn, không chịu đi, không chịu về, gào, hét,
    la lối, không cho, giết, đánh, cứu, không dám mở, xông, đe, lên cơn, khùng, chực, báo công an
  `,
  lock: `
    khóa em trong, khóa tôi trong, khóa con trong, khóa mẹ con, khóa mẹ con em, bắt lên xe, bắt con lên xe,
    nhốt ngoài, xích chân, cột tay, cột chân, cột vào, trói vào, nhốt lại trong, bỏ vào bao, nhốt, nhốt trong,
    giam giữ, giam lỏng, giam em, giam tôi, giam cầm, khóa trái, khóa trái cửa, xích!, xích lại, trói!, trói tay,
    trói chân, trói em, trói con, trói lại, bắt cóc, bắt giữ, bắt nhốt, khóa cửa nhốt, giam!, nhốt lại, giữ người,
    cầm tù, khóa cửa không cho, khóa cửa lại không cho, khóa cửa ngoài
  `,
  noExit: `
    không cho em xuống xe, không cho xuống xe, không mở cửa cho, không cho con về, không cho rời, không cho cháu đi,
    không cho em đi, không cho bước chân, không cho em rời, không cho nghỉ làm về, không cho ra, không cho ra ngoài,
    không cho ra khỏi, không cho về, không cho em ra, không cho tôi ra, không cho đi, không cho con ra,
    không ra được, không thoát ra được, không ra ngoài được, không cho em về, không cho tôi về, không cho bước ra,
    cấm ra khỏi nhà, không trốn được, không được ra ngoài, không được ra khỏi, không cho ai ra, không cho cháu ra,
    không cho cháu về, không cho liên lạc, không cho gọi
  `,
  outOfReach: `
    không có điện thoại, lấy hết điện thoại, thu điện thoại, giấu điện thoại, giữ điện thoại, nhắn lén, gọi lén,
    lấy mất điện thoại, đập điện thoại, đói, không có gì ăn, khát, mấy ngày nay, từ sáng, từ hôm qua, từ tối qua,
    từ trưa, lén nhắn, nhắn trộm, lấy điện thoại, không cho ăn, cắt điện thoại, thu hết giấy tờ, giữ giấy tờ,
    giữ hộ chiếu, mượn máy, mượn điện thoại, bằng máy của con
  `,
  hide: `
    trốn trong, nấp, núp, trốn ở, đang trốn, trốn ngoài, trốn dưới, trốn sau, trốn vào, trốn vô, trốn lên, trốn ra,
    chui vào, chui xuống, chạy trốn, bỏ chạy, trốn sang, chạy sang nhà, chạy qua nhà, chạy ra ngoài,
    khóa cửa trong phòng, chốt cửa trong, chạy thoát, vùng ra được, không dám về, không dám vô nhà,
    không dám vào nhà, trốn qua
  `,
  fear: `
    không thoát, không có chỗ trốn, tay run, em hoảng, nhanh lên, mau lên, em lạy, run lẩy bẩy, run lắm, làm ơn,
    ở một mình, ở nhà một mình, không biết đi đâu, sợ, sợ quá, sợ lắm, run, hoảng, hoảng loạn, cứu,
    không biết làm sao, làm sao, phải làm sao, tính sao, giúp, khóc, khóc thét, hoảng sợ, run quá
  `,
  cryWord: 'cứu, help',
  help: `
    cứu em, cứu tôi, cứu tui, cứu con, cứu cháu, cứu mẹ, cứu với, cứu mình, kêu cứu, cầu cứu, hét cứu, cứu chị,
    xin cứu, cứu bé, cứu vợ, cứu người, cứu mạng, ới cứu, ơi cứu, cứu giúp, cứu má, cứu ba, ai cứu, mau cứu, đến cứu,
    tới cứu, la cứu, cứu lấy, cấp cứu
  `,
  callPolice: `
    báo công an giúp, báo công an giùm, gọi công an giúp, gọi công an giùm, gọi giùm công an, kêu công an giùm,
    gọi 113, công an chưa tới, công an chưa đến, công an xuống ngay, công an tới gấp, gọi công an với,
    báo giúp công an, báo khẩn, báo gấp, khẩn cấp, gấp lắm, gọi hộ công an, báo hộ công an, công an tới liền,
    cho người tới ngay, đến ngay, tới ngay, xuống ngay, xuống gấp, qua ngay, ai đến giúp, ai gần đó, ai tới giúp,
    gọi công an đi, ai giúp với, cứu gấp
  `,
}
