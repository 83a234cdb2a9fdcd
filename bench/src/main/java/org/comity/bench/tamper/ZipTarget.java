package org.comity.bench.tamper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The same thread as one ZIP. */
final class ZipTarget extends TamperTarget {

    private final Path zip;
    private final Map<String, byte[]> thread;

    ZipTarget(Path zip, Map<String, byte[]> thread, ExportUnderTest export, Tamperer by, TamperResult found) {
        super(export, by, found);
        this.zip = zip;
        this.thread = thread;
    }

    @Override
    void holds() {
        mustHold(written(ZipArchive.of(thread).bytes()), export.trusting());
    }

    @Override
    void change() {
        var touched = new TreeSet<>(Set.of(zip.getFileName().toString()));
        byte[] right = ZipArchive.of(thread).bytes();
        int more = 1 + by.chance().nextInt(100);
        switch (by.chance().nextInt(5)) {
            case 0 -> judged("zip-entry-twice", twice(touched), touched);
            case 1 -> judged("zip-truncate", Arrays.copyOf(right, by.chance().nextInt(right.length)), touched);
            case 2 -> judged("zip-extend", Arrays.copyOf(right, right.length + more), touched);
            case 3 -> {
                byte[] behind = new byte[more + right.length];
                System.arraycopy(right, 0, behind, more, right.length);
                judged("zip-put-before", behind, touched);
            }
            default -> flipped(right, touched);
        }
    }

    private void judged(String kind, byte[] changed, Set<String> touched) {
        judge(kind, written(changed), export.trusting(), touched);
    }

    private byte[] twice(Set<String> touched) {
        var archive = ZipArchive.of(thread);
        var entry = archive.entries().get(by.chance().nextInt(archive.entries().size() - 1));
        archive.entries()
                .add(Map.entry(entry.getKey(), by.one(archive.entries()).getValue()));
        touched.add(entry.getKey());
        return archive.bytes();
    }

    private void flipped(byte[] right, Set<String> touched) {
        byte[] changed = right.clone();
        changed[by.chance().nextInt(changed.length)] ^= (byte) (1 << by.chance().nextInt(8));
        touched.addAll(thread.keySet());
        var path = written(changed);
        if (ZipArchive.read(changed).equals(ZipArchive.read(right))
                && VerifierAnswer.of(path, export.trusting()).holds()) {
            found.withoutMeaning();
        } else {
            judge("zip-flip", path, export.trusting(), touched);
        }
    }

    private Path written(byte[] bytes) {
        try {
            return Files.write(zip, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
