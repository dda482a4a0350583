import { StartError } from '../start/startError.ts'

/** Every way in which the embedded PostgreSQL cannot start, in the words of the person who installs. */
export const embeddedProblem = {
  noBinaries: (platform: string) =>
    new StartError({
      vi: `Không có PostgreSQL kèm theo cho hệ máy ${platform}. Hãy chạy lại "npm ci" không kèm --omit=optional; nếu vẫn vậy, cài PostgreSQL 15 trở lên và đặt biến DATABASE_URL.`,
      en: `No PostgreSQL comes along for ${platform}. Run "npm ci" again without --omit=optional; if that does not help, install PostgreSQL 15 or newer and set DATABASE_URL.`,
    }),

  cannotRun: (program: string, said: string) =>
    new StartError({
      vi: `PostgreSQL kèm theo không chạy được trên máy này (${said}). Bản kèm theo cần Linux có glibc hoặc macOS; với Alpine (musl) và hệ khác, hãy đặt biến DATABASE_URL trỏ tới một PostgreSQL 15 trở lên.`,
      en: `The PostgreSQL that comes along does not run here (${program}: ${said}). It needs Linux with glibc, or macOS; on Alpine (musl) and elsewhere set DATABASE_URL to a PostgreSQL 15 or newer.`,
    }),

  noWay: (folder: string) =>
    new StartError({
      vi: `Đang chạy bằng root, mà PostgreSQL không chạy bằng root, và người dùng "nobody" không vào được ${folder}. Hãy chạy bằng người dùng thường, hoặc đặt DATA_DIR và chương trình ở nơi mọi người đọc được, hoặc đặt biến DATABASE_URL.`,
      en: `This runs as root, which PostgreSQL refuses, and the user "nobody" cannot enter ${folder}. Run as an ordinary user, or put the program and DATA_DIR where everybody may enter, or set DATABASE_URL.`,
    }),

  noPermission: (folder: string, cause: unknown) =>
    new StartError({
      vi: `Không ghi được vào thư mục dữ liệu ${folder}. Hãy cho người dùng đang chạy chương trình làm chủ thư mục này, hoặc đặt biến DATA_DIR trỏ tới thư mục khác.`,
      en: `The data folder ${folder} cannot be written. Give it to the user who runs the program, or set DATA_DIR to another folder.`,
      cause,
    }),

  otherOwner: (folder: string, owner: number) =>
    new StartError({
      vi: `Thư mục dữ liệu ${folder} thuộc về người dùng khác (uid ${owner}). Hãy chạy chương trình bằng người dùng đó, hoặc đổi chủ thư mục (chown -R).`,
      en: `The data folder ${folder} belongs to another user (uid ${owner}). Run the program as that user, or change the owner (chown -R).`,
    }),

  otherMajor: (folder: string, found: string, ours: string) =>
    new StartError({
      vi: `Dữ liệu trong ${folder} do PostgreSQL ${found} tạo, bản này kèm PostgreSQL ${ours} và không mở được. Hãy dùng bản chương trình cũ chạy "npm run cli -- backup", dời thư mục này đi chỗ khác, rồi dùng bản mới chạy "npm run cli -- restore".`,
      en: `The data in ${folder} was made by PostgreSQL ${found}; this version brings PostgreSQL ${ours} and cannot open it. Run "npm run cli -- backup" with the earlier version of the program, move this folder away, then run "npm run cli -- restore" with the new one.`,
    }),

  unsafeSocket: (folder: string) =>
    new StartError({
      vi: `Thư mục ${folder} đã có và không phải của riêng chương trình, nên không dùng để mở kết nối. Hãy xóa nó, hoặc đặt DATA_DIR ở đường dẫn ngắn hơn.`,
      en: `The folder ${folder} exists and is not private to this program, so no connection is opened in it. Remove it, or set DATA_DIR to a shorter path.`,
    }),

  initFailed: (folder: string, said: string) =>
    new StartError({
      vi: `Không tạo được cơ sở dữ liệu trong ${folder}: ${said}`,
      en: `The database could not be made in ${folder}: ${said}\nCheck free space and permissions of that folder, or set DATABASE_URL.`,
    }),

  serverFailed: (logFile: string, said: string) =>
    new StartError({
      vi: `PostgreSQL kèm theo không khởi động được: ${said} Xem thêm trong ${logFile}.`,
      en: `The PostgreSQL that comes along did not start: ${said} More in ${logFile}.`,
    }),
}
