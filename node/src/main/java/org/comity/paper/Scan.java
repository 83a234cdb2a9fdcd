package org.comity.paper;

/** A scanned letter, recognised by its first bytes and named by us, whatever it was called. */
record Scan(String name, String mediaType, byte[] content) {

    static Scan of(byte[] content) {
        if (begins(content, '%', 'P', 'D', 'F')) {
            return new Scan("scan.pdf", "application/pdf", content);
        }
        if (begins(content, 0x89, 'P', 'N', 'G')) {
            return new Scan("scan.png", "image/png", content);
        }
        if (begins(content, 0xff, 0xd8, 0xff)) {
            return new Scan("scan.jpg", "image/jpeg", content);
        }
        if (begins(content, 'I', 'I', 42, 0) || begins(content, 'M', 'M', 0, 42)) {
            return new Scan("scan.tif", "image/tiff", content);
        }
        throw PaperRefused.file("type");
    }

    private static boolean begins(byte[] content, int... with) {
        for (int i = 0; i < with.length; i++) {
            if (content.length <= i || (content[i] & 0xff) != with[i]) {
                return false;
            }
        }
        return true;
    }
}
