package org.comity.api;

import org.comity.casework.DomesticFile;
import org.jspecify.annotations.Nullable;

/** A scan that a program gives: known by its first bytes, whatever it was called. */
final class ScanGiven {

    private ScanGiven() {}

    static DomesticFile.@Nullable Scan scan(byte @Nullable [] content) {
        return content == null ? null : new DomesticFile.Scan(name(content), type(content), content);
    }

    private static String name(byte[] content) {
        return switch (type(content)) {
            case "application/pdf" -> "scan.pdf";
            case "image/png" -> "scan.png";
            default -> "scan.jpg";
        };
    }

    private static String type(byte[] content) {
        if (begins(content, '%', 'P', 'D', 'F')) {
            return "application/pdf";
        }
        if (begins(content, 0x89, 'P', 'N', 'G')) {
            return "image/png";
        }
        if (begins(content, 0xff, 0xd8, 0xff)) {
            return "image/jpeg";
        }
        throw new IdempotentRequestRefused.Field("scan");
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
