package org.comity.proof;

import java.util.Map;

/** A file that travels with an act. {@code size} in bytes; the name is a plain file name without path. */
public record Attachment(String name, String mediaType, long size, Salted content) {

    Map<String, Object> json() {
        return Map.of(
                "name", name, "mediaType", mediaType, "size", size, "salt", content.salt(), "sha256", content.sha256());
    }
}
