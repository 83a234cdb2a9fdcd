package org.comity.identity.administration;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.comity.ui.DiskLine;
import org.comity.ui.HealthLine;
import org.comity.ui.HealthLine.State;
import org.comity.ui.HealthLines;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.info.BuildProperties;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Database, disk, memory, clock and version of the machine under this node. */
@Component
class MachineLines implements HealthLines {

    private static final long MB = 1L << 20;
    /** systemd's time service leaves it while the clock is kept right. */
    private static final Path SYNCHRONISED = Path.of("/run/systemd/timesync/synchronized");

    private final DatabaseFigures database;
    private final ObjectProvider<BuildProperties> build;
    private final Clock clock;
    private final Path home;
    private final Duration offset;

    MachineLines(
            DatabaseFigures database,
            ObjectProvider<BuildProperties> build,
            Clock clock,
            @Value("${node.home:.}") Path home,
            @Value("${node.clock.offset:PT0S}") Duration offset) {
        this.database = database;
        this.build = build;
        this.clock = clock;
        this.home = home;
        this.offset = offset;
    }

    @Override
    public List<HealthLine> lines() {
        return List.of(database(), disk(), memory(), clock(), version());
    }

    private HealthLine database() {
        try {
            var it = database.look();
            return HealthLine.of(
                    "database", State.GOOD, "answers", Map.of("size", it.size() / MB, "version", it.version()));
        } catch (DataAccessException e) {
            return HealthLine.of("database", State.BAD, "silent", Map.of());
        }
    }

    private HealthLine disk() {
        var disk = existing(home.toAbsolutePath()).toFile();
        return DiskLine.of("disk", disk.getUsableSpace(), disk.getTotalSpace());
    }

    private static Path existing(Path path) {
        var at = path;
        while (!Files.exists(at) && at.getParent() != null) {
            at = at.getParent();
        }
        return at;
    }

    private static HealthLine memory() {
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        long most = heap.getMax() < 0 ? Runtime.getRuntime().maxMemory() : heap.getMax();
        long percent = heap.getUsed() * 100 / Math.max(1, most);
        var facts = Map.<String, Object>of("used", heap.getUsed() / MB, "most", most / MB);
        return percent > 90
                ? HealthLine.of("memory", State.LOOK, "tight", facts)
                : HealthLine.of("memory", State.GOOD, "enough", facts);
    }

    private HealthLine clock() {
        var facts = Map.<String, Object>of("now", clock.instant(), "ahead", offset);
        if (!offset.isZero()) {
            return HealthLine.of("clock", State.LOOK, "ahead", facts);
        }
        return Files.exists(SYNCHRONISED)
                ? HealthLine.of("clock", State.GOOD, "kept", facts)
                : HealthLine.of("clock", State.OFF, "unknown", facts);
    }

    private HealthLine version() {
        var up = Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
        var it = build.getIfAvailable();
        var java = Runtime.version().feature();
        return HealthLine.of(
                "version",
                State.GOOD,
                "is",
                Map.of(
                        "version",
                        it == null ? "development" : it.getVersion(),
                        "java",
                        Integer.toString(java),
                        "up",
                        up));
    }
}
