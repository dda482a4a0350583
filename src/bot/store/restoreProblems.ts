import { StartError } from '../start/startError.ts'

/** Why a backup is not restored; each says what to do. */
export const restoreProblem = {
  doesNotOpen: (file: string, cause: unknown) =>
    new StartError({
      vi: `Không mở được ${file}: sai khóa bí mật (--identity) hoặc câu mật khẩu, hoặc tệp bị hỏng. Hãy kiểm tra lại.`,
      en: `${file} does not open: the identity or passphrase is wrong, or the file is damaged. Check both.`,
      cause,
    }),
  noBackup: (file: string, cause: unknown) =>
    new StartError({
      vi: `${file} không phải bản sao lưu của chương trình này, hoặc bị hỏng.`,
      en: `${file} is no backup of this program, or it is damaged.`,
      cause,
    }),
  damaged: (file: string, cause: unknown) =>
    new StartError({
      vi: `${file} bị hỏng hoặc bị cắt ngắn; chưa ghi gì vào cơ sở dữ liệu. Hãy dùng một bản sao lưu khác.`,
      en: `${file} is damaged or cut off; nothing was written. Use another backup.`,
      cause,
    }),
  otherRing: (ring: string) =>
    new StartError({
      vi: `Tệp khóa ${ring} không phải của dữ liệu trong bản sao lưu. Hãy chép đúng tệp khóa đã giữ riêng vào chỗ đó (hoặc đặt KEY_RING_FILE) rồi chạy lại; không có nó thì không mở được gì.`,
      en: `The key ring ${ring} is not that of the data in the backup. Put the key ring that was kept apart there (or set KEY_RING_FILE) and run again; nothing opens without it.`,
    }),
  otherKeys: (file: string) =>
    new StartError({
      vi: `${file} thuộc một bản sao lưu khác. Hãy dùng tệp .keys cùng tên với bản sao lưu.`,
      en: `${file} belongs to another backup. Use the .keys file of the same name.`,
    }),
  keysTooOld: (day: string) =>
    new StartError({
      vi: `Khóa của ngày ${day} đã bị hủy sau bảy ngày, đúng như đã hứa với chị em: nội dung vụ việc trong bản này không mở được nữa. Phục hồi phần còn lại: chạy lại không có --keys.`,
      en: `The key of ${day} was destroyed after seven days, as promised to the women: the words of cases in this backup cannot be opened any more. Restore the rest by running without --keys.`,
    }),
  otherMigrations: (theirs: string, ours: string) =>
    new StartError({
      vi: `Bản sao lưu ở bước dữ liệu ${theirs}, chương trình này ở bước ${ours}. Hãy cài đúng phiên bản chương trình của bản sao lưu, phục hồi, rồi mới nâng cấp.`,
      en: `The backup is at the migration ${theirs}, this program at ${ours}. Install the version of the backup, restore, and upgrade afterwards.`,
    }),
  notEmpty: (table: string) =>
    new StartError({
      vi: `Cơ sở dữ liệu không trống (bảng ${table} có dữ liệu). Chỉ phục hồi vào một DATA_DIR hoặc DATABASE_URL mới, chưa dùng.`,
      en: `The database is not empty (the table ${table} has rows). Restore only into a new, unused DATA_DIR or DATABASE_URL.`,
    }),
}
