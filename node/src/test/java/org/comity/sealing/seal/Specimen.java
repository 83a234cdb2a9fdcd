package org.comity.sealing.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.comity.sealing.PracticeKeys;
import org.comity.sealing.TimeStamps;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** Files as an act has them, and nodes that seal them. */
final class Specimen {

    static final SealingLimits LIMITS =
            new SealingLimits(DataSize.ofMegabytes(5), 24, DataSize.ofMegabytes(6), DataSize.ofKilobytes(64));

    private Specimen() {}

    static Map<String, byte[]> files() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("act.json", "{\"body\":{\"text\":\"4711\"}}".getBytes(UTF_8));
        files.put("act.pdf", "%PDF-1.7 specimen".getBytes(UTF_8));
        files.put("approvals.json", "[]".getBytes(UTF_8));
        files.put("attachments/أمر قضائي (1).pdf", "%PDF-1.7 order".getBytes(UTF_8));
        return files;
    }

    static StampingRules within(Duration time, @Nullable URI url) {
        return new StampingRules(url, null, time, Duration.ofMinutes(1), DataSize.ofKilobytes(64));
    }

    static NodeSealing stamping(String participant) {
        var keys = new KeyFolder(PracticeKeys.folder(participant));
        return sealing(participant, new PracticeTimeStamps(keys, Clock.systemUTC()));
    }

    static NodeSealing sealing(String participant, TimeStamps stamps) {
        return new NodeSealing(new KeyFolder(PracticeKeys.folder(participant)), stamps, LIMITS, Clock.systemUTC());
    }

    /** A node that reads headers of age files up to this many bytes. */
    static NodeSealing reading(String participant, int largestHeader) {
        var limits = new SealingLimits(
                LIMITS.largest(), LIMITS.mostFiles(), LIMITS.largestAgeFile(), DataSize.ofBytes(largestHeader));
        return new NodeSealing(
                new KeyFolder(PracticeKeys.folder(participant)), NoTimeStamps.NONE, limits, Clock.systemUTC());
    }

    static Map<String, byte[]> unzip(byte[] container) {
        var files = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(container))) {
            for (ZipEntry entry; (entry = zip.getNextEntry()) != null; ) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    static byte[] rezip(byte[] container, BiFunction<String, byte[], byte[]> change) {
        var files = unzip(container);
        files.replaceAll(change);
        return zip(files);
    }

    static byte[] zip(Map<String, byte[]> files) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(stored(file.getKey(), file.getValue()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** As in a container: sizes in front of the content, not behind it. */
    private static ZipEntry stored(String name, byte[] content) {
        var entry = new ZipEntry(name);
        var sum = new CRC32();
        sum.update(content);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        return entry;
    }
}
