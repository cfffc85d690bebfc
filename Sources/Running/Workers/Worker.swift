import Conversion
import Files
import FoundationEssentials
import Glibc
import Processes
import TextLibraries

/// The side of a forked process: takes jobs from a socket, one after the other, and answers each.
struct Worker {
  /// Nil where only archives are listed.
  let converter: Converter?
  let socket: Int32
  let limits: WorkerLimits
  /// A folder on the disk of the outputs for what is not whole yet.
  let scratch: String?

  /// Takes jobs until nobody gives any more; gives the exit code of the process.
  func run(parent: Int32) -> Int32 {
    guard ChildProcess.endWithParent(parent) else { return 0 }
    confine()
    var received: [UInt8] = []
    var archive: (path: String, reader: ReportArchive)?
    while let message = Channel.nextMessage(on: socket, &received),
      let job = try? message.decode(Job.self)
    {
      var content: [UInt8] = []
      let result = result(of: job, archive: &archive, content: &content)
      guard let bytes = try? Channel.bytes(result, body: content),
        Channel.write(bytes, to: socket)
      else { break }
    }
    return 0
  }

  /// The kernel keeps what the supervisor would notice too late.
  private func confine() {
    Self.resetSignals()
    // Ctrl-C is for the supervisor, which ends its workers; it asks for signals, this does not.
    Glibc.signal(SIGINT, SIG_IGN)
    Self.limitData(to: limits.memory)
    let most = rlim_t(limits.output) + (1 << 20)
    var file = rlimit(rlim_cur: most, rlim_max: most)
    setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &file)
  }

  /// Lets a crash be one: the runtime's own handlers would write a trace of it, which takes seconds.
  static func resetSignals() {
    for signal in [SIGSEGV, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGQUIT] {
      Glibc.signal(signal, SIG_DFL)
    }
    var none = sigset_t()
    sigemptyset(&none)
    sigprocmask(SIG_SETMASK, &none, nil)
    Glibc.signal(SIGXFSZ, SIG_IGN)
    var noCore = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &noCore)
  }

  /// Bounds the data of this process, beside what it inherited from the one that it was forked from.
  static func limitData(to memory: Int) {
    let most = rlim_t(ChildProcess.dataBytes + memory)
    var data = rlimit(rlim_cur: most, rlim_max: most)
    setrlimit(__rlimit_resource_t(RLIMIT_DATA.rawValue), &data)
  }

  private func result(
    of job: Job, archive: inout (path: String, reader: ReportArchive)?, content: inout [UInt8]
  ) -> JobResult {
    do throws(FileError) {
      if job.isListing { return .members(try ReportArchive(job.path).listing(of: .readable)) }
      let bytes: [UInt8]
      if let member = job.member {
        // Members of one archive come one after the other.
        if archive?.path != job.path { archive = (job.path, try ReportArchive(job.path)) }
        bytes = try archive?.reader.read(memberAt: member) ?? []
      } else {
        archive = nil
        bytes = try InputFile.read(job.path)
      }
      let digest = Digest(of: bytes).hexadecimal
      if let known = job.knownDigest, known == digest { return .unchanged(digest: digest) }
      guard let converter else { preconditionFailure("a report is given to a lister of archives") }
      let (json, summary) = try converter.convertAndSummarize(
        bytes, named: job.name, in: job.folders)
      guard json.count <= limits.output else {
        return .failed(
          Failure(
            status: .output,
            what: "its JSON would be larger than \(limits.output >> 20) MB",
            remedy: "no real report gives so much; look whether this is the right file"))
      }
      var stamp: String?
      if let output = job.output {
        try OutputFile.write(json, to: output, scratch: scratch)
        stamp = FileStamp(path: output)?.text
      }
      if job.isContentWanted { content = json }
      return .converted(
        JobResult.Conversion(
          digest: digest, size: bytes.count, summary: summary, outputStamp: stamp))
    } catch {
      return .failed(Failure(error))
    }
  }
}
