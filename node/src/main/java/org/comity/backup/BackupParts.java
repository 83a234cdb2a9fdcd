package org.comity.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.comity.proof.form.Digests;

/** Writes parts into a ZIP (APPNOTE 6.3, ZIP64 where needed), counting and hashing each; nothing is held in memory. */
final class BackupParts implements AutoCloseable {

    private final ZipOutputStream zip;
    private final List<BackupManifest.Part> written = new ArrayList<>();

    BackupParts(OutputStream out) {
        this.zip = new ZipOutputStream(out);
        zip.setLevel(Deflater.BEST_SPEED);
    }

    /** What puts the content of one part there. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    BackupManifest.Part add(String name, String mode, Content content) throws IOException {
        var digest = Digests.begin();
        zip.putNextEntry(new ZipEntry(name));
        var counted = new Counted(new DigestOutputStream(zip, digest));
        content.writeTo(counted);
        zip.closeEntry();
        var part = new BackupManifest.Part(name, HexFormat.of().formatHex(digest.digest()), counted.size, mode);
        written.add(part);
        return part;
    }

    void manifest(BackupManifest manifest) throws IOException {
        zip.putNextEntry(new ZipEntry(BackupManifest.NAME));
        zip.write(manifest.json());
        zip.closeEntry();
    }

    List<BackupManifest.Part> written() {
        return List.copyOf(written);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static final class Counted extends java.io.FilterOutputStream {
        private long size;

        private Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            size++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            size += length;
        }

        @Override
        public void close() {
            // the ZIP goes on with the next part
        }
    }
}
