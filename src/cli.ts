import { statSync } from 'node:fs';
import { Command, CommanderError, Option } from 'commander';
import { UsageError } from './commands/usage-error.js';
import { FORMATS } from './report/formats.js';
import { EXIT } from './report/outcome.js';
import { VERSION } from './version.js';

/** Runs the command line and returns the exit code. Commands are loaded only when they run. */
export async function runCommandLine(argv: readonly string[]): Promise<number> {
  let exit: number = EXIT.fine;
  const program = new Command('dongha-site')
    .description('Tạo cổng thông tin tĩnh từ các tệp Markdown · Builds a public news portal from Markdown')
    .version(VERSION, '-V, --version')
    // `failure` says it, in both languages.
    .configureOutput({ outputError: () => undefined })
    .exitOverride();
  const build = siteCommand(program, 'build', 'dựng trang vào dist/ · build the site into dist/')
    .option('-o, --out <dir>', 'thư mục ghi ra, mặc định là dist · output folder, by default dist')
    .option('--no-cache', 'không dùng bộ nhớ của lần trước · remember nothing from earlier builds')
    .option('--verify', 'dựng lại từ đầu và so từng byte · build again from nothing and compare every byte')
    .option(
      '--force',
      'ghi cả vào thư mục không do chương trình tạo · write into a folder that the program did not make',
    );
  build.option('--precompress', 'thêm bản nén .gz và .br cạnh mỗi tệp chữ · add .gz and .br beside texts');
  build.option(
    '--profile',
    'in thời gian từng bước, từng mẫu trang · print the time of each stage and template',
  );
  build.action(async (folder, options) => {
    const { build: command } = await import('./commands/build.js');
    exit = await command(folder, options);
  });
  siteCommand(program, 'check', 'kiểm tra, không ghi gì · check, write nothing').action(
    async (folder, options) => {
      const { check: command } = await import('./commands/check.js');
      exit = await command(folder, options);
    },
  );
  const serve = folderCommand(program, 'serve', 'xem trước trên máy này · preview on this computer')
    .option('-w, --watch', 'theo dõi các tệp, sửa là thấy · watch the files, show each change')
    .option('-p, --port <n>', 'cổng, mặc định 4000 · port, by default 4000', port)
    .option('--host <name>', 'máy nghe ở đâu, mặc định 127.0.0.1 · where to listen', '127.0.0.1')
    .option('--open', 'mở trình duyệt · open the browser')
    .option('--poll-files', 'cho ổ mạng: cứ mỗi giây đọc lại · for network drives: look every second');
  serve.action(async (folder, options) => {
    const { serve: command } = await import('./commands/serve.js');
    exit = await command(folder, options);
  });
  try {
    await program.parseAsync(argv);
    return exit;
  } catch (error) {
    return failure(error);
  }
}

/** A command that makes a site or checks it, with the options that these have. */
function siteCommand(program: Command, name: string, description: string): Command {
  return folderCommand(program, name, description)
    .option(
      '--hold-broken',
      'mục có lỗi thì để lại, đăng phần còn lại · hold back entries with errors, publish the rest',
    )
    .option('--strict', 'coi cảnh báo như lỗi · treat warnings as errors')
    .addOption(
      new Option('--format <format>', 'dạng báo cáo · form of the report').choices(FORMATS).default('pretty'),
    );
}

/** A command on a site's folder, which is there. */
function folderCommand(program: Command, name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .argument('[dir]', 'thư mục của trang · the site’s folder', '.')
    .option('--base-url <url>', 'thay baseUrl trong site.yaml · instead of the baseUrl in site.yaml')
    .option('--drafts', 'cả bản nháp và tin chờ đăng · drafts and scheduled entries too')
    .option('--now <time>', 'coi như bây giờ là lúc ấy · pretend that it is this time')
    .option(
      '--jobs <n>',
      'số luồng, mặc định bằng số nhân, nhiều nhất 8 · threads, by default one a core, at most 8',
      positive,
    )
    .addOption(new Option('--lang <lang>', 'tiếng của báo cáo · language of messages').choices(['vi', 'en']))
    .hook('preAction', (command) => {
      const folder = command.processedArgs[0] as string;
      if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
        throw new UsageError(`không có thư mục “${folder}” · there is no folder “${folder}”`);
    });
}

function positive(text: string): number {
  if (/^[1-9]\d?$/.test(text)) return Number(text);
  throw new UsageError(`--jobs: cần một số từ 1 đến 99 · needs a number from 1 to 99`);
}

function port(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) < 65_536) return Number(text);
  throw new UsageError(`--port: cần một số từ 0 đến 65535 · needs a number from 0 to 65535`);
}

/** What commander says in English only, by its codes. */
const MISUSES: Readonly<Record<string, string>> = {
  'commander.unknownCommand': 'không có lệnh này',
  'commander.unknownOption': 'không có tùy chọn này',
  'commander.optionMissingArgument': 'tùy chọn này cần một giá trị',
  'commander.missingArgument': 'thiếu một tham số',
  'commander.excessArguments': 'thừa tham số',
  'commander.invalidArgument': 'giá trị không hợp lệ',
};

function failure(error: unknown): number {
  if (error instanceof CommanderError) {
    // Help and the version come as errors too, and have said what they have to say.
    if (!/\.(?:help|helpDisplayed|version)$/.test(error.code)) {
      const misuse = MISUSES[error.code] ?? 'gọi lệnh chưa đúng';
      process.stderr.write(`dongha-site: ${misuse} · ${error.message.replace(/^error: /, '')}\n`);
    }
    return error.exitCode === 0 ? EXIT.fine : EXIT.usage;
  }
  if (error instanceof UsageError) {
    process.stderr.write(`dongha-site: ${error.message}\n`);
    return EXIT.usage;
  }
  const { code, message, stack } = error as NodeJS.ErrnoException;
  // Node names every error of the file system by such a code; from a thread only the message comes, which begins with it.
  if (/^E[A-Z]+$/.test(code ?? /^\w+(?=: )/.exec(message)?.[0] ?? '')) {
    process.stderr.write(`dongha-site: không đọc hoặc ghi được · cannot read or write: ${message}\n`);
    return EXIT.io;
  }
  process.stderr.write(
    `dongha-site: lỗi của chương trình · a fault of the program (${VERSION}):\n${stack ?? message}\n`,
  );
  return EXIT.fault;
}
