import type { Lexicon } from './phrase.ts'

/** Wanting to die, poison, a baby in danger, people sold or held, sexual force. */
export const DESPAIR: Lexicon = {
  dieWish: `
    ôm con ra sông, ôm con ra cầu, bế con ra sông, dắt con ra sông, ôm con ra suối, cách chết, nghĩ cách chết,
    chết sao cho, đã chết rồi, em đã chết, cầm lưỡi lam, không còn gì để níu, không còn gì níu kéo, còn gì để níu,
    muốn biến mất, không muốn ở trên đời, không thiết sống, không thiết sống nữa, cho con chết đi, cho tôi chết đi,
    cho em chết đi, sống một mình chi nữa, muốn đi theo ổng, muốn đi theo ông ấy, muốn đi theo chồng,
    muốn đi theo mẹ, muốn đi theo ba, muốn đi theo con, mai chắc em không còn, không còn sống nữa, suối vàng,
    chín suối, treo sẵn dây, chuẩn bị dây, chuẩn bị sợi dây, lời trăng trối, nói lời cuối, lời cuối cùng,
    lời cuối với, đừng buồn khi em đi, chết đi thì, em chết đi, tôi chết đi, con chết đi, cháu chết đi, sẽ chết cho,
    không bao giờ tỉnh nữa, ngủ rồi không bao giờ tỉnh, không muốn tồn tại nữa, không muốn thức dậy nữa,
    khi em không còn trên đời, khi tôi không còn trên đời, không muốn sống, không muốn sống nữa, chẳng muốn sống,
    hết muốn sống, chán sống, chẳng thiết sống, không thiết gì nữa, không còn muốn sống, chết quách, chết cho xong,
    chết cho rồi, chết đi cho rồi, chết cho rảnh, chết cho nhẹ, chết cho đỡ, chết cho khuất, chết đi cho,
    chết luôn cho, chết phứt, chỉ muốn chết, em muốn chết, tôi muốn chết, con muốn chết, cháu muốn chết,
    tui muốn chết, mình muốn chết, thà chết, ước gì chết, ước gì em chết, ước gì mình chết, sống làm gì nữa,
    sống làm chi nữa, sống để làm gì, sống mần chi nữa, sống chi nữa, không sống nổi nữa, không còn lý do để sống,
    không còn lý do sống, không còn gì để sống, hết lý do sống, tìm đến cái chết, nghĩ đến cái chết,
    nghĩ đến chuyện chết, nghĩ tới cái chết, nghĩ tới chuyện chết, nghĩ đến chết, muốn kết thúc cuộc đời,
    kết thúc cuộc đời, kết liễu, chấm dứt cuộc đời, chấm dứt cuộc sống, kết thúc tất cả, quyên sinh,
    muốn biến mất khỏi, biến mất khỏi cõi đời, biến mất mãi mãi, thư tuyệt mệnh, tuyệt mệnh, vĩnh biệt,
    đi luôn cho nhẹ, đi luôn cho xong, đi luôn cho rồi, đi luôn cho khỏe, đi luôn cho khuất,
    đi chết cho xong, bỏ lại tất cả, không còn trên đời, ngủ một giấc không dậy, ngủ luôn không dậy, ngủ mãi không dậy, ngủ không bao giờ dậy,
    đừng tỉnh lại nữa, không tỉnh lại nữa, ngủ mãi mãi, nghĩ quẩn, chết chung với con, chết cùng con,
    mẹ con cùng chết, ôm con chết, cho con chết cùng, dắt con theo, không muốn tồn tại, em sẽ chết, cho tôi chết,
    cho em chết, để em chết, để tôi chết, để tui chết, muốn chết quá, muốn chết thôi, muốn chết cho, muốn chết đi,
    sống không bằng chết, đi theo mẹ em, đi theo ba em, đi theo má, không muốn sống trên đời, mẹ đi đây, má đi đây,
    sống không nổi, sống hết nổi, tự kết thúc, tự giải thoát, hết đường sống, không còn đường sống, chết mới hết,
    chết là hết, chết mới thoát, muốn đi chết, không thấy ngày mai nữa, không cần sống, buông xuôi hết, cho xong đời,
    cho xong kiếp
  `,
  dieWish2: 'muốn chết, nghĩ đến chuyện tự tử, đi chết, có ý định tự tử',
  suicide: `
    tự tử, tự vẫn, tự sát, tự thiêu, treo cổ, thắt cổ, nhảy cầu, nhảy sông, nhảy lầu, nhảy ao, nhảy giếng,
    nhảy xuống sông, nhảy xuống cầu, nhảy từ lầu, nhảy xuống, nhảy hồ, đâm đầu xuống, lao đầu xuống,
    lao ra đường cho xe, lao vào xe, cắt cổ tay, cắt mạch máu, rạch cổ tay, rạch tay, cắt tay, cứa tay, rạch đùi,
    cứa cổ tay, gieo mình, trầm mình, uống thuốc chết, uống thuốc tự tử, uống thuốc tự vẫn, uống thuốc cho chết,
    tự làm đau, tự hại, tự rạch, nhảy tầng, nhảy ban công, nhảy khỏi cầu, đứng trên cầu, đứng trên lan can,
    đứng trên sân thượng, đứng trên nóc
  `,
  suicideSure: `
    muốn tự tử, định tự tử, đòi tự tử, dọa tự tử, sẽ tự tử, nghĩ tự tử, tự tử chết, tự tử luôn, vừa tự tử,
    muốn tự vẫn, định tự vẫn, đòi tự vẫn, dọa tự vẫn, tự vẫn chết, muốn tự sát, thuốc tự tử, thuốc tự vẫn, sâu tự tử,
    sâu tự vẫn, cầu tự tử, sông tự tử, nghĩ đến tự tử, nghĩ tới tự tử, tự tử cho xong, đã tự tử, đi tự tử,
    chuẩn bị tự tử, tự tử mà, tự tử nhưng, tự tử bằng, tính tự tử, ý định tự tử, đang tự tử, cổ tự tử
  `,
  poison: `
    paracetamol, panadol, seduxen, thuốc tim, thuốc huyết áp cả, hết 20 viên, chục viên, 20 viên, 30 viên, 50 viên,
    40 viên, 15 viên, 25 viên, 100 viên, hết thuốc trong nhà, lá ngón, thuốc trừ cỏ, thuốc trừ sâu, thuốc sâu,
    thuốc diệt cỏ, thuốc cỏ, thuốc chuột, thuốc rầy, thuốc ngủ, thuốc độc, cả vỉ thuốc, hết vỉ thuốc, cả hộp thuốc,
    hết hộp thuốc, nguyên vỉ thuốc, cả lọ thuốc, hết lọ thuốc, cả vốc thuốc, cả nắm thuốc, một nắm thuốc,
    nhiều thuốc ngủ, hết vỉ thuốc ngủ, cả vỉ, hết vỉ, paraquat, thuốc bảo vệ thực vật, chai thuốc sâu,
    chai thuốc trừ sâu, chai thuốc diệt cỏ, dầu hỏa, nước tẩy, thuốc tẩy, nước tẩy bồn cầu, thuốc gián,
    thuốc diệt chuột, thuốc diệt gián, nước javen, mấy chục viên, hai chục viên, thuốc quá liều, quá liều, cyanua,
    xyanua, cả đống thuốc, một đống thuốc, thuốc an thần, thuốc chết, thuốc trầm cảm, ba vỉ, hai vỉ, thuốc muỗi,
    mấy vỉ, hết lọ
  `,
  drink: 'uống, nuốt, tu, nốc, ăn, uống nhầm, uống hết, uống phải, lỡ uống, ngậm, mua sẵn, mua, giấu, cầm sẵn, đổ',
  babyHarm: `
    úp lên mặt nó, úp lên mặt con, gối úp lên, úp gối, úp chăn lên, ném cháu, vứt nó, thả nó xuống, bịt mũi nó,
    bóp chết nó, vứt bé, làm gì đó hại con, làm điều dại dột với con, bóp mũi con, bóp cổ con, ném con, quăng con,
    dìm con, hại con, giết con, bịt mũi con, dìm chết con, thả con xuống, vứt con, làm hại con, làm đau con,
    ôm con nhảy, bóp chết con, úp gối lên mặt con, bịt miệng con, bóp mũi cháu, đâm con, quật con, lắc con,
    cho con chết, ấn gối, bóp mũi nó, bóp cổ nó, ném nó, quăng nó, dìm nó, bóp mũi bé, ném bé, quăng bé, dìm bé,
    hại bé, giết bé, ném đứa bé, hại đứa bé, bóp mũi đứa bé, hại con mình, giết con mình, bóp cổ đứa bé, bóp cổ bé,
    lấy gối đè con
  `,
  urge: `
    nghĩ, muốn, sợ, cứ nghĩ, trong đầu, nảy ra, ý nghĩ, suýt, định, nhiều lúc, có lúc, chỉ muốn, thôi thúc, hiện lên,
    ám ảnh, sợ mình, ý định, lỡ, nghe tiếng, bảo em, xui em, thấy mình
  `,
  sold: `
    gọi điện lừa người ta, bắt đi lừa, bắt em lừa, làm gái, ép làm gái, bắt lừa người, tịch thu hộ chiếu, lừa bán,
    bị bán, bán sang, lừa sang, bán qua, lừa qua, bắt bán dâm, ép bán dâm, bắt tiếp khách, ép tiếp khách,
    bắt đi khách, ép đi khách, bắt làm gái, bán cho, buôn bán người, tiền chuộc, đòi tiền chuộc, bắt lừa đảo,
    bắt làm lừa đảo, bán vào, lừa đưa sang, bị lừa đi làm, lừa vào, bán vô, bắt ngủ với khách, bắt làm vợ,
    bắt phục vụ khách, ép phục vụ khách, đi tiếp khách, bán em sang, bán con sang, làm vợ người ta, bán dâm, chuộc,
    bị lừa qua, lừa ra nước ngoài, lừa lên
  `,
  abroad: `
    cam pu chia, trung quốc, campuchia, myanmar, miến điện, biên giới, bên kia biên giới, cửa khẩu, lào, tam thái tử,
    casino, quán karaoke, động, nhà hàng karaoke, quán hát, quán cà phê, khu tự trị, malaysia, quán bia ôm,
    quán mát xa, nhà nghỉ, nhà thổ, bên trung, đài loan, dubai
  `,
  captive: `
    tịch thu hộ chiếu, tịch thu giấy tờ, tịch thu điện thoại, canh suốt, không cho đi đâu, về việt nam, về nước,
    <noExit>, nhốt, trốn, cứu, giữ giấy tờ, thu hết giấy tờ, thu giấy tờ, giữ hộ chiếu, thu hộ chiếu, gọi lén,
    nhắn lén, muốn về, xin về, không về được, đánh đập, canh giữ, chích điện, giam, giam giữ, bỏ đói, giữ điện thoại,
    đòi tiền, bắt làm, giữ chứng minh, giữ căn cước, bán tiếp, bị canh, thu điện thoại, bị giữ, trông chừng,
    giật điện, xin được về
  `,
  rape: `
    hiếp dâm, cưỡng hiếp, cưỡng bức, hãm hiếp, hiếp, bị hiếp, cưỡng dâm, giở trò đồi bại, làm nhục, giao cấu,
    bị làm chuyện đó, làm bậy, giở trò, xâm hại, xâm hại tình dục, làm chuyện đó, làm chuyện bậy, dở trò
  `,
  strip: `
    cởi đồ, cởi quần áo, cởi áo, cởi quần, lột đồ, lột quần áo, xé áo, đè ra, đè xuống, đè con, đè em, sàm sỡ,
    chuốc thuốc, bỏ thuốc, chuốc say, chuốc rượu, bỏ thuốc mê, lột áo, tụt quần, nằm đè, đè lên
  `,
  sexAct: `
    sờ mó, sờ soạng, sờ!, sờ vào, sờ em, sờ con, sờ người, sờ tay, sờ mông, sờ ngực, sờ đùi, vỗ mông, bóp mông,
    bóp ngực, ôm!, ôm em, ôm chặt, ôm từ sau, ôm hôn, hôn trộm, gạ gẫm, gạ tình, gạ!, gạ em, gạ đi, sàm sỡ,
    đụng chạm, động chạm, chạm vào người, cọ xát, dâm ô, quấy rối, quấy rối tình dục, xâm hại tình dục, xâm hại,
    nhắn tin bậy, tin nhắn bậy, tin nhắn khiêu dâm, ảnh nhạy cảm, clip nhạy cảm, ảnh nóng, clip nóng, ảnh khỏa thân,
    khỏa thân, ảnh nude, clip sex, ảnh sex, quay lén, chụp lén, rình tắm, nhìn trộm, nhìn lén, rình em tắm,
    khoe của quý, thủ dâm, khoe hàng, bậy bạ, chỗ kín, vùng kín, chỗ nhạy cảm, đi khách sạn, vào khách sạn,
    vào nhà nghỉ, lời lẽ tục tĩu, thả dê, dê xồm, đòi ngủ, đòi quan hệ, ngủ với, quay clip, tung clip, tung ảnh,
    phát tán, ép quan hệ, ép ngủ, ép làm chuyện, ghép ảnh, ghép mặt, mân mê, vuốt ve, hôn!, hôn em, ôm eo, vuốt đùi,
    nắm tay, biến thái, tán tỉnh, lời lẽ khiếm nhã, gợi dục, đồi trụy, rủ đi ngủ, ảnh riêng tư, clip riêng tư,
    ảnh hở, bộ phận sinh dục, của quý, đi nhà nghỉ, đi tắm
  `,
}
