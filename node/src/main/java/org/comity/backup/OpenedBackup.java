package org.comity.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.comity.proof.form.Digests;
import org.comity.sealing.AgeStream;
import org.comity.sealing.Sealing;

/** Reads a backup from its start to its end, as often as is needed. */
final class OpenedBackup {

    private final Path file;
    private final String identity;

    OpenedBackup(Path file, String identity) {
        this.file = file;
        this.identity = identity;
    }

    /** What is done with each part. */
    interface Each {
        void take(String name, InputStream content) throws IOException;
    }

    /** Reads all of it; the part's content need not be read by {@code each}. */
    void read(Each each) throws IOException {
        try (var raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
                var plain = AgeStream.decrypting(raw, identity);
                var zip = new ZipInputStream(new BufferedInputStream(plain, 1 << 16))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                each.take(entry.getName(), zip);
            }
            // The archive ends before the age file does, whose last chunk says that nothing was cut off.
            plain.transferTo(OutputStream.nullOutputStream());
        } catch (Sealing.CannotOpen e) {
            throw new BackupNotDone(
                    "%s cannot be opened with this recovery identity, or is not a backup.".formatted(file));
        }
    }

    /** @return the manifest, once every part is as it says */
    BackupManifest checked() {
        var seen = new ArrayList<BackupManifest.Part>();
        var manifests = new ArrayList<BackupManifest>();
        try {
            read((name, content) -> {
                if (name.equals(BackupManifest.NAME)) {
                    manifests.add(BackupManifest.read(content.readNBytes(BackupManifest.LARGEST + 1)));
                } else {
                    seen.add(hashed(name, content));
                }
            });
        } catch (IOException | IllegalStateException e) {
            throw new BackupNotDone(
                    "%s is damaged: a byte was changed or is missing. Use another copy.".formatted(file));
        }
        if (manifests.size() != 1 || !same(manifests.getFirst().parts(), seen)) {
            throw new BackupNotDone(
                    "%s is not whole: its parts are not those that its manifest lists.".formatted(file));
        }
        return manifests.getFirst();
    }

    private static BackupManifest.Part hashed(String name, InputStream content) throws IOException {
        var digest = Digests.begin();
        long size = new DigestInputStream(content, digest).transferTo(OutputStream.nullOutputStream());
        return new BackupManifest.Part(name, HexFormat.of().formatHex(digest.digest()), size, "");
    }

    private static boolean same(List<BackupManifest.Part> listed, List<BackupManifest.Part> seen) {
        return listed.stream()
                .map(it -> new BackupManifest.Part(it.name(), it.sha256(), it.size(), ""))
                .toList()
                .equals(seen);
    }
}
