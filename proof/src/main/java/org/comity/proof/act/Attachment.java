package org.comity.proof.act;

import java.util.Map;
import java.util.regex.Pattern;
import org.comity.proof.form.FileNames;
import org.comity.proof.form.SaltedHash;

/** A file that travels with an act. {@code size} in bytes; the name is a plain file name without path. */
public record Attachment(String name, String mediaType, long size, SaltedHash content) {

    public static final int LONGEST_NAME = 120;

    private static final Pattern MEDIA = Pattern.compile("[a-z0-9][a-z0-9.+-]{0,79}/[a-z0-9][a-z0-9.+-]{0,79}");

    /** Commits to a file under a fresh salt. */
    public static Attachment of(String name, String mediaType, byte[] content) {
        return new Attachment(name, mediaType, content.length, SaltedHash.of(content));
    }

    /** Whether a file may be called so: a plain name that means one file on every system and reads as it is written. */
    public static boolean allowedName(String name) {
        return name.length() <= LONGEST_NAME && FileNames.plain(name);
    }

    /** Whether a media type may be stated so: lower case, without parameters. */
    public static boolean allowedMediaType(String mediaType) {
        return MEDIA.matcher(mediaType).matches();
    }

    Map<String, Object> json() {
        return Map.of(
                "name", name, "mediaType", mediaType, "size", size, "salt", content.salt(), "sha256", content.sha256());
    }
}
