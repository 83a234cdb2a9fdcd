package org.comity.paper;

import org.comity.casework.ScanFormat;

/** A scanned letter, recognised by its first bytes and named by us, whatever it was called. */
record Scan(String name, String mediaType, byte[] content) {

    static Scan of(byte[] content) {
        return ScanFormat.of(content)
                .map(it -> new Scan(it.fileName(), it.mediaType(), content))
                .orElseThrow(() -> PaperRefused.file("type"));
    }
}
