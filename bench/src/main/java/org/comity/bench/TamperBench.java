package org.comity.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.util.Comparator;
import org.comity.bench.tamper.ExportUnderTest;
import org.comity.bench.tamper.TamperResult;
import org.comity.bench.tamper.Tampering;
import org.comity.proof.form.EcdsaVerification;

/** Changes the exported bags of the protocol's document in every way it knows; see {@link Tampering}. */
final class TamperBench {

    private final TamperPlan plan;
    private final PrintStream out;

    TamperBench(TamperPlan plan, PrintStream out) {
        this.plan = plan;
        this.out = out;
    }

    /** @param bags the folder of {@code docs/protocol/vectors/bags} */
    TamperResult run(Path bags) throws IOException {
        // As the command does for its process.
        Security.insertProviderAt(new EcdsaVerification(), 1);
        var export = new ExportUnderTest(
                bags.resolve("one"), bags.resolve("two"), bags.resolve("keys"), bags.resolve("identity.txt"));
        var work = Files.createTempDirectory("bench-tamper");
        try {
            out.println("seed %d, %d mutations".formatted(plan.seed(), plan.mutations()));
            var found = new Tampering(export, plan.seed(), work, out).run(plan.mutations());
            out.println(found.json());
            return found;
        } finally {
            try (var all = Files.walk(work)) {
                for (var each : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
            }
        }
    }
}
