package org.comity.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.comity.bench.faults.Faults;
import org.comity.bench.faults.FaultsPlan;

/** The command {@code bench NAME}: exit 0 if what it looks for holds, 1 if not, 2 if it was not understood, 3 if it broke. */
public final class Bench {

    private static final String USAGE = """
            Usage: bench exchange [--acts 1000] [--warm 1000] [--at-once 32] [--rounds 4]
              Sends sealed acts between two practice nodes, in turns with bare phase4 carrying the same bytes. Measured
              from the press on approve to the author's node having verified the register's entry. The last line is
              JSON; exit 1 unless every act got its entry and throughputRatio is at least 0.5, firstToMedian at most 5.

            Usage: bench crash [--kills 50] [--minutes 60] [--seed N]
              Kills one of three practice nodes at random instants while officers act, in every procedure and in a joint
              thread of all three, so often or for so long, then compares their registers.
              Lost: approved and not registered on each. Twice: registered more than once. Diverged: not the same
              entries on each. Unasked: registered though nobody approved it. The last line is JSON; exit 1 unless all 0.

            Usage: bench faults [--only KIND,...] [--seed N] [--short]
              Breaks a practice network in every way it knows (killed and frozen database, full disk, cut, slow and lossy
              lines, wrong clocks, damaged vault, an operator that lies, revoked keys and more), heals it as documented,
              and compares both registers. Unhealed: something did not hold or come back. What this machine does not let
              us play is named and counts for nothing. The last line is JSON; exit 1 unless lost, twice, diverged, unasked
              and unhealed are 0. Kinds: %s

            Usage: bench evidence [--largest 8192] [--rounds 5] [--seed N]
              Seals, matches and fetches files of 64 MB, 1 GB and 8 GB (up to --largest MB) with a heap of 256 MB, in
              turns with age | sha256sum and with curl from nginx and sha256sum on the same file. Needs three times the
              largest in the temporary folder (TMPDIR), and age, nginx, curl, openssl. The last line is JSON; exit 1 unless
              sealRatio is at least 0.4, matchRatio and transferRatio 0.5, and rssGrowthRatio at most 1.15.

            Usage: bench evidence --generated 102400 [--seed N]
              An item of so many MB that is generated as it is read: sealed, matched, and fetched over mutual TLS by a
              receiver that verifies every segment and keeps none; each with a heap of 64 MB, after the same with 64 MB of
              it. Needs no room. The last line is JSON; exit 1 unless rssGrowthRatio is at most 1.15.

            Usage: bench line [--kb 2048] [--kills 20] [--seed N]
              Fetches over bad lines: 64 kbit/s (tc tbf between two network namespaces, as root; else a relay), a relay
              with 2 s delay and 5 %% loss beside four parallel curl ranges, and a relay at 2 MB/s whose receiver is
              killed; and has sixteen acts approved at once over a relay of 64 kbit/s between two nodes. The last line is
              JSON; exit 1 unless thinRatio is at least 0.9, lossRatio 0.8, actsRatio 0.5, againRatio at most 1.

            Usage: bench tamper [--mutations 2000] [--seed N]
              Changes exported bags, threads, ZIPs, items and log lines (a byte, whole files, chunks, lists made anew, a
              second text under another key, parts of another export) and has each checked by verify. Missed: it held, or
              what was touched was not named. The last line is JSON; exit 1 unless missed is 0.

            Usage: bench match [--seed N]
              Matches 195 needs with 45 offers, compares the value with that of a linear programme (Apache Commons Math,
              which knows nothing of flows), then times ten times as many of both. The last line is JSON; exit 1 unless
              seconds, the median of nine, is at most 0.5 and equalToLinearProgramme is true.

            Usage: bench board [--members 195] [--at-once 16] [--held 100]
              One publication on a board that many members follow. The host is a node's own code with its PostgreSQL; the
              members are light ones in the same JVM, each with its own connections over TLS and the checks of a node, and
              no database; so many of them ask at the same moment. seconds: from the publication until all hold it, if all
              ask at once; a node asks every five minutes. bytesAMember: answers that bring it; bytesIdle: answers when
              there is nothing new. hostCpuSeconds: threads of the host's port and its database. The last line is JSON;
              exit 1 unless every member holds it.

            Usage: bench room [--posts 10000] [--topics 200] [--members 195] [--at-once 16]
              Fills rooms with contributions, searches them, and lets every member hold one more. Host and members as in bench
              board. postLateRatio: the last tenth by the second. awaySeconds: one that held nothing takes all that stands on
              the board, the newest 2,000. holdSeconds: from one more until all hold it, if all ask at once. The last line is
              JSON; exit 1 unless every member holds it and heapRatio, after the last contribution by after the first tenth, is
              at most 1.25.

            Usage: bench public [--rate 500] [--seconds 30] [--records 400]
              Asks the public site of a node for its ten main pages, so many requests a second, after ten seconds to warm up.
              Needs h2load. The last line is JSON; exit 1 unless all were answered with 200, the rate was kept, p99Ms is below
              100, and the largest page with all that it loads is at most 60 KB.

            Usage: bench desk [--requests 100000] [--few 1000] [--rounds 100]
              Asks two practice nodes for the pages of an officer's day in turns: one holds so many open requests, the other
              few; desk and its views, lists and a page deep in one, search, palette, one request. The last line is JSON;
              exit 1 unless no page's median is more than 1.5 times that of the node with few, and each p99 at most 300 ms.
            """.formatted(String.join(", ", FaultsPlan.kindNames()));

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        try {
            System.exit(holds(arguments) ? 0 : 1);
        } catch (RequiredPrograms.Missing e) {
            System.err.println("bench: " + e.getMessage());
            System.exit(2);
        } catch (IllegalArgumentException e) {
            System.err.println("bench: " + e.getMessage());
            System.err.print(USAGE);
            System.exit(2);
        } catch (IOException | RuntimeException e) {
            // Servers of the bench itself would keep it alive.
            e.printStackTrace();
            System.exit(3);
        }
    }

    private static boolean holds(String[] arguments) throws Exception {
        if (arguments.length == 0) {
            throw new IllegalArgumentException("which one?");
        }
        var options = new BenchOptions(Arrays.asList(arguments).subList(1, arguments.length));
        switch (arguments[0]) {
            case "crash" -> {
                var plan = CrashPlan.of(options);
                options.mustBeEmpty();
                return new CrashBench(plan, System.out).run().holds();
            }
            case "faults" -> {
                var plan = FaultsPlan.of(options);
                options.mustBeEmpty();
                return new Faults(plan, System.out).run().holds();
            }
            case "exchange" -> {
                var plan = ExchangePlan.of(options);
                options.mustBeEmpty();
                return new ExchangeBench(plan, System.out).run().holds();
            }
            case "line" -> {
                var plan = LinePlan.of(options);
                options.mustBeEmpty();
                RequiredPrograms.programs("curl", "nginx", "openssl");
                return new ThinLine(plan, System.out).run().holds();
            }
            case "evidence" -> {
                var plan = EvidencePlan.of(options);
                options.mustBeEmpty();
                if (plan.generated() > 0) return new GeneratedEvidence(plan, System.out).run();
                RequiredPrograms.programs("age", "curl", "nginx", "openssl");
                return new EvidenceBench(plan, System.out).run().holds();
            }
            case "tamper" -> {
                var plan = TamperPlan.of(options);
                options.mustBeEmpty();
                return new TamperBench(plan, System.out)
                        .run(Path.of("docs/protocol/vectors/bags"))
                        .holds();
            }
            case "match" -> {
                var plan = MatchPlan.of(options);
                options.mustBeEmpty();
                return new MatchBench(plan, System.out).run().holds();
            }
            case "board" -> {
                var plan = BoardPlan.of(options);
                options.mustBeEmpty();
                return new BoardBench(plan, System.out).run().holds();
            }
            case "room" -> {
                var plan = RoomPlan.of(options);
                options.mustBeEmpty();
                return new RoomBench(plan, System.out).run().holds();
            }
            case "desk" -> {
                var plan = DeskPlan.of(options);
                options.mustBeEmpty();
                return new DeskBench(plan, System.out).run().holds();
            }
            case "public" -> {
                var plan = PublicPlan.of(options);
                options.mustBeEmpty();
                RequiredPrograms.programs("h2load");
                return new PublicBench(plan, System.out).run().holds();
            }
            default -> throw new IllegalArgumentException("no such bench: " + arguments[0]);
        }
    }
}
