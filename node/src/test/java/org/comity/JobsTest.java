package org.comity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Compares the list of jobs with the code: whatever wakes by itself says whether several processes could do it. */
class JobsTest {

    private static final Path ROOT = House.root();
    private static final Pattern WAKES = Pattern.compile(
            "@Scheduled\\(|@EventListener\\(ApplicationReadyEvent|implements [^{]*\\bSmartLifecycle\\b");
    private static final Pattern LINE =
            Pattern.compile("(?m)^\\| `(\\w+)` \\| [^|]+ \\| (?:yes|no)\\b[^|]*: [^|]+ \\|$|^\\| `(\\w+)`.*$");

    @Test
    void each_job_says_whether_several_processes_could_do_it() throws IOException {
        var jobs = new TreeSet<String>();
        try (var files = Files.walk(ROOT.resolve("node/src/main/java"))) {
            for (var file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                if (WAKES.matcher(Files.readString(file)).find()) {
                    jobs.add(file.getFileName().toString().replace(".java", ""));
                }
            }
        }
        var said = new TreeSet<String>();
        LINE.matcher(Files.readString(ROOT.resolve("docs/reference/jobs.md")))
                .results()
                .map(it -> it.group(1) == null ? it.group(2) + " does not say yes or no, and why" : it.group(1))
                .forEach(said::add);

        assertThat(jobs).hasSizeGreaterThan(15);
        assertThat(said).isEqualTo(jobs);
    }
}
