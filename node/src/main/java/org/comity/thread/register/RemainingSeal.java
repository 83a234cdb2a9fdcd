package org.comity.thread.register;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Takes out of a container what stays of it when its words are deleted. */
public final class RemainingSeal {

    private RemainingSeal() {}

    /** Only what stands under META-INF: signature, manifest of hashes, time stamps. */
    public static byte[] of(byte[] container) {
        var kept = new ByteArrayOutputStream();
        try (var from = new ZipInputStream(new ByteArrayInputStream(container));
                var to = new ZipOutputStream(kept)) {
            for (var file = from.getNextEntry(); file != null; file = from.getNextEntry()) {
                if (file.getName().startsWith("META-INF/")) {
                    to.putNextEntry(new ZipEntry(file.getName()));
                    from.transferTo(to);
                    to.closeEntry();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return kept.toByteArray();
    }
}
