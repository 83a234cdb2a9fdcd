package org.comity.vocabulary;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a request is named: its reference and, where two authorities of one State gave the same number, the one that gave it.
 *
 * <p>Written {@code XB-2026-000017}, as a path {@code XB-2/XB-2026-000017}, and for readers {@code XB-2026-000017 (XB-2)}.
 *
 * @param author participant that gave the reference; null where it is not said
 */
public record RequestAddress(@Nullable String author, String reference) {

    /** Under this a page of one request is reached while its reference is unique. */
    public static final String SHORT = "/{reference:[A-Z]{2}-[0-9]{4}-[0-9]{6}}";

    /** Under this always. */
    public static final String WHOLE = "/{author:" + ParticipantId.FORM + "}" + SHORT;

    private static final Pattern WRITTEN =
            Pattern.compile("(?:(" + ParticipantId.FORM + ")/)?(\\S+?)(?: \\((" + ParticipantId.FORM + ")\\))?");

    /** As a path or a reader has it; what is neither names nothing. */
    public static RequestAddress of(String text) {
        var written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            return new RequestAddress(null, text);
        }
        return new RequestAddress(written.group(1) == null ? written.group(3) : written.group(1), written.group(2));
    }

    /** What a path names, for the name of a file or folder. */
    public static String fileName(String path) {
        return path.replace('/', '-');
    }

    public String path() {
        return author == null ? reference : author + "/" + reference;
    }
}
