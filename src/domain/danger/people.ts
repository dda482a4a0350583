import type { Lexicon } from './phrase.ts'

/** Who does it and to whom; kin terms of the South, the Centre and the North (domain reference §6.1). */
export const PEOPLE: Lexicon = {
  husband: `
    chồng sắp cưới, vị hôn phu, bồ, ck cũ, lão nhà em, ông chồng cũ, gã chồng, chồng chị ấy, chồng, chồng cũ, ông xã,
    lão chồng, thằng chồng, ông chồng, ông nhà, lão nhà, nhà chồng, ba sắp nhỏ, ba tụi nhỏ, bố bọn trẻ, bố tụi nhỏ,
    bố nó, ba nó, cha nó, cha sắp nhỏ, bố thằng, bố con bé, ba con bé, người yêu, người yêu cũ, bạn trai,
    bạn trai cũ, bồ cũ, tình cũ, chồng hờ, hôn phu, lão ấy, ông ấy nhà
  `,
  kin: `
    bố chồng, mẹ chồng, má chồng, ba chồng, cha chồng, anh chồng, em chồng, chị chồng, bố đẻ, bố ruột, ba ruột,
    bố dượng, ba dượng, cha dượng, dượng, mẹ kế, dì ghẻ, mẹ ghẻ, bố, ba, cha, tía, cậu, bọ, má, mẹ, mạ, anh rể,
    anh trai, em trai, con trai, thằng con, con dâu, con rể, cháu trai, chú, bác, ông nội, ông ngoại, bà nội,
    bà ngoại, chị dâu, vợ, bố mẹ, ba má, ba mẹ, gia đình chồng, em rể, cháu nội, thằng cháu, cha mẹ, dì, anh cả,
    anh hai
  `,
  he: `
    nó, hắn, ổng, ông ấy, ông ta, ông đó, anh ấy, anh ta, anh đó, ảnh, anh, y, gã, lão, chả, thằng, thằng cha,
    thằng chả, thằng đó, thằng nớ, thằng kia, tên đó, bà ấy, bả, bà ta, cô ta, họ, bọn nó, chúng nó, tụi nó, tụi hắn,
    tụi kia, bọn họ, bọn chúng, bọn kia, người ta, mụ, ông già, thằng ni, cha đó, cha nội, hai vợ chồng nó,
    hai thằng, mấy thằng, mấy ông, bọn, tụi, chúng, đám, con mụ
  `,
  stranger: `
    có ông, ông nào, có đứa, có mấy người, có kẻ, có tên, một ông, trưởng ca, trưởng nhóm, tổ trưởng, trưởng khoa,
    đốc công, ông thợ, thợ xây, thằng lạ, ông xe ôm, xe ôm, tài xế, anh họ, cậu họ, chú họ, ông thầy, thầy bói,
    người quen, người ta, mấy thằng, nhóm thanh niên, người lạ, có người, có thằng, thằng nào, kẻ lạ, kẻ nào, kẻ,
    tên, một người đàn ông, người đàn ông, đàn ông, ông hàng xóm, hàng xóm, sếp, chủ, ông chủ, bà chủ, trưởng phòng,
    quản lý, giám đốc, đồng nghiệp, thầy, thầy giáo, khách, bảo vệ, giang hồ, xã hội đen, bọn đòi nợ, người đòi nợ,
    chủ nợ, côn đồ, nghiện, thằng nghiện, ai đó, đứa nào, thanh niên, ông kia, chủ nhà, chủ trọ, ông khách, quản đốc,
    cô giáo
  `,
  family: '<husband>, <kin>',
  doer: '<husband>, <kin>, <he>, <stranger>',
  self: `
    em, tôi, tui, mình, cháu, con, chúng tôi, bọn em, tụi em, mẹ con em, mẹ con tôi, tao, mẹ con, chúng con,
    chúng em, tụi tui, chúng cháu
  `,
  me: 'em, tôi, tui, mình, cháu, con, chúng tôi, bọn em, tụi em, chúng em, tụi tui',
  child: `
    cháu bé, đứa bé, đứa trẻ, trẻ, bé, con gái, con trai, đứa con, đứa nhỏ, con nhỏ, thằng bé, con bé, cháu nhỏ,
    thằng nhỏ, trẻ em, bé gái, bé trai, em bé, cháu gái, cháu trai, con út, hai đứa, mấy đứa, con riêng, con thơ,
    cháu
  `,
  victim: `
    <self>, <child>, chị, vợ, vợ con, mẹ, má, mạ, bà, chị gái, em gái, chị dâu, em trai, em dâu, nó, cô ấy, chị ấy,
    chỉ, bả, phụ nữ, cả nhà, cả mẹ, cả hai, hai mẹ con, mẹ già, bố mẹ, ba má, bố, ba, cha, ông, anh, chồng, bạn,
    nhau trước mặt, con cái, dì, thím, ba mẹ, cả vợ, cả con, luôn em, luôn cả, vợ cũ, vợ mình, tới tấp, túi bụi,
    dã man, thậm tệ, tàn nhẫn, nhừ tử, thừa sống, gần chết, không thương tiếc, bầm dập, bầm tím, thâm tím,
    như cơm bữa, chảy máu, gãy, rách, sưng, suốt, hoài, đập, nữa, một trận, cho một trận, trận
  `,
  body: `
    mặt, đầu, bụng, lưng, ngực, tay, chân, người, cổ, mắt, mồm, miệng, má, gáy, mông, sườn, trán, tai, mũi, lên đầu,
    vào đầu, vô mặt, vào mặt, vô đầu, tóc
  `,
  mine: `
    bị chồng, bị bố, bị mẹ chồng, bị ba, bị bạn trai, bị người yêu, chồng em, chồng tôi, chồng tui, chồng mình,
    chồng con, chồng cháu, ông xã em, bố con, ba con, cha con, bố cháu, ba cháu, bố em, ba em, tía con, mẹ con,
    má con, mẹ cháu, mẹ em, mẹ tôi, má em, má tôi, con em, con tôi, con gái em, con gái tôi, con trai em,
    con trai tôi, cháu tôi, cháu em, chị em, chị gái em, em gái em, em gái tôi, chị tôi, chị dâu em, bạn em, bạn tôi,
    bạn gái em, vợ tôi, vợ em, em bị, tôi bị, tui bị, mình bị, cháu bị, con bị, đánh em, đánh tôi, đánh tui,
    đánh mình, đánh cháu, đánh mẹ con, dọa em, dọa tôi, em trai cháu, em con, em cháu, mẹ chồng em, mẹ chồng tôi,
    bố chồng em, nhà em, nhà tôi, nhà con, người yêu em, bạn trai em, sếp em, anh trai em, anh trai tôi, anh rể em,
    bố mẹ em, bố mẹ con, em đang bị, tôi đang bị, tui đang bị, chửi em, chửi tôi, ép em, bắt em, giết em, giết tôi, tát em, tát tôi,
    đập em, đập tôi, chém em, đâm em, nhốt em, nhốt tôi, đuổi em, đuổi tôi, chồng cũ em, chồng cũ tôi
  `,
  theirs: 'trẻ em bị, chị em bị, trẻ em, phụ nữ bị, chị em phụ nữ, học sinh, hội viên',
  around: `
    hàng xóm, nhà bên, nhà bên cạnh, chị hàng xóm, cạnh nhà, gần nhà, trong xóm, cùng xóm, xóm em, thôn em, đầu ngõ,
    sát vách, bà con, nhà số, bản em, ở ấp, ở xóm, ở thôn, chi hội em, hội viên bị, chị này, chị đó, có chị, anh chị,
    vợ chồng nhà, có gia đình
  `,
}
