package org.comity.casework;

import java.util.Arrays;
import java.util.Optional;

/** Tells by its first bytes what a scanned sheet is, whatever it is called. */
public enum ScanFormat {
    PDF("application/pdf", "scan.pdf"),
    PNG("image/png", "scan.png"),
    JPEG("image/jpeg", "scan.jpg"),
    TIFF("image/tiff", "scan.tif");

    private final String mediaType;
    private final String fileName;

    ScanFormat(String mediaType, String fileName) {
        this.mediaType = mediaType;
        this.fileName = fileName;
    }

    /** Empty if it is none of them. */
    public static Optional<ScanFormat> of(byte[] content) {
        return Arrays.stream(values()).filter(it -> it.begins(content)).findFirst();
    }

    public String mediaType() {
        return mediaType;
    }

    /** A name for one that has none of its own. */
    public String fileName() {
        return fileName;
    }

    private boolean begins(byte[] content) {
        return switch (this) {
            case PDF -> begins(content, '%', 'P', 'D', 'F');
            case PNG -> begins(content, 0x89, 'P', 'N', 'G');
            case JPEG -> begins(content, 0xff, 0xd8, 0xff);
            case TIFF -> begins(content, 'I', 'I', 42, 0) || begins(content, 'M', 'M', 0, 42);
        };
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
