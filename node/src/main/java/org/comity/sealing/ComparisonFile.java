package org.comity.sealing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes what goes to the other side of a blind comparison, and what stays (rules C3 to C6 of docs/protocol/comparison.md).
 *
 * @param step 1 offer, 2 answer, 3 last
 * @param context number used once that the first step names
 * @param points of the side that sends; none in the last step
 * @param returned the other side's, blinded once more; none in the first step
 */
record ComparisonFile(String format, int step, String context, List<String> points, List<String> returned) {

    static final String FORMAT = "comity-comparison/1";
    private static final long LARGEST = 64 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    static ComparisonFile of(int step, String context, List<String> points, List<String> returned) {
        return new ComparisonFile(FORMAT, step, context, points, returned);
    }

    /** @throws BlindComparisonRefused if it is none, or not this step, or of another comparison */
    static ComparisonFile read(byte[] file, int step) {
        if (file.length > LARGEST) throw new BlindComparisonRefused("file", 0);
        try {
            var read = JSON.readValue(file, ComparisonFile.class);
            if (!FORMAT.equals(read.format())
                    || read.context() == null
                    || !read.context().matches("[0-9a-f]{64}")
                    || read.points() == null
                    || read.returned() == null
                    || read.points().contains(null)
                    || read.returned().contains(null)
                    || read.step() == 1 && !read.returned().isEmpty()
                    || read.step() == 3 && !read.points().isEmpty()) {
                throw new BlindComparisonRefused("file", 0);
            }
            if (read.step() != step) throw new BlindComparisonRefused("step", read.step());
            return read;
        } catch (JacksonException | NullPointerException none) {
            throw new BlindComparisonRefused("file", 0);
        }
    }

    byte[] bytes() {
        return JSON.writeValueAsBytes(this);
    }

    /** Never more than a file of a comparison has: what is larger is none. */
    static byte[] bytes(Path file) throws IOException {
        if (Files.size(file) > LARGEST) throw new BlindComparisonRefused("file", 0);
        return Files.readAllBytes(file);
    }

    /** @throws BlindComparisonRefused if it is something else; what it holds is never said */
    static KeptComparison kept(Path file) throws IOException {
        try {
            var kept = JSON.readValue(Files.readAllBytes(file), KeptComparison.class);
            if (kept == null
                    || !String.valueOf(kept.secret()).matches("[0-9a-f]{64}")
                    || kept.context() == null
                    || kept.entries() == null
                    || kept.returned() == null) {
                throw new BlindComparisonRefused("file", 0);
            }
            return kept;
        } catch (JacksonException | NullPointerException none) {
            throw new BlindComparisonRefused("file", 0);
        }
    }

    /** Only whoever writes it may read it. */
    static void keep(Path file, KeptComparison kept) throws IOException {
        var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createFile(file, mine);
        Files.write(file, JSON.writeValueAsBytes(kept));
    }
}
