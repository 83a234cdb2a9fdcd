package org.comity.evidence.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import org.comity.evidence.disk.Disk.Line;
import org.comity.evidence.disk.Disk.Task;
import org.junit.jupiter.api.Test;

/** What is remembered of a work on very many files. */
class DiskJobsTest {

    @Test
    void what_is_wrong_behind_very_many_good_files_is_kept_and_counted() {
        var jobs = new DiskJobs(Clock.fixed(PracticeDisk.NOON, ZoneOffset.UTC));
        var job = jobs.begin("answer", Task.PLAIN, "thread");

        for (int i = 0; i < 5_000; i++) job.good("file-" + i, "matched");
        for (int i = 0; i < 3_000; i++) job.bad("other-" + i, "other-hash", "");
        job.end();

        var work = jobs.all().getFirst();
        assertThat(work.good()).isEqualTo(5_000);
        assertThat(work.bad()).isEqualTo(3_000);
        assertThat(work.lines()).filteredOn(it -> !it.good()).hasSize(2_000);
        assertThat(work.lines()).filteredOn(Line::good).hasSize(2_000);
        assertThat(work.notShown()).isEqualTo(4_000);
    }
}
